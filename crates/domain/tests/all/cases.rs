//! Reads the worked cases of `tests/cases`.

use csv::StringRecord;

/// The rows of a file below its header; an empty file would make a test that cannot fail.
pub(crate) fn rows(text: &str) -> Vec<StringRecord> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows: Vec<_> = reader
        .records()
        .map(|row| row.expect("a row of the same width"))
        .collect();
    assert!(!rows.is_empty(), "no cases");
    rows
}

/// A date written `2026-10-31`.
pub(crate) fn day(text: &str) -> chrono::NaiveDate {
    text.parse().expect("a date")
}

/// A decimal number as hundredths: `114.10` is 11 410.
pub(crate) fn hundredths(text: &str) -> u32 {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    format!("{whole}{fraction:0<2}")
        .parse()
        .expect("a number with at most two decimals")
}
