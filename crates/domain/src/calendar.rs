//! Dates and numbers the Indonesian way.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};

/// Full month names.
pub const MONTHS: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];
/// Short month names.
pub const MONTHS_SHORT: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des",
];
/// Day names from Monday.
pub const DAYS: [&str; 7] = [
    "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu",
];

/// `21 Nov 2026`
#[must_use]
pub fn short(date: NaiveDate) -> String {
    format!(
        "{} {} {}",
        date.day(),
        MONTHS_SHORT[date.month0() as usize],
        date.year()
    )
}

/// `21 November 2026`
#[must_use]
pub fn long(date: NaiveDate) -> String {
    format!(
        "{} {} {}",
        date.day(),
        MONTHS[date.month0() as usize],
        date.year()
    )
}

/// `Sabtu`
#[must_use]
pub fn weekday(date: NaiveDate) -> &'static str {
    DAYS[date.weekday().num_days_from_monday() as usize]
}

/// `21-11-2026`: how SIASN writes a date in a text cell.
#[must_use]
pub fn dashed(date: NaiveDate) -> String {
    format!("{:02}-{:02}-{:04}", date.day(), date.month(), date.year())
}

/// `21/11/2026, 14.02.33`: the stamp in A6 of the BKN workbook.
#[must_use]
pub fn stamp(at: NaiveDateTime) -> String {
    format!(
        "{:02}/{:02}/{:04}, {:02}.{:02}.{:02}",
        at.day(),
        at.month(),
        at.year(),
        at.hour(),
        at.minute(),
        at.second()
    )
}

/// `14.02`
#[must_use]
pub fn clock(at: NaiveDateTime) -> String {
    format!("{:02}.{:02}", at.hour(), at.minute())
}

/// `1.234.567`
#[must_use]
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}
