//! The numeric scheme of 2019 to 2021.

use super::rule::Rule;
use super::{Flaw, RuleFile, flaw};
use crate::pp30::{Opinion, Pp30Predikat};
use serde::Deserialize;

/// Weights and bands (`assets/rules/pp30-2019.json`).
#[derive(Debug, Deserialize)]
pub struct Pp30Rules {
    highest_mark: u32,
    weights: [Weights; 2],
    bands: [Band; 5],
}

#[derive(Debug, Deserialize)]
struct Weights {
    opinion: Opinion,
    skp: u32,
    perilaku: u32,
}

#[derive(Debug, Deserialize)]
struct Band {
    predikat: Pp30Predikat,
    from: u32,
    needs_innovation: bool,
}

impl Pp30Rules {
    /// Highest mark of SKP and of perilaku: 120.
    #[must_use]
    pub const fn highest_mark(&self) -> u32 {
        self.highest_mark
    }

    /// Weights of SKP and perilaku in percent.
    #[must_use]
    pub fn weights(&self, opinion: Opinion) -> (u32, u32) {
        self.weights
            .iter()
            .find(|it| it.opinion == opinion)
            .map_or((0, 0), |it| (it.skp, it.perilaku))
    }

    /// Every band from the best: predikat, lowest mark, whether a new idea or method is needed.
    pub fn bands(&self) -> impl Iterator<Item = (Pp30Predikat, u32, bool)> {
        self.bands
            .iter()
            .map(|it| (it.predikat, it.from, it.needs_innovation))
    }
}

impl Rule for Pp30Rules {
    const FILE: RuleFile = RuleFile::Pp30;
    const TEXT: &'static str = include_str!("../../../../assets/rules/pp30-2019.json");

    fn check(&self) -> Result<(), Flaw> {
        flaw::within("highest_mark", self.highest_mark, 1..=1000)?;
        let opinions = [Opinion::SuperiorOnly, Opinion::PeersAndSubordinates];
        flaw::each_once(
            "weights",
            self.weights.iter().map(|it| it.opinion),
            &opinions,
        )?;
        for weights in &self.weights {
            let sum = u64::from(weights.skp) + u64::from(weights.perilaku);
            flaw::within("weights", sum, 100..=100)?;
        }
        let predikat = [
            Pp30Predikat::SangatBaik,
            Pp30Predikat::Baik,
            Pp30Predikat::Cukup,
            Pp30Predikat::Kurang,
            Pp30Predikat::SangatKurang,
        ];
        flaw::each_once("bands", self.bands.iter().map(|it| it.predikat), &predikat)?;
        flaw::falls("bands", &self.bands.each_ref().map(|it| it.from))
    }
}
