//! Thresholds that the program applies and no regulation fixes.

use super::rule::Rule;
use super::{Flaw, RuleFile, flaw};
use crate::Capaian;
use serde::Deserialize;

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
}

impl Rule for Thresholds {
    const FILE: RuleFile = RuleFile::Ambang;
    const TEXT: &'static str = include_str!("../../../../assets/rules/ambang.json");

    fn check(&self) -> Result<(), Flaw> {
        let most = u64::from(Capaian::MAX.0);
        flaw::within(
            "bulk_capaian_hundredths",
            self.bulk_capaian_hundredths.0,
            0..=most,
        )?;
        flaw::within(
            "percentages_from_people",
            self.percentages_from_people,
            1..=1000,
        )?;
        flaw::within("cells_hidden_under", self.cells_hidden_under, 1..=1000)?;
        // A sample so small that its own cells are hidden says nothing.
        let least = u64::from(self.cells_hidden_under);
        flaw::within("minimum_sample", self.minimum_sample, least..=100_000)
    }
}
