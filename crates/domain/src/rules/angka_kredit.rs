//! Percentages, coefficients and minima of angka kredit.

use crate::{Jenjang, Predikat};
use serde::Deserialize;

pub(super) const TEXT: &str = include_str!("../../../../assets/rules/angka-kredit.json");

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

    pub(super) fn embedded() -> Self {
        super::embedded(TEXT)
    }
}
