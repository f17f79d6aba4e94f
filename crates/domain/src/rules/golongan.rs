//! Names of pangkat and the span of PPPK golongan.

use super::rule::Rule;
use super::{Flaw, RuleFile, flaw};
use serde::Deserialize;

/// Golongan tables (`assets/rules/golongan.json`).
#[derive(Debug, Deserialize)]
pub struct GolonganRules {
    pns: [Pangkat; 4],
    pppk_highest: u8,
}

#[derive(Debug, Deserialize)]
struct Pangkat {
    golongan: u8,
    pangkat: Vec<String>,
}

impl GolonganRules {
    /// Names of pangkat of a PNS golongan 1..=4, ruang a first; empty outside.
    #[must_use]
    pub fn pangkat(&self, golongan: u8) -> &[String] {
        self.pns
            .iter()
            .find(|it| it.golongan == golongan)
            .map_or(&[], |it| &it.pangkat)
    }

    /// Highest PPPK golongan: 17.
    #[must_use]
    pub const fn pppk_highest(&self) -> u8 {
        self.pppk_highest
    }
}

impl Rule for GolonganRules {
    const FILE: RuleFile = RuleFile::Golongan;
    const TEXT: &'static str = include_str!("../../../../assets/rules/golongan.json");

    fn check(&self) -> Result<(), Flaw> {
        flaw::each_once("pns", self.pns.iter().map(|it| it.golongan), &[1, 2, 3, 4])?;
        flaw::within("pppk_highest", self.pppk_highest, 1..=17)
    }
}
