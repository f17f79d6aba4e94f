//! Daftar Kurang: what is missing, by stable codes. Which codes block is data:
//! `assets/rules/daftar-kurang.json`.

use serde::{Deserialize, Serialize};

/// Something that is missing or wrong for one person in one period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING-KEBAB-CASE")]
pub enum MissingCode {
    /// No rating of hasil kerja.
    KurangHasil,
    /// No overall rating of perilaku.
    KurangPerilaku,
    /// A rating other than sesuai without evidence.
    KurangBukti,
    /// A rating other than sesuai without a sentence.
    KurangAlasan,
    /// The appraiser would rate himself or herself.
    PenilaiDiri,
    /// Nobody is named as appraiser. Advises only.
    KurangPenilai,
    /// Cells set in bulk that nobody has looked at. Advises only.
    BelumDitinjau,
}

impl MissingCode {
    /// Every code, in the order of screens.
    pub const ALL: [Self; 7] = [
        Self::KurangHasil,
        Self::KurangPerilaku,
        Self::KurangBukti,
        Self::KurangAlasan,
        Self::PenilaiDiri,
        Self::KurangPenilai,
        Self::BelumDitinjau,
    ];

    /// The stable code: `KURANG-PERILAKU`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::KurangHasil => "KURANG-HASIL",
            Self::KurangPerilaku => "KURANG-PERILAKU",
            Self::KurangBukti => "KURANG-BUKTI",
            Self::KurangAlasan => "KURANG-ALASAN",
            Self::PenilaiDiri => "PENILAI-DIRI",
            Self::KurangPenilai => "KURANG-PENILAI",
            Self::BelumDitinjau => "BELUM-DITINJAU",
        }
    }

    /// Whether it stops *Siap dikirim*. Nothing ever stops saving or exporting.
    #[must_use]
    pub const fn blocks(self) -> bool {
        !matches!(self, Self::KurangPenilai | Self::BelumDitinjau)
    }
}

/// What [`missing`] looks at.
#[derive(Clone, Copy, Debug)]
pub struct Examined<'a> {
    /// The evaluation, when one was begun.
    pub evaluation: Option<&'a crate::Evaluation>,
    /// How many pieces of evidence stand behind it (its own and those of its notes).
    pub evidence_count: usize,
    /// Whether appraiser and employee are the same person.
    pub rates_oneself: bool,
    /// Whether an appraiser is known, by name or through the unit's head.
    pub appraiser_known: bool,
}

/// Everything that is missing for one person who is not exempt, all at once.
#[must_use]
pub fn missing(examined: Examined<'_>) -> Vec<MissingCode> {
    let mut codes = Vec::new();
    let rating = |column| examined.evaluation.and_then(|it| it.cell(column).rating);
    if rating(crate::Column::HasilKerja).is_none() {
        codes.push(MissingCode::KurangHasil);
    }
    if rating(crate::Column::Perilaku).is_none() {
        codes.push(MissingCode::KurangPerilaku);
    }
    if let Some(evaluation) = examined.evaluation {
        if evaluation.needs_reason() && examined.evidence_count == 0 {
            codes.push(MissingCode::KurangBukti);
        }
        if evaluation.needs_reason() && evaluation.reason.trim().is_empty() {
            codes.push(MissingCode::KurangAlasan);
        }
    }
    if examined.rates_oneself {
        codes.push(MissingCode::PenilaiDiri);
    }
    if !examined.appraiser_known {
        codes.push(MissingCode::KurangPenilai);
    }
    if examined.evaluation.is_some_and(|it| {
        crate::Column::ALL
            .iter()
            .any(|column| it.cell(*column).bulk)
    }) {
        codes.push(MissingCode::BelumDitinjau);
    }
    codes
}
