//! Pengaturan: units, heads, signatories.

use domain::{PersonReference, Rhythm, UnitId, Zone};
use serde::{Deserialize, Serialize};

/// See [`crate::OfficeRequest::GetSettings`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetSettings {}

/// Units with heads and signatories.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// By name.
    pub units: Vec<UnitSetting>,
    /// Version of the rules, and where each comes from: id, version, valid from, source.
    pub rules: Vec<RuleLine>,
    /// What the centre published, newest first.
    pub published: Vec<PublishedRules>,
}

/// A unit with the names of its people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitSetting {
    /// As stored.
    pub unit: domain::Unit,
    /// The head's name; empty when nobody is named.
    pub head: String,
    /// Signatories, newest first, with names.
    pub signatories: Vec<(domain::Signatory, String)>,
}

/// One rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleLine {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: u32,
    /// Since when.
    pub valid_from: chrono::NaiveDate,
    /// Where it comes from.
    pub source: String,
}

/// Rules that the centre published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishedRules {
    /// What results remember that were computed with them.
    pub version: u32,
    /// Their first day; unknown while the program cannot read them.
    pub valid_from: Option<chrono::NaiveDate>,
    /// Where they come from.
    pub source: String,
    /// Ids of the rules that they changed.
    pub files: Vec<String>,
    /// Whether they hold.
    pub standing: RulesStanding,
}

/// Whether rules hold today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RulesStanding {
    /// They do.
    InForce,
    /// From a later day on.
    Later,
    /// Newer ones hold; past periods keep them.
    Earlier,
    /// The program has to be updated before they can hold.
    Unreadable,
}

/// See [`crate::OfficeRequest::SaveUnit`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaveUnit {
    /// Which; empty adds one.
    pub unit: Option<UnitId>,
    /// Full name.
    pub name: String,
    /// The unit above.
    pub parent: Option<UnitId>,
    /// Its government.
    pub instansi: String,
    /// Its zone.
    pub zone: Zone,
    /// Monthly or quarterly.
    pub rhythm: Rhythm,
    /// The head.
    pub head: Option<PersonReference>,
}

/// See [`crate::OfficeRequest::SaveSignatory`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaveSignatory {
    /// For which unit.
    pub unit: UnitId,
    /// Who signs from now on.
    pub person: PersonReference,
    /// Place printed before the date.
    pub place: String,
    /// First day.
    pub from: chrono::NaiveDate,
}
