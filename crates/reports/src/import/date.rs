//! Dates as lists write them: real dates, serial numbers, and text in Indonesian or English.

use super::cell::Cell;
use chrono::{Datelike, Days, NaiveDate};

/// A cell of a date column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ReadDate {
    /// Empty, or a sign for it (`-`, `0`, `00-00-0000`).
    Nothing,
    /// A day.
    Day(NaiveDate),
    /// Something that names no day for certain.
    Unreadable,
}

/// Years outside are typing errors.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;
/// Day 0 of Excel's count, set so that days from March 1900 on are right.
const EPOCH: Option<NaiveDate> = NaiveDate::from_ymd_opt(1899, 12, 30);
/// Serials below this one (1 January 1927) are likelier a year or a count than a day.
const FIRST_SERIAL: u64 = 9_863;
const LAST_SERIAL: u64 = 73_415;

/// First letters that tell a month apart in Indonesian and English.
const MONTHS: [&[&str]; 12] = [
    &["jan"],
    &["feb", "peb"],
    &["mar"],
    &["apr"],
    &["mei", "may"],
    &["jun"],
    &["jul"],
    &["agu", "ags", "agt", "aug"],
    &["sep"],
    &["okt", "oct"],
    &["nov", "nop"],
    &["des", "dec"],
];

/// Reads a cell of a date column.
pub(super) fn read(cell: &Cell) -> ReadDate {
    match cell {
        Cell::Empty => ReadDate::Nothing,
        Cell::Date(date) => plausible(*date),
        Cell::Number(number) if *number == 0.0 => ReadDate::Nothing,
        Cell::Number(number) => serial(&number.trunc().to_string()),
        Cell::Text(text) => read_text(text),
        Cell::Percent(_) | Cell::Error => ReadDate::Unreadable,
    }
}

/// Reads a date as text.
pub(super) fn read_text(text: &str) -> ReadDate {
    let text = text.trim().trim_start_matches('\'');
    if text
        .bytes()
        .all(|byte| matches!(byte, b'-' | b'/' | b'.' | b'0' | b' ' | b':'))
    {
        return ReadDate::Nothing;
    }
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return if text.len() == 8 {
            compact(text)
        } else {
            serial(text)
        };
    }
    let parts: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .skip_while(|part| is_weekday(part))
        .collect();
    let [a, b, c, ..] = parts[..] else {
        return ReadDate::Unreadable;
    };
    // What may follow is a time of day: "17-08-1985 00:00:00", "1985-08-17T00:00:00".
    let c = c.split_once('T').map_or(c, |(day, _)| day);
    let number = |part: &str| part.parse::<u32>().ok();
    let date = match (number(a), month(a), number(b), month(b), number(c)) {
        (Some(year), _, Some(month), _, Some(day)) if a.len() == 4 => ymd(year, month, day),
        (Some(day), _, Some(month), _, Some(year)) if c.len() == 4 => {
            // Day first, as Indonesia writes it; the American order only where nothing else fits.
            ymd(year, month, day).or_else(|| ymd(year, day, month))
        }
        (Some(day), _, None, Some(month), Some(year)) if c.len() == 4 => ymd(year, month, day),
        (None, Some(month), Some(day), _, Some(year)) if c.len() == 4 => ymd(year, month, day),
        // Two digits for a year leave the century to guessing.
        _ => None,
    };
    date.map_or(ReadDate::Unreadable, plausible)
}

fn ymd(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year.cast_signed(), month, day)
}

fn plausible(date: NaiveDate) -> ReadDate {
    if YEARS.contains(&date.year()) {
        ReadDate::Day(date)
    } else {
        ReadDate::Unreadable
    }
}

fn compact(digits: &str) -> ReadDate {
    let part = |from: usize, to: usize| digits[from..to].parse().unwrap_or(0);
    ymd(part(0, 4), part(4, 6), part(6, 8)).map_or(ReadDate::Unreadable, plausible)
}

fn serial(digits: &str) -> ReadDate {
    match digits.parse::<u64>() {
        Ok(days @ FIRST_SERIAL..=LAST_SERIAL) => EPOCH
            .and_then(|epoch| epoch.checked_add_days(Days::new(days)))
            .map_or(ReadDate::Unreadable, plausible),
        _ => ReadDate::Unreadable,
    }
}

fn month(name: &str) -> Option<u32> {
    let name = name.to_lowercase();
    let found = MONTHS.iter().position(|starts| {
        name.chars().all(char::is_alphabetic) && starts.iter().any(|start| name.starts_with(start))
    })?;
    u32::try_from(found + 1).ok()
}

fn is_weekday(word: &str) -> bool {
    const DAYS: [&str; 15] = [
        "senin",
        "selasa",
        "rabu",
        "kamis",
        "jumat",
        "jum",
        "sabtu",
        "minggu",
        "ahad",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
    ];
    let word = word.to_lowercase();
    DAYS.contains(&word.as_str()) || word == "sunday" || word == "at"
}

#[cfg(test)]
mod tests {
    use super::{Cell, ReadDate, read, read_text};
    use chrono::NaiveDate;
    use rstest::rstest;

    fn day(year: i32, month: u32, day: u32) -> ReadDate {
        ReadDate::Day(NaiveDate::from_ymd_opt(year, month, day).expect("a day"))
    }

    #[rstest]
    #[case("17 Agustus 1985")]
    #[case("17 agt 1985")]
    #[case("17-08-1985")]
    #[case("17/8/1985")]
    #[case("17.08.1985")]
    #[case("1985-08-17")]
    #[case("1985-08-17 00:00:00")]
    #[case("1985-08-17T00:00:00")]
    #[case("Aug 17, 1985")]
    #[case("August 17 1985")]
    #[case("17-Aug-1985")]
    #[case("Sabtu, 17 Agustus 1985")]
    #[case("Saturday, August 17, 1985")]
    #[case("08/17/1985")]
    #[case("19850817")]
    #[case("31276")]
    #[case("'17-08-1985")]
    fn one_day_in_many_forms(#[case] text: &str) {
        assert_eq!(read_text(text), day(1985, 8, 17));
    }

    #[rstest]
    #[case("03-04-1985", day(1985, 4, 3))]
    #[case("1 Mei 2020", day(2020, 5, 1))]
    #[case("1 May 2020", day(2020, 5, 1))]
    #[case("31 Desember 1999", day(1999, 12, 31))]
    fn the_day_comes_first(#[case] text: &str, #[case] expected: ReadDate) {
        assert_eq!(read_text(text), expected);
    }

    #[rstest]
    #[case("")]
    #[case("-")]
    #[case("0")]
    #[case("00-00-0000")]
    #[case("0000-00-00 00:00:00")]
    fn signs_for_nothing(#[case] text: &str) {
        assert_eq!(read_text(text), ReadDate::Nothing);
    }

    #[rstest]
    #[case("17-08-85")]
    #[case("31-02-1985")]
    #[case("Agustus 1985")]
    #[case("1985")]
    #[case("tidak tahu")]
    #[case("17-08-0085")]
    #[case("99999999")]
    fn nothing_is_guessed(#[case] text: &str) {
        assert_eq!(read_text(text), ReadDate::Unreadable);
    }

    #[rstest]
    #[case(31_276.0, day(1985, 8, 17))]
    #[case(31_276.75, day(1985, 8, 17))]
    #[case(0.0, ReadDate::Nothing)]
    #[case(1985.0, ReadDate::Unreadable)]
    fn serial_numbers(#[case] number: f64, #[case] expected: ReadDate) {
        assert_eq!(read(&Cell::Number(number)), expected);
    }
}
