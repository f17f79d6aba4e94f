//! The files of the rules, by name.

use serde::{Deserialize, Serialize};

/// A rule file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RuleFile {
    /// The nine cells.
    Predikat,
    /// Pola distribusi predikat.
    PolaDistribusi,
    /// Conversion of predikat to angka kredit.
    AngkaKredit,
    /// Thresholds.
    Ambang,
    /// Deadlines.
    Tenggat,
    /// Which missing things block.
    DaftarKurang,
    /// Statements of the seven values.
    Perilaku,
    /// Signs of each level.
    Rubrik,
    /// Pangkat and PPPK golongan.
    Golongan,
    /// Kinds of post in words.
    Jabatan,
    /// Headers of employee lists.
    KolomImpor,
    /// Layout of the BKN workbook.
    KolomBkn,
    /// Words and codes of SIASN.
    KataSiasn,
    /// Talent boxes.
    NineBox,
    /// Survey of public satisfaction.
    Skm,
    /// Sample size of the survey.
    Sampel,
    /// Numeric scheme of 2019 to 2021.
    #[serde(rename = "pp30-2019")]
    Pp30,
}

impl RuleFile {
    /// Every file, in the order of Pengaturan.
    pub const ALL: [Self; 17] = [
        Self::Predikat,
        Self::PolaDistribusi,
        Self::AngkaKredit,
        Self::Ambang,
        Self::Tenggat,
        Self::DaftarKurang,
        Self::Perilaku,
        Self::Rubrik,
        Self::Golongan,
        Self::Jabatan,
        Self::KolomImpor,
        Self::KolomBkn,
        Self::KataSiasn,
        Self::NineBox,
        Self::Skm,
        Self::Sampel,
        Self::Pp30,
    ];

    /// The file's name without its ending; the `id` in it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Predikat => "predikat",
            Self::PolaDistribusi => "pola-distribusi",
            Self::AngkaKredit => "angka-kredit",
            Self::Ambang => "ambang",
            Self::Tenggat => "tenggat",
            Self::DaftarKurang => "daftar-kurang",
            Self::Perilaku => "perilaku",
            Self::Rubrik => "rubrik",
            Self::Golongan => "golongan",
            Self::Jabatan => "jabatan",
            Self::KolomImpor => "kolom-impor",
            Self::KolomBkn => "kolom-bkn",
            Self::KataSiasn => "kata-siasn",
            Self::NineBox => "nine-box",
            Self::Skm => "skm",
            Self::Sampel => "sampel",
            Self::Pp30 => "pp30-2019",
        }
    }

    /// The file with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|file| file.name() == name)
    }

    /// Whether only a new program can change it. The page has these compiled in, because it derives
    /// a predikat, names a golongan and tells what blocks while somebody types: a PC where page and
    /// program went by different rules would show what it does not seal.
    #[must_use]
    pub const fn is_fixed(self) -> bool {
        matches!(self, Self::Predikat | Self::Golongan | Self::DaftarKurang)
    }
}
