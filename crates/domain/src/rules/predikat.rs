//! The nine-cell matrix.

use crate::{Predikat, Rating};
use serde::Deserialize;

pub(super) const TEXT: &str = include_str!("../../../../assets/rules/predikat.json");

/// `cells[hasil][perilaku]`, lowest first.
#[derive(Clone, Debug, PartialEq, Eq)]
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

    pub(super) fn embedded() -> Self {
        let file: File = super::embedded(TEXT);
        let mut cells = [[Predikat::Baik; 3]; 3];
        for cell in file.cells {
            cells[cell.hasil_kerja as usize][cell.perilaku as usize] = cell.predikat;
        }
        Self { cells }
    }
}
