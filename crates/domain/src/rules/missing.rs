//! Which codes of Daftar Kurang stop *Siap dikirim*, and their order on screens.

use crate::missing::MissingCode;
use serde::Deserialize;

pub(super) const TEXT: &str = include_str!("../../../../assets/rules/daftar-kurang.json");

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

    pub(super) fn embedded() -> Self {
        super::embedded(TEXT)
    }
}
