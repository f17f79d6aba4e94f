//! Aturan: packages of rules that the centre publishes to every office.

use chrono::NaiveDate;
use domain::Timestamp;
use domain::rules::{PackageError, RuleFile};
use serde::{Deserialize, Serialize};

/// See [`crate::CentralRequest::ListRules`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListRules {}

/// What was published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RulesList {
    /// The version that the program carries.
    pub carried: u32,
    /// Packages, newest first.
    pub packages: Vec<RulesLine>,
}

/// A package that was published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RulesLine {
    /// What it is, and what it changes.
    pub summary: RulesSummary,
    /// Whether it holds.
    pub standing: Standing,
    /// Who published it.
    pub by: String,
    /// When, by the centre's time.
    pub at: Timestamp,
}

/// What a package is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RulesSummary {
    /// What results remember that were computed with it.
    pub version: u32,
    /// The first day on which it holds.
    pub valid_from: NaiveDate,
    /// The regulation or decision that it comes from.
    pub source: String,
    /// The files that it changes.
    pub files: Vec<RuleFile>,
}

/// Whether a package holds today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It does.
    InForce,
    /// From a later day on.
    Later,
    /// A newer one does; past periods keep it.
    Earlier,
}

/// See [`crate::CentralRequest::CheckRules`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckRules {
    /// The package, as the file has it.
    pub package: String,
}

/// What publishing a package would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckedRules {
    /// It can be published.
    Sound(RulesSummary),
    /// It cannot, and why.
    Refused(PackageError),
}

/// See [`crate::CentralRequest::PublishRules`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishRules {
    /// The package, as the file has it.
    pub package: String,
}

/// What became of a package.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PublishedRules {
    /// It goes down to every office.
    Done(u32),
    /// The very same was published before.
    Again(u32),
    /// It cannot be published, and why.
    Refused(PackageError),
}
