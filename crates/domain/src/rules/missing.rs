//! Which codes of Daftar Kurang stop *Siap dikirim*, and their order on screens.

use super::rule::Rule;
use super::{Flaw, RuleFile, flaw};
use crate::missing::MissingCode;
use serde::Deserialize;

/// Codes (`assets/rules/daftar-kurang.json`), in the order of screens.
#[derive(Debug, Deserialize)]
pub struct MissingRules {
    codes: Vec<Code>,
}

#[derive(Debug, Deserialize)]
struct Code {
    code: MissingCode,
    blocks: bool,
}

impl MissingRules {
    /// Every code with whether it blocks, first on the screen first.
    pub fn codes(&self) -> impl Iterator<Item = (MissingCode, bool)> {
        self.codes.iter().map(|it| (it.code, it.blocks))
    }

    /// Whether a code stops *Siap dikirim*. A code that the data does not know blocks.
    #[must_use]
    pub fn blocks(&self, code: MissingCode) -> bool {
        self.codes
            .iter()
            .find(|it| it.code == code)
            .is_none_or(|it| it.blocks)
    }
}

impl Rule for MissingRules {
    const FILE: RuleFile = RuleFile::DaftarKurang;
    const TEXT: &'static str = include_str!("../../../../assets/rules/daftar-kurang.json");

    fn check(&self) -> Result<(), Flaw> {
        flaw::each_once(
            "codes",
            self.codes.iter().map(|it| it.code),
            &MissingCode::ALL,
        )
    }
}
