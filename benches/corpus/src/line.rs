//! A line of the corpus. Nothing may be in it that is not named here.
#![expect(missing_docs, reason = "the names are the corpus's own")]

use serde::{Deserialize, Serialize};

/// An evaluation with everything that stands around it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    #[serde(rename = "type")]
    pub kind: String,
    pub id: String,
    pub periode: String,
    pub pegawai: Pegawai,
    pub penilai: Penilai,
    pub hasil_kerja: Vec<HasilKerja>,
    pub perilaku: Vec<Perilaku>,
    pub rating_hasil: String,
    pub rating_perilaku: String,
    pub predikat: String,
    pub catatan: String,
    pub status: String,
    /// Milliseconds since 1970.
    pub dibuat: u64,
}

/// Whom it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pegawai {
    pub nip: String,
    pub nama: String,
    pub jabatan: String,
    pub unit_id: String,
    pub unit: String,
    pub gol: String,
}

/// Who rated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Penilai {
    pub nip: String,
    pub nama: String,
}

/// One plan of work and its result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HasilKerja {
    pub rhk: String,
    pub asp: String,
    pub ind: String,
    pub sat: String,
    pub target: u64,
    pub realisasi: u64,
    pub nilai: String,
    pub umpan_balik: String,
}

/// One of the seven values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Perilaku {
    pub aspek: String,
    pub nilai: String,
    pub umpan_balik: String,
}
