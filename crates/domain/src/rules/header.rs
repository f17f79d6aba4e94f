//! What every rule file says of itself.

use chrono::NaiveDate;
use serde::Deserialize;

/// How sure a rule is: the tags of the project's list of facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum Confidence {
    /// Read in the source that is named.
    #[serde(rename = "S")]
    Read,
    /// Read in two or more independent sources.
    #[serde(rename = "S2")]
    ReadTwice,
    /// Recalled, not held against a text.
    #[serde(rename = "T")]
    Recalled,
    /// Inferred by us, because no text settles it.
    #[serde(rename = "I")]
    Inferred,
}

/// Identity of a rule file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct RuleHeader {
    /// The file's name without its ending.
    pub id: String,
    /// Raised with every change of the file.
    pub version: u32,
    /// First day on which the rule holds.
    pub valid_from: NaiveDate,
    /// Regulation or observation that it comes from.
    pub source: String,
    /// How sure the least sure part of it is.
    pub confidence: Confidence,
}
