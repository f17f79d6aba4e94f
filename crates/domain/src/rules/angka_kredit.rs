//! Percentages, coefficients and minima of angka kredit.

use super::rule::Rule;
use super::{Flaw, RuleFile, flaw};
use crate::{Jenjang, Predikat};
use serde::Deserialize;

/// Numbers of the conversion (`assets/rules/angka-kredit.json`).
#[derive(Debug, Deserialize)]
pub struct AngkaKreditRules {
    percentages: [Percentage; 5],
    jenjang: [Level; 8],
    shown_places: u8,
}

#[derive(Debug, Deserialize)]
struct Percentage {
    predikat: Predikat,
    percent: u32,
}

#[derive(Debug, Deserialize)]
struct Level {
    jenjang: Jenjang,
    coefficient_hundredths: u32,
    minimum_pangkat: u32,
    minimum_jenjang: Option<u32>,
    siasn_tens: u8,
}

impl AngkaKreditRules {
    /// Percentage of the coefficient that a predikat is worth: 150 for Sangat Baik.
    #[must_use]
    pub fn percent(&self, predikat: Predikat) -> u32 {
        self.percentages
            .iter()
            .find(|it| it.predikat == predikat)
            .map_or(0, |it| it.percent)
    }

    /// Coefficient of a year in hundredths: 3 750 for Ahli Madya.
    #[must_use]
    pub fn coefficient_hundredths(&self, jenjang: Jenjang) -> u32 {
        self.level(jenjang)
            .map_or(0, |it| it.coefficient_hundredths)
    }

    /// Cumulative angka kredit for the next pangkat within the jenjang.
    #[must_use]
    pub fn minimum_pangkat(&self, jenjang: Jenjang) -> Option<u32> {
        self.level(jenjang).map(|it| it.minimum_pangkat)
    }

    /// Cumulative angka kredit for the next jenjang; none above Penyelia and Ahli Utama.
    #[must_use]
    pub fn minimum_jenjang(&self, jenjang: Jenjang) -> Option<u32> {
        self.level(jenjang).and_then(|it| it.minimum_jenjang)
    }

    /// SIASN's `koefisienId` for the predikat Baik: 22 for Ahli Muda. The ids for other predikat
    /// are not confirmed, so that none is given for them.
    #[must_use]
    pub fn siasn_coefficient_id(&self, jenjang: Jenjang, predikat: Predikat) -> Option<u8> {
        let tens = self.level(jenjang)?.siasn_tens;
        (predikat == Predikat::Baik).then_some(tens * 10 + 2)
    }

    /// Decimals that screens and forms show.
    #[must_use]
    pub const fn shown_places(&self) -> u8 {
        self.shown_places
    }

    fn level(&self, jenjang: Jenjang) -> Option<&Level> {
        self.jenjang.iter().find(|it| it.jenjang == jenjang)
    }
}

impl Rule for AngkaKreditRules {
    const FILE: RuleFile = RuleFile::AngkaKredit;
    const TEXT: &'static str = include_str!("../../../../assets/rules/angka-kredit.json");

    fn check(&self) -> Result<(), Flaw> {
        flaw::each_once(
            "percentages",
            self.percentages.iter().map(|it| it.predikat),
            &Predikat::ALL,
        )?;
        for line in &self.percentages {
            flaw::within("percent", line.percent, 0..=1000)?;
        }
        flaw::each_once(
            "jenjang",
            self.jenjang.iter().map(|it| it.jenjang),
            &Jenjang::ALL,
        )?;
        for level in &self.jenjang {
            flaw::within(
                "coefficient_hundredths",
                level.coefficient_hundredths,
                1..=100_000,
            )?;
            flaw::within("minimum_pangkat", level.minimum_pangkat, 1..=10_000)?;
            // Two digits more make SIASN's id, which is a small number.
            flaw::within("siasn_tens", level.siasn_tens, 0..=25)?;
        }
        flaw::within("shown_places", self.shown_places, 0..=9)
    }
}
