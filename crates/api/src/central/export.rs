//! Ekspor BKN of the whole regency. The workbook itself is fetched from `/unduh/bkn/PERIOD`.

use domain::Period;
use serde::{Deserialize, Serialize};

/// See [`crate::CentralRequest::GetExport`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetExport {
    /// The period.
    pub period: Period,
}

/// What the workbook would hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportFacts {
    /// Offices in all.
    pub offices: u32,
    /// Offices with at least one whole rating.
    pub offices_with_ratings: u32,
    /// Offices in which the period is closed.
    pub closed: u32,
    /// Posts in the period: about as many rows as the workbook has.
    pub posts: u32,
    /// Whole ratings.
    pub rated: u32,
    /// Ratings that are not whole; the workbook has what is filled.
    pub partial: u32,
    /// What waits for a decision, and is not in the workbook.
    pub held: u32,
}
