//! Kelengkapan: what arrived from whom, week by week.

use super::OfficeId;
use chrono::NaiveDate;
use domain::{Timestamp, UnitId};
use serde::{Deserialize, Serialize};

/// Weeks that are shown at once.
pub const WEEKS: u32 = 10;

/// See [`crate::CentralRequest::GetCompleteness`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetCompleteness {
    /// A part of the office's name; empty for all.
    pub search: String,
    /// The order of the rows.
    pub order: Order,
    /// So many weeks before this one end the table.
    pub weeks_back: u32,
    /// The first row, from nought.
    pub skip: u32,
}

/// The order of the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// By name.
    #[default]
    Name,
    /// Who lacks the most first.
    LeastComplete,
}

/// A page of offices, and the regency in numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Completeness {
    /// The Mondays of the weeks, oldest first.
    pub weeks: Vec<NaiveDate>,
    /// The offices of this page.
    pub rows: Vec<OfficeRow>,
    /// Offices that match the search.
    pub total: u32,
    /// The regency now.
    pub summary: Summary,
}

/// The regency now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Offices.
    pub offices: u32,
    /// Offices from which something arrived this week.
    pub heard: u32,
    /// People who hold a post.
    pub people: u32,
    /// Of these, rated in the period that is due next.
    pub rated: u32,
    /// Ratings that arrived this week after their deadline.
    pub late: u32,
    /// What waits for a decision.
    pub held: u32,
}

/// An office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeRow {
    /// Which.
    pub office: OfficeId,
    /// Its name.
    pub name: String,
    /// Units in it.
    pub units: u32,
    /// People who hold a post.
    pub people: u32,
    /// One cell for each week.
    pub cells: Vec<WeekCell>,
    /// When one of its computers was here last.
    pub last_sync: Option<Timestamp>,
    /// What waits for a decision or for something before it.
    pub held: u32,
}

/// A unit or an office in one week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeekCell {
    /// People who are to be rated in the period that was due then.
    pub expected: u32,
    /// Of these, rated by the end of the week.
    pub rated: u32,
    /// Ratings that arrived in the week.
    pub arrived: u32,
    /// Of these, after the deadline of their period.
    pub late: u32,
}

/// In one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellState {
    /// Nobody is to be rated.
    Empty,
    /// Everybody is rated.
    Complete,
    /// Some are, or something arrived.
    Partial,
    /// Nothing arrived.
    Nothing,
}

impl WeekCell {
    /// In one word.
    #[must_use]
    pub const fn state(&self) -> CellState {
        if self.expected == 0 && self.arrived == 0 {
            CellState::Empty
        } else if self.expected > 0 && self.rated >= self.expected {
            CellState::Complete
        } else if self.arrived > 0 || self.rated > 0 {
            CellState::Partial
        } else {
            CellState::Nothing
        }
    }
}

/// See [`crate::CentralRequest::GetOfficeCompleteness`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetOfficeCompleteness {
    /// Which.
    pub office: OfficeId,
    /// So many weeks before this one end the table.
    pub weeks_back: u32,
}

/// The units of an office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeCompleteness {
    /// The office's name.
    pub name: String,
    /// The Mondays of the weeks, oldest first.
    pub weeks: Vec<NaiveDate>,
    /// Its units, by name.
    pub rows: Vec<UnitRow>,
}

/// A unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitRow {
    /// Which.
    pub unit: UnitId,
    /// Its name.
    pub name: String,
    /// People who hold a post.
    pub people: u32,
    /// One cell for each week.
    pub cells: Vec<WeekCell>,
}
