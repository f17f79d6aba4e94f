//! The nine boxes of talent management.

use crate::Rating;
use crate::nine_box::{NineBox, Potential};
use serde::Deserialize;

pub(super) const TEXT: &str = include_str!("../../../../assets/rules/nine-box.json");

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

    pub(super) fn embedded() -> Self {
        super::embedded(TEXT)
    }
}
