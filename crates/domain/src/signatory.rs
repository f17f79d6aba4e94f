//! Who signs for a unit.

use crate::{PersonReference, SignatoryId, UnitId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a signature is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SignatoryRole {
    /// Recaps and exports: the head of the unit.
    Head,
    /// Lists prepared by the operator.
    Preparer,
}

/// A person who signs a unit's papers from a day to a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signatory {
    /// Identity, made on this PC.
    pub id: SignatoryId,
    /// For which unit.
    pub unit: UnitId,
    /// As what.
    pub role: SignatoryRole,
    /// Who.
    pub person: PersonReference,
    /// Place printed before the date: `Sinabang`.
    pub place: String,
    /// First day.
    pub from: NaiveDate,
    /// Last day; open while `None`.
    pub to: Option<NaiveDate>,
}
