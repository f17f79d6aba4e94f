//! The nine boxes of talent management.

use super::rule::Rule;
use super::{Flaw, RuleFile, flaw};
use crate::Rating;
use crate::nine_box::{NineBox, Potential};
use serde::Deserialize;

/// The boxes (`assets/rules/nine-box.json`).
#[derive(Debug, Deserialize)]
pub struct NineBoxRules {
    boxes: [NineBox; 9],
}

impl NineBoxRules {
    /// The box of a person; every pair has one (a test holds it).
    #[must_use]
    pub fn of(&self, kinerja: Rating, potensial: Potential) -> Option<&NineBox> {
        self.boxes
            .iter()
            .find(|it| it.kinerja == kinerja && it.potensial == potensial)
    }

    /// Every box, highest first.
    #[must_use]
    pub const fn boxes(&self) -> &[NineBox; 9] {
        &self.boxes
    }
}

impl Rule for NineBoxRules {
    const FILE: RuleFile = RuleFile::NineBox;
    const TEXT: &'static str = include_str!("../../../../assets/rules/nine-box.json");

    fn check(&self) -> Result<(), Flaw> {
        let pairs: Vec<_> = Rating::ALL
            .into_iter()
            .flat_map(|kinerja| Potential::ALL.map(|potensial| (kinerja, potensial)))
            .collect();
        flaw::each_once(
            "boxes",
            self.boxes.iter().map(|it| (it.kinerja, it.potensial)),
            &pairs,
        )?;
        let numbers: Vec<u8> = (1..=9).collect();
        flaw::each_once("number", self.boxes.iter().map(|it| it.number), &numbers)
    }
}
