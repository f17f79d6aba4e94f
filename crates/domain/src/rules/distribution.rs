//! Pola distribusi predikat per organisation's predikat.

use crate::{OrganisationPredikat, Predikat};
use serde::Deserialize;

pub(super) const TEXT: &str = include_str!("../../../../assets/rules/pola-distribusi.json");

/// One sentence of the circular.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PatternLimit {
    /// The group may hold this share at most.
    AtMost {
        /// Predikat counted together.
        group: Vec<Predikat>,
        /// Share in thousandths.
        permille: u32,
    },
    /// The group must hold this share at least.
    AtLeast {
        /// Predikat counted together.
        group: Vec<Predikat>,
        /// Share in thousandths.
        permille: u32,
    },
    /// Somebody must be in the group.
    Present {
        /// Predikat counted together.
        group: Vec<Predikat>,
    },
    /// No other predikat may have more people than the group: "sebagian besar".
    Largest {
        /// Predikat counted together.
        group: Vec<Predikat>,
    },
}

/// Distribution patterns (`assets/rules/pola-distribusi.json`).
#[derive(Debug, Deserialize)]
pub struct DistributionRules {
    patterns: [Pattern; 5],
}

#[derive(Debug, Deserialize)]
struct Pattern {
    organisation: OrganisationPredikat,
    limits: Vec<PatternLimit>,
}

impl DistributionRules {
    /// Every limit that holds for units whose organisation has this predikat.
    #[must_use]
    pub fn limits(&self, organisation: OrganisationPredikat) -> &[PatternLimit] {
        self.patterns
            .iter()
            .find(|pattern| pattern.organisation == organisation)
            .map_or(&[], |pattern| &pattern.limits)
    }

    pub(super) fn embedded() -> Self {
        super::embedded(TEXT)
    }
}
