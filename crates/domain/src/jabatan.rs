//! Kinds of post and levels of functional posts.

use serde::{Deserialize, Serialize};

/// Kind of jabatan (UU ASN; SIASN `jenisJabatan` 1 struktural, 2 fungsional, 4 pelaksana).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JabatanKind {
    /// Jabatan pimpinan tinggi: head of a dinas.
    Jpt,
    /// Jabatan administrator: eselon III.
    Administrator,
    /// Jabatan pengawas: eselon IV.
    Pengawas,
    /// Jabatan pelaksana.
    Pelaksana,
    /// Jabatan fungsional.
    Fungsional,
}

impl JabatanKind {
    /// Every kind, from the highest.
    pub const ALL: [Self; 5] = [
        Self::Jpt,
        Self::Administrator,
        Self::Pengawas,
        Self::Fungsional,
        Self::Pelaksana,
    ];

    /// SIASN's code of `jenisJabatan`.
    #[must_use]
    pub const fn siasn_code(self) -> u8 {
        match self {
            Self::Jpt | Self::Administrator | Self::Pengawas => 1,
            Self::Fungsional => 2,
            Self::Pelaksana => 4,
        }
    }
}

/// Level of a functional post (PermenPANRB 1/2023).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Jenjang {
    /// Keterampilan, first level.
    Pemula,
    /// Keterampilan, second level.
    Terampil,
    /// Keterampilan, third level.
    Mahir,
    /// Keterampilan, highest level.
    Penyelia,
    /// Keahlian, first level.
    AhliPertama,
    /// Keahlian, second level.
    AhliMuda,
    /// Keahlian, third level.
    AhliMadya,
    /// Keahlian, highest level.
    AhliUtama,
}

impl Jenjang {
    /// Every level, lowest first.
    pub const ALL: [Self; 8] = [
        Self::Pemula,
        Self::Terampil,
        Self::Mahir,
        Self::Penyelia,
        Self::AhliPertama,
        Self::AhliMuda,
        Self::AhliMadya,
        Self::AhliUtama,
    ];

    /// The name that decrees print: `Ahli Muda`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pemula => "Pemula",
            Self::Terampil => "Terampil",
            Self::Mahir => "Mahir",
            Self::Penyelia => "Penyelia",
            Self::AhliPertama => "Ahli Pertama",
            Self::AhliMuda => "Ahli Muda",
            Self::AhliMadya => "Ahli Madya",
            Self::AhliUtama => "Ahli Utama",
        }
    }

    /// The level with this name, whatever the case.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let name = name.trim();
        Self::ALL
            .into_iter()
            .find(|jenjang| jenjang.name().eq_ignore_ascii_case(name))
    }
}
