//! How values of the domain stand in columns.

use chrono::{Datelike, NaiveDate};
use domain::{EmployeeId, PersonReference};

/// A span without an end, in a `last_day` column.
const OPEN: i64 = 99_991_231;

/// `20261031`: in order, and readable in any SQL tool.
pub(crate) fn day(date: NaiveDate) -> i64 {
    i64::from(date.year()) * 10_000 + i64::from(date.month()) * 100 + i64::from(date.day())
}

/// The last day of a span that may be open.
pub(crate) fn last_day(date: Option<NaiveDate>) -> i64 {
    date.map_or(OPEN, day)
}

/// Without case and doubled spaces, to find and sort names by.
pub(crate) fn folded(name: &str) -> String {
    name.split_whitespace()
        .map(str::to_lowercase)
        .collect::<Vec<_>>()
        .join(" ")
}

/// The employee of the list that a reference points to.
pub(crate) const fn employee(person: Option<&PersonReference>) -> Option<&EmployeeId> {
    match person {
        Some(PersonReference::Employee(id)) => Some(id),
        Some(PersonReference::Typed(_)) | None => None,
    }
}
