//! Constants of the sample size.

use super::rule::Rule;
use super::{Flaw, RuleFile, flaw};
use serde::Deserialize;

/// Constants of Krejcie and Morgan (`assets/rules/sampel.json`).
#[derive(Debug, Deserialize)]
pub struct SampleSizeRules {
    chi_square_thousandths: u32,
    proportion_percent: u32,
    margin_percent: u32,
}

impl SampleSizeRules {
    /// Chi square of one degree of freedom at 95 %, in thousandths.
    #[must_use]
    pub const fn chi_square_thousandths(&self) -> u32 {
        self.chi_square_thousandths
    }

    /// Assumed share of the population, in percent.
    #[must_use]
    pub const fn proportion_percent(&self) -> u32 {
        self.proportion_percent
    }

    /// Margin of error, in percent.
    #[must_use]
    pub const fn margin_percent(&self) -> u32 {
        self.margin_percent
    }
}

impl Rule for SampleSizeRules {
    const FILE: RuleFile = RuleFile::Sampel;
    const TEXT: &'static str = include_str!("../../../../assets/rules/sampel.json");

    fn check(&self) -> Result<(), Flaw> {
        flaw::within(
            "chi_square_thousandths",
            self.chi_square_thousandths,
            1..=1_000_000,
        )?;
        flaw::within("proportion_percent", self.proportion_percent, 1..=99)?;
        flaw::within("margin_percent", self.margin_percent, 1..=99)
    }
}
