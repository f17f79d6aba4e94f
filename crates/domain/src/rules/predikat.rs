//! The nine-cell matrix.

use super::rule::Rule;
use super::{Flaw, RuleFile};
use crate::{Predikat, Rating};
use serde::Deserialize;

/// `cells[hasil][perilaku]`, lowest first.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "File")]
pub struct PredikatMatrix {
    cells: [[Predikat; 3]; 3],
}

#[derive(Deserialize)]
struct File {
    cells: [Cell; 9],
}

#[derive(Deserialize)]
struct Cell {
    hasil_kerja: Rating,
    perilaku: Rating,
    predikat: Predikat,
}

impl PredikatMatrix {
    /// The predikat of two ratings.
    #[must_use]
    pub const fn of(&self, hasil_kerja: Rating, perilaku: Rating) -> Predikat {
        self.cells[hasil_kerja as usize][perilaku as usize]
    }
}

impl From<File> for PredikatMatrix {
    fn from(file: File) -> Self {
        let mut cells = [[Predikat::Baik; 3]; 3];
        for cell in file.cells {
            cells[cell.hasil_kerja as usize][cell.perilaku as usize] = cell.predikat;
        }
        Self { cells }
    }
}

impl Rule for PredikatMatrix {
    const FILE: RuleFile = RuleFile::Predikat;
    const TEXT: &'static str = include_str!("../../../../assets/rules/predikat.json");

    /// Nobody can replace it; a test counts its cells.
    fn check(&self) -> Result<(), Flaw> {
        Ok(())
    }
}
