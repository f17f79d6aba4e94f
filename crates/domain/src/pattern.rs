//! Pola distribusi predikat (SE MenPANRB 3/2023): advice, never a block.

use crate::rules::{Bundle, PatternLimit};
use crate::{OrganisationPredikat, Predikat};
use serde::{Deserialize, Serialize};

/// How many people of a unit have each predikat.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PatternCounts {
    /// Sangat Baik.
    pub sangat_baik: u32,
    /// Baik.
    pub baik: u32,
    /// Butuh Perbaikan.
    pub butuh_perbaikan: u32,
    /// Kurang/Misconduct.
    pub kurang: u32,
    /// Sangat Kurang.
    pub sangat_kurang: u32,
}

/// Whether the counts follow the pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AdviceResult {
    /// They do, or nobody is rated yet.
    Ok,
    /// They do not: the head adjusts, or records a justification.
    Warn,
}

/// Why the counts depart from the pattern. Shares are in thousandths and are rounded away from
/// the limit, so that a printed share never seems to meet a limit that it misses.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "reason", content = "counts", rename_all = "snake_case")]
pub enum PatternReason {
    /// Too many people in the group.
    AboveMaximum {
        /// Predikat counted together.
        group: Vec<Predikat>,
        /// People in the group.
        people: u32,
        /// Their share.
        share_permille: u32,
        /// The share allowed.
        limit_permille: u32,
    },
    /// Too few people in the group.
    BelowMinimum {
        /// Predikat counted together.
        group: Vec<Predikat>,
        /// People in the group.
        people: u32,
        /// Their share.
        share_permille: u32,
        /// The share asked for.
        limit_permille: u32,
    },
    /// Nobody in a group that the circular asks for.
    NonePresent {
        /// Predikat counted together.
        group: Vec<Predikat>,
    },
    /// "Sebagian besar" is not met: another predikat has more people.
    NotLargest {
        /// Predikat counted together.
        group: Vec<Predikat>,
        /// People in the group.
        people: u32,
        /// People with the commonest other predikat.
        other: u32,
    },
    /// The unit is too small for percentages: counts and a justification stand in their place.
    /// Never alone, always beside the limit that was missed.
    SmallUnit {
        /// People rated.
        people: u32,
        /// From how many people on percentages mean something.
        minimum: u32,
    },
}

/// The advice for one unit and period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advice {
    /// Warns exactly when there are reasons.
    pub result: AdviceResult,
    /// Every reason at once, in the order of the circular.
    pub reasons: Vec<PatternReason>,
}

/// Holds the counts of a unit against the pattern that its organisation's predikat asks for, by the
/// rules of the period.
#[must_use]
pub fn advise(
    rules: &Bundle,
    organisation: OrganisationPredikat,
    counts: &PatternCounts,
) -> Advice {
    let total = counts.total();
    let mut reasons: Vec<PatternReason> = if total == 0 {
        Vec::new()
    } else {
        let limits = rules.distribution.limits(organisation);
        limits
            .iter()
            .filter_map(|limit| counts.departure(limit))
            .collect()
    };
    let minimum = rules.thresholds.percentages_from_people();
    if !reasons.is_empty() && total < u64::from(minimum) {
        reasons.push(PatternReason::SmallUnit {
            people: saturated(total),
            minimum,
        });
    }
    let result = if reasons.is_empty() {
        AdviceResult::Ok
    } else {
        AdviceResult::Warn
    };
    Advice { result, reasons }
}

impl PatternCounts {
    /// Counts the predikat of a unit.
    #[must_use]
    pub fn of(predikat: impl IntoIterator<Item = Predikat>) -> Self {
        let mut counts = Self::default();
        for predikat in predikat {
            let count = counts.count_mut(predikat);
            *count = count.saturating_add(1);
        }
        counts
    }

    /// People with this predikat.
    #[must_use]
    pub const fn count(&self, predikat: Predikat) -> u32 {
        match predikat {
            Predikat::SangatBaik => self.sangat_baik,
            Predikat::Baik => self.baik,
            Predikat::ButuhPerbaikan => self.butuh_perbaikan,
            Predikat::Kurang => self.kurang,
            Predikat::SangatKurang => self.sangat_kurang,
        }
    }

    /// Everybody who has a predikat.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.together(&Predikat::ALL)
    }

    const fn count_mut(&mut self, predikat: Predikat) -> &mut u32 {
        match predikat {
            Predikat::SangatBaik => &mut self.sangat_baik,
            Predikat::Baik => &mut self.baik,
            Predikat::ButuhPerbaikan => &mut self.butuh_perbaikan,
            Predikat::Kurang => &mut self.kurang,
            Predikat::SangatKurang => &mut self.sangat_kurang,
        }
    }

    fn together(&self, group: &[Predikat]) -> u64 {
        group
            .iter()
            .map(|predikat| u64::from(self.count(*predikat)))
            .sum()
    }

    /// The reason why a limit is missed. Shares are compared by cross-multiplication, without
    /// a division that could round.
    fn departure(&self, limit: &PatternLimit) -> Option<PatternReason> {
        let total = self.total();
        match limit {
            PatternLimit::AtMost { group, permille } => {
                let people = self.together(group);
                (people * 1000 > total * u64::from(*permille)).then(|| {
                    PatternReason::AboveMaximum {
                        group: group.clone(),
                        people: saturated(people),
                        share_permille: saturated((people * 1000).div_ceil(total)),
                        limit_permille: *permille,
                    }
                })
            }
            PatternLimit::AtLeast { group, permille } => {
                let people = self.together(group);
                (people * 1000 < total * u64::from(*permille)).then(|| {
                    PatternReason::BelowMinimum {
                        group: group.clone(),
                        people: saturated(people),
                        share_permille: saturated(people * 1000 / total),
                        limit_permille: *permille,
                    }
                })
            }
            PatternLimit::Present { group } => {
                (self.together(group) == 0).then(|| PatternReason::NonePresent {
                    group: group.clone(),
                })
            }
            PatternLimit::Largest { group } => {
                let people = self.together(group);
                let others = Predikat::ALL.into_iter().filter(|it| !group.contains(it));
                let other = others.map(|it| self.count(it)).max().unwrap_or(0);
                (u64::from(other) > people).then(|| PatternReason::NotLargest {
                    group: group.clone(),
                    people: saturated(people),
                    other,
                })
            }
        }
    }
}

impl PatternReason {
    /// A stable code for scripts: `above_maximum`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::AboveMaximum { .. } => "above_maximum",
            Self::BelowMinimum { .. } => "below_minimum",
            Self::NonePresent { .. } => "none_present",
            Self::NotLargest { .. } => "not_largest",
            Self::SmallUnit { .. } => "small_unit",
        }
    }
}

fn saturated(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
