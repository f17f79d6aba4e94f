//! The nine boxes of talent management (PermenPANRB 3/2020). They inform; a person decides.

use crate::Rating;
use serde::{Deserialize, Serialize};

/// Level of potential. Where its limits lie is the agency's choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Potential {
    /// Rendah.
    Rendah,
    /// Menengah.
    Menengah,
    /// Tinggi.
    Tinggi,
}

/// What the regulation recommends for a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Recommendation {
    /// Promotion.
    Promosi,
    /// Keep in place.
    Dipertahankan,
    /// Kelompok rencana suksesi of the agency or the nation.
    RencanaSuksesi,
    /// Reward.
    Penghargaan,
    /// Rotation, or a wider or richer post.
    Rotasi,
    /// A post that suits.
    PenempatanSesuai,
    /// Performance coaching.
    BimbinganKinerja,
    /// Performance counselling.
    KonselingKinerja,
    /// Training.
    PengembanganKompetensi,
    /// Study assignment.
    TugasBelajar,
    /// Handled as the laws say.
    KetentuanPerundangan,
}

/// One of the nine boxes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct NineBox {
    /// 1..=9, 9 is the best.
    pub number: u8,
    /// Performance.
    pub kinerja: Rating,
    /// Potential.
    pub potensial: Potential,
    /// Whether it belongs to the talent pool.
    pub talent_pool: bool,
    /// What the regulation recommends, in its order.
    pub recommendations: Vec<Recommendation>,
}

impl Potential {
    /// Every level, lowest first.
    pub const ALL: [Self; 3] = [Self::Rendah, Self::Menengah, Self::Tinggi];

    /// The code that files use.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Rendah => "rendah",
            Self::Menengah => "menengah",
            Self::Tinggi => "tinggi",
        }
    }

    /// The level with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.code() == code)
    }
}
