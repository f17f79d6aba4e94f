//! Kinerja Unit: the organisation's predicate and the pattern, which names nobody.

use chrono::NaiveDate;
use domain::pattern::{Advice, PatternCounts};
use domain::{OrganisationPredikat, Period, PersonReference, UnitId};
use serde::{Deserialize, Serialize};

/// See [`crate::OfficeRequest::GetOrganisation`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetOrganisation {
    /// Which unit.
    pub unit: UnitId,
    /// Which period.
    pub period: Period,
}

/// The unit's predicate beside the distribution.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OrganisationView {
    /// As stored.
    pub result: Option<domain::OrganisationResult>,
    /// How many people have which predikat.
    pub counts: PatternCounts,
    /// People without a predikat yet.
    pub unrated: u32,
    /// What the pattern says, once the predicate is set.
    pub advice: Option<Advice>,
    /// Each organisation predicate with its pattern, in words of the user's language.
    pub patterns: Vec<(OrganisationPredikat, String)>,
}

/// See [`crate::OfficeRequest::SetOrganisation`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetOrganisation {
    /// Which unit.
    pub unit: UnitId,
    /// Which period.
    pub period: Period,
    /// The predicate.
    pub predikat: OrganisationPredikat,
    /// The leader one level above who set it.
    pub set_by: Option<PersonReference>,
    /// When.
    pub date: Option<NaiveDate>,
    /// Number of the document.
    pub document: String,
    /// Why the distribution departs from the pattern.
    pub pattern_reason: String,
}
