//! Periode: closing, so that nothing comes into it unseen.

use super::OfficeId;
use domain::{Period, Timestamp};
use serde::{Deserialize, Serialize};

/// See [`crate::CentralRequest::GetPeriods`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetPeriods {}

/// Periods, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Periods {
    /// Offices in all.
    pub offices: u32,
    /// The periods.
    pub periods: Vec<PeriodLine>,
}

/// A period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeriodLine {
    /// Which.
    pub period: Period,
    /// Offices in which it is closed.
    pub closed: u32,
    /// When it was closed last somewhere.
    pub closed_at: Option<Timestamp>,
    /// Whole ratings of it that are here.
    pub rated: u32,
}

/// See [`crate::CentralRequest::ListPeriodOffices`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListPeriodOffices {
    /// The period.
    pub period: Period,
    /// A part of the office's name; empty for all.
    pub search: String,
    /// The first row, from nought.
    pub skip: u32,
}

/// Offices of a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeriodOffices {
    /// The offices of this page, by name.
    pub rows: Vec<PeriodOffice>,
    /// Offices that match the search.
    pub total: u32,
}

/// An office of a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeriodOffice {
    /// Which.
    pub office: OfficeId,
    /// Its name.
    pub name: String,
    /// When it was closed there.
    pub closed_at: Option<Timestamp>,
}

/// See [`crate::CentralRequest::ClosePeriod`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosePeriod {
    /// The period.
    pub period: Period,
    /// In one office, or in all.
    pub office: Option<OfficeId>,
}
