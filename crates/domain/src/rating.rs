//! The three-level rating of hasil kerja and perilaku kerja (PermenPANRB 6/2022).

use serde::{Deserialize, Serialize};

/// Against the leader's ekspektasi. Words inside; SIASN's reversed numbers only at the border.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rating {
    /// Di bawah ekspektasi.
    DiBawah,
    /// Sesuai ekspektasi.
    Sesuai,
    /// Di atas ekspektasi.
    DiAtas,
}

impl Rating {
    /// Every level, lowest first.
    pub const ALL: [Self; 3] = [Self::DiBawah, Self::Sesuai, Self::DiAtas];

    /// The code that files and the terminal use.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::DiBawah => "di_bawah",
            Self::Sesuai => "sesuai",
            Self::DiAtas => "di_atas",
        }
    }

    /// The level with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rating| rating.code() == code)
    }

    /// Whether this level needs evidence and a sentence before *siap dikirim*.
    #[must_use]
    pub const fn needs_reason(self) -> bool {
        !matches!(self, Self::Sesuai)
    }
}
