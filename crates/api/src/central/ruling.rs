//! Ruling about ratings that came: the office is to look again, or nothing changes any more.

use super::OfficeId;
use domain::{EvaluationId, Period, Timestamp, UnitId};
use serde::{Deserialize, Serialize};

/// What can be ruled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ruling {
    /// Dikembalikan: the office is to look again and to send once more. Opens what was final.
    Returned,
    /// Final: nothing changes any more.
    Final,
}

/// See [`crate::CentralRequest::RuleRating`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleRating {
    /// Whose office.
    pub office: OfficeId,
    /// Which rating.
    pub evaluation: EvaluationId,
    /// The revision that was looked at, as [`super::results::RatingLine::revision`] has it.
    pub revision: String,
    /// What is ruled.
    pub ruling: Ruling,
    /// Why; the head of department reads it. Needed to return.
    pub reason: String,
}

/// See [`crate::CentralRequest::FinaliseRatings`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FinaliseRatings {
    /// Which office.
    pub office: OfficeId,
    /// The period.
    pub period: Period,
    /// Ratings of this unit only.
    pub unit: Option<UnitId>,
}

/// Ratings were made final.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finalised {
    /// How many are final now that were not.
    pub finalised: u32,
    /// How many were left as they are: not whole, returned, with edits beside each other, or
    /// changed in this very moment.
    pub left: u32,
}

/// What was ruled about a rating.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerdictLine {
    /// What.
    pub ruling: Ruling,
    /// Why.
    pub reason: String,
    /// Who, by name.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// Whether the office has sent the rating again since.
    pub is_answered: bool,
}
