//! The numeric scheme of PP 30/2019 Art. 41, for results of 2019 to 2021 only.

use crate::rules::Pp30Rules;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Whose opinion of behaviour the agency used; it decides the weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Opinion {
    /// The superior's alone: 70 % SKP and 30 % perilaku.
    SuperiorOnly,
    /// Peers and subordinates too: 60 % and 40 %.
    PeersAndSubordinates,
}

/// Predikat of that scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pp30Predikat {
    /// Below 50.
    SangatKurang,
    /// 50 to below 70.
    Kurang,
    /// 70 to below 90.
    Cukup,
    /// 90 to 120.
    Baik,
    /// 110 to 120, with a new idea or method that serves the organisation.
    SangatBaik,
}

/// Marks of a year, in hundredths: 11 500 is 115.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Pp30Marks {
    /// Mark of the SKP.
    pub skp: u32,
    /// Mark of perilaku.
    pub perilaku: u32,
    /// Whose opinion was used.
    pub opinion: Opinion,
    /// Whether a new idea or method served the organisation.
    pub innovation: bool,
}

/// The year's result, exact, in ten-thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pp30Score(u64);

/// A mark above 120, which the scheme does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("marks end at 120")]
pub struct Pp30Error;

impl Pp30Marks {
    /// The weighted result.
    ///
    /// # Errors
    /// [`Pp30Error`] when a mark is above the highest.
    pub fn score(&self, rules: &Pp30Rules) -> Result<Pp30Score, Pp30Error> {
        let highest = rules.highest_mark() * 100;
        if self.skp > highest || self.perilaku > highest {
            return Err(Pp30Error);
        }
        let (skp, perilaku) = rules.weights(self.opinion);
        Ok(Pp30Score(
            u64::from(skp) * u64::from(self.skp) + u64::from(perilaku) * u64::from(self.perilaku),
        ))
    }

    /// The predikat. The exact result counts, not the printed one: 89,996 is Cukup.
    ///
    /// # Errors
    /// [`Pp30Error`] when a mark is above the highest.
    pub fn predikat(&self, rules: &Pp30Rules) -> Result<Pp30Predikat, Pp30Error> {
        let score = self.score(rules)?;
        let band = rules.bands().find(|(_, from, needs_innovation)| {
            score.0 >= u64::from(*from) * 10_000 && (self.innovation || !needs_innovation)
        });
        Ok(band.map_or(Pp30Predikat::SangatKurang, |(predikat, ..)| predikat))
    }
}

impl Pp30Predikat {
    /// The name that forms of those years print.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::SangatKurang => "Sangat Kurang",
            Self::Kurang => "Kurang",
            Self::Cukup => "Cukup",
            Self::Baik => "Baik",
            Self::SangatBaik => "Sangat Baik",
        }
    }
}

/// Two decimals with a dot, half up: `114.10`.
impl fmt::Display for Pp30Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hundredths = (self.0 + 50) / 100;
        write!(f, "{}.{:02}", hundredths / 100, hundredths % 100)
    }
}
