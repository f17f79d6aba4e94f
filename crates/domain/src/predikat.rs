//! The predikat kinerja: nine cells, as data (`assets/rules/predikat.json`), never arithmetic.

use crate::Rating;
use serde::{Deserialize, Serialize};

/// Predikat kinerja pegawai (PermenPANRB 6/2022).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Predikat {
    /// Sangat Kurang.
    SangatKurang,
    /// Kurang/Misconduct.
    Kurang,
    /// Butuh Perbaikan.
    ButuhPerbaikan,
    /// Baik.
    Baik,
    /// Sangat Baik.
    SangatBaik,
}

impl Predikat {
    /// Every predikat, best first.
    pub const ALL: [Self; 5] = [
        Self::SangatBaik,
        Self::Baik,
        Self::ButuhPerbaikan,
        Self::Kurang,
        Self::SangatKurang,
    ];

    /// The cell of the matrix in the embedded rules.
    #[must_use]
    pub fn of(hasil_kerja: Rating, perilaku: Rating) -> Self {
        crate::rules::predikat().of(hasil_kerja, perilaku)
    }

    /// The name: `Kurang/Misconduct`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::SangatKurang => "Sangat Kurang",
            Self::Kurang => "Kurang/Misconduct",
            Self::ButuhPerbaikan => "Butuh Perbaikan",
            Self::Baik => "Baik",
            Self::SangatBaik => "Sangat Baik",
        }
    }

    /// The predikat with this name, whatever the case; `Kurang` alone, `Misconduct` and `Cukup` too.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let name = name.trim().replace('_', " ").to_ascii_lowercase();
        match name.as_str() {
            "kurang" | "misconduct" => Some(Self::Kurang),
            "cukup" => Some(Self::ButuhPerbaikan),
            _ => Self::ALL
                .into_iter()
                .find(|it| it.name().to_ascii_lowercase() == name),
        }
    }
}
