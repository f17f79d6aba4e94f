//! Thresholds that the program applies and no regulation fixes.

use crate::Capaian;
use serde::Deserialize;

pub(super) const TEXT: &str = include_str!("../../../../assets/rules/ambang.json");

/// Thresholds (`assets/rules/ambang.json`).
#[derive(Debug, Deserialize)]
pub struct Thresholds {
    bulk_capaian_hundredths: Capaian,
    percentages_from_people: u32,
    cells_hidden_under: u32,
    minimum_sample: u32,
}

impl Thresholds {
    /// Attainment below which *sesuai* is not set for many at once. Nobody without a figure is
    /// skipped for it.
    #[must_use]
    pub const fn bulk_capaian(&self) -> Capaian {
        self.bulk_capaian_hundredths
    }

    /// Units with fewer people cannot meet percentages: counts are shown instead.
    #[must_use]
    pub const fn percentages_from_people(&self) -> u32 {
        self.percentages_from_people
    }

    /// Published tables hide counts of people below this.
    #[must_use]
    pub const fn cells_hidden_under(&self) -> u32 {
        self.cells_hidden_under
    }

    /// Answers that a survey needs before its result may stand beside a person's name.
    #[must_use]
    pub const fn minimum_sample(&self) -> u32 {
        self.minimum_sample
    }

    pub(super) fn embedded() -> Self {
        super::embedded(TEXT)
    }
}
