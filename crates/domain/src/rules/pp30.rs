//! The numeric scheme of 2019 to 2021.

use crate::pp30::{Opinion, Pp30Predikat};
use serde::Deserialize;

pub(super) const TEXT: &str = include_str!("../../../../assets/rules/pp30-2019.json");

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

    pub(super) fn embedded() -> Self {
        super::embedded(TEXT)
    }
}
