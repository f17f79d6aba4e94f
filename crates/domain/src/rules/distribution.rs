//! Pola distribusi predikat per organisation's predikat.

use super::rule::Rule;
use super::{Flaw, RuleFile, flaw};
use crate::{OrganisationPredikat, Predikat};
use serde::Deserialize;

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
}

impl PatternLimit {
    fn check(&self) -> Result<(), Flaw> {
        let (group, permille) = match self {
            Self::AtMost { group, permille } | Self::AtLeast { group, permille } => {
                (group, *permille)
            }
            Self::Present { group } | Self::Largest { group } => (group, 0),
        };
        flaw::within("permille", permille, 0..=1000)?;
        flaw::within("group", group.len() as u64, 1..=4)?;
        flaw::no_twice("group", group.iter().map(|it| it.name().to_owned()))
    }
}

impl Rule for DistributionRules {
    const FILE: RuleFile = RuleFile::PolaDistribusi;
    const TEXT: &'static str = include_str!("../../../../assets/rules/pola-distribusi.json");

    fn check(&self) -> Result<(), Flaw> {
        flaw::each_once(
            "patterns",
            self.patterns.iter().map(|it| it.organisation),
            &OrganisationPredikat::ALL,
        )?;
        for pattern in &self.patterns {
            if pattern.limits.is_empty() {
                return Err(Flaw::Empty {
                    field: "limits".to_owned(),
                });
            }
            pattern.limits.iter().try_for_each(PatternLimit::check)?;
        }
        Ok(())
    }
}
