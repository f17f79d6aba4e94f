//! One row of the workbook: one assignment in one period.

use chrono::NaiveDate;
use domain::assignment::Tenure;
use domain::employee::EmployeeKind;
use domain::{Evaluation, Golongan, JabatanKind, Nip, Period, Predikat, Rating};

/// One assignment in one period. Two assignments of one person are two rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BknRow {
    /// SIASN's PNS ID, when an import brought it.
    pub pns_id: Option<String>,
    /// Number of the civil servant.
    pub nip: Nip,
    /// Name, as forms print it ([`domain::Employee::full_name`]).
    pub name: String,
    /// PNS or PPPK.
    pub kind: EmployeeKind,
    /// Golongan while in this post.
    pub golongan: Option<Golongan>,
    /// Which period.
    pub period: Period,
    /// First day of the part of the period that the assignment covers.
    pub from: NaiveDate,
    /// Last day of that part.
    pub to: NaiveDate,
    /// Where.
    pub unit: BknUnit,
    /// The post's name.
    pub jabatan: String,
    /// Kind of post.
    pub jabatan_kind: JabatanKind,
    /// Definitif, Plt or Plh.
    pub tenure: Tenure,
    /// The ratings, or why there are none.
    pub outcome: Outcome,
    /// Who rates; `None` when nobody is named.
    pub appraiser: Option<BknAppraiser>,
    /// Day of *Siap dikirim*, in the office's zone.
    pub rated_on: Option<NaiveDate>,
}

/// A unit as the workbook names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BknUnit {
    /// SIASN's UNOR id, when known.
    pub siasn_id: Option<String>,
    /// Its name.
    pub name: String,
    /// The unit above; empty when unknown.
    pub parent: String,
}

/// The pejabat penilai as the workbook names one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BknAppraiser {
    /// SIASN's PNS ID, when the appraiser is in the list and an import brought it.
    pub pns_id: Option<String>,
    /// NIP; a regent has none.
    pub nip: Option<Nip>,
    /// Name, as forms print it.
    pub name: String,
    /// Unit.
    pub unit: BknUnit,
    /// The post's name.
    pub jabatan: String,
    /// Golongan, when known.
    pub golongan: Option<Golongan>,
}

/// What became of an appraisal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Cuti besar, tugas belajar and the like: a row with "-", never a failure.
    Exempt,
    /// Not everything is rated yet: what is there is shown, the rest is "-".
    Open {
        /// Rating of hasil kerja.
        hasil_kerja: Option<Rating>,
        /// Rating of perilaku kerja.
        perilaku: Option<Rating>,
    },
    /// Both ratings and the predikat that the rules make of them.
    Rated {
        /// Rating of hasil kerja.
        hasil_kerja: Rating,
        /// Rating of perilaku kerja.
        perilaku: Rating,
        /// The predikat.
        predikat: Predikat,
    },
}

impl Outcome {
    /// The outcome of somebody who is not exempt.
    #[must_use]
    pub fn of(evaluation: Option<&Evaluation>) -> Self {
        let hasil_kerja = evaluation.and_then(|it| it.hasil_kerja.rating);
        let perilaku = evaluation.and_then(|it| it.perilaku.rating);
        match (hasil_kerja, perilaku) {
            (Some(hasil_kerja), Some(perilaku)) => {
                let predikat = Predikat::of(hasil_kerja, perilaku);
                Self::Rated {
                    hasil_kerja,
                    perilaku,
                    predikat,
                }
            }
            (hasil_kerja, perilaku) => Self::Open {
                hasil_kerja,
                perilaku,
            },
        }
    }

    /// Rating of hasil kerja, when there is one.
    #[must_use]
    pub const fn hasil_kerja(&self) -> Option<Rating> {
        match self {
            Self::Exempt => None,
            Self::Open { hasil_kerja, .. } => *hasil_kerja,
            Self::Rated { hasil_kerja, .. } => Some(*hasil_kerja),
        }
    }

    /// Rating of perilaku kerja, when there is one.
    #[must_use]
    pub const fn perilaku(&self) -> Option<Rating> {
        match self {
            Self::Exempt => None,
            Self::Open { perilaku, .. } => *perilaku,
            Self::Rated { perilaku, .. } => Some(*perilaku),
        }
    }

    /// The predikat, once both ratings are there.
    #[must_use]
    pub const fn predikat(&self) -> Option<Predikat> {
        match self {
            Self::Exempt | Self::Open { .. } => None,
            Self::Rated { predikat, .. } => Some(*predikat),
        }
    }
}
