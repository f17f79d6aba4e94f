//! Small things that many tests need.

use chrono::{DateTime, NaiveDate};
use domain::{Nip, Period, Timestamp};

/// The instant of an RFC 3339 text.
#[must_use]
pub fn at(text: &str) -> Timestamp {
    Timestamp(
        DateTime::parse_from_rfc3339(text)
            .expect("an RFC 3339 instant")
            .timestamp_micros(),
    )
}

/// The day of `2026-10-31`.
#[must_use]
pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// The period of `2026-10`, `2026-TW4` or `2026`.
#[must_use]
pub fn period(text: &str) -> Period {
    text.parse().expect("a period")
}

/// A valid NIP of a PNS, another one for each number.
#[must_use]
pub fn nip(number: u32) -> Nip {
    let birth = day("1965-01-01") + chrono::Days::new(u64::from(number / 999));
    let text = format!("{}2005011{:03}", birth.format("%Y%m%d"), number % 999 + 1);
    Nip::parse(&text).expect("a NIP")
}

/// A list as it is pasted from a spreadsheet: rows of cells.
#[must_use]
pub fn list<R: AsRef<[C]>, C: AsRef<str>>(rows: &[R]) -> String {
    let line = |row: &R| {
        row.as_ref()
            .iter()
            .map(AsRef::as_ref)
            .collect::<Vec<_>>()
            .join("\t")
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}
