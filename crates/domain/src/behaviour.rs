//! The seven BerAKHLAK values that perilaku kerja is described by (SE MenPANRB 20/2021).
//! Their statements and the rubric per level are data: `assets/rules/perilaku.json`.

use serde::{Deserialize, Serialize};

/// One of the seven values, in their fixed order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Behaviour {
    /// Berorientasi Pelayanan.
    BerorientasiPelayanan,
    /// Akuntabel.
    Akuntabel,
    /// Kompeten.
    Kompeten,
    /// Harmonis.
    Harmonis,
    /// Loyal.
    Loyal,
    /// Adaptif.
    Adaptif,
    /// Kolaboratif.
    Kolaboratif,
}

impl Behaviour {
    /// All seven, in order.
    pub const ALL: [Self; 7] = [
        Self::BerorientasiPelayanan,
        Self::Akuntabel,
        Self::Kompeten,
        Self::Harmonis,
        Self::Loyal,
        Self::Adaptif,
        Self::Kolaboratif,
    ];

    /// 0..=6.
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The value's name, the same in every language.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::BerorientasiPelayanan => "Berorientasi Pelayanan",
            Self::Akuntabel => "Akuntabel",
            Self::Kompeten => "Kompeten",
            Self::Harmonis => "Harmonis",
            Self::Loyal => "Loyal",
            Self::Adaptif => "Adaptif",
            Self::Kolaboratif => "Kolaboratif",
        }
    }
}
