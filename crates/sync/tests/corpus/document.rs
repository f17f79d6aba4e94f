//! A line of the corpus. Nothing may be in it that is not named here.

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
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

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Penilai {
    pub nip: String,
    pub nama: String,
}

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

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Perilaku {
    pub aspek: String,
    pub nilai: String,
    pub umpan_balik: String,
}
