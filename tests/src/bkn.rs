//! What BKN expects of "Laporan Penilaian SKP" for the people of the messy list, in October, all
//! appraised by the first of them.

use crate::lists::PEOPLE;
use crate::october::{UNIT, nip};

/// The heads of row 8.
pub const HEADS: [&str; 31] = [
    "jenis",
    "id",
    "nip",
    "nama",
    "periode_awal_skp",
    "periode_akhir_skp",
    "skp_unor_id",
    "skp_unor",
    "skp_unor_induk",
    "skp_jabatan",
    "skp_jenis_jabatan",
    "is_skp_plt_plh_pjb",
    "hasil_kerja",
    "perilaku_kerja",
    "hasil_akhir",
    "pegawai_atasan_id",
    "pegawai_atasan_nip",
    "pegawai_atasan_nama",
    "pegawai_atasan_unor_id",
    "pegawai_atasan_unor",
    "pegawai_atasan_jabatan",
    "pegawai_atasan_golru",
    "waktu_dinilai",
    "pegawai_penilai_id",
    "tahun_skp",
    "skp_id",
    "periode_id",
    "skp_penilaian_id",
    "golru",
    "jenis_pegawai",
    "bulan_skp",
];

/// Hasil kerja, perilaku and predikat of somebody who is as expected.
pub const RATED_SESUAI: [&str; 3] = ["SESUAI EKSPEKTASI", "SESUAI EKSPEKTASI", "BAIK"];
/// The same of somebody without a rating.
pub const NOBODY_RATED: [&str; 3] = ["-", "-", "-"];

/// What stands under a head in the row of a person who was rated on the 28th, or not.
#[must_use]
pub fn cell(person: usize, head: &str, outcome: [&str; 3], is_rated: bool) -> String {
    let listed = PEOPLE[person];
    // Nobody in the list rates the head.
    let of_head = |text: &str| if person == 0 { "" } else { text }.to_owned();
    let [hasil, perilaku, predikat] = outcome;
    let pppk = ["IX", "VII"].contains(&listed.golongan);
    match head {
        "jenis" => "Bulanan".into(),
        "nip" => nip(person),
        "nama" => listed.name.into(),
        "periode_awal_skp" => "01-10-2026".into(),
        "periode_akhir_skp" => "31-10-2026".into(),
        "skp_unor" | "skp_unor_induk" => UNIT.into(),
        "skp_jabatan" => listed.jabatan.into(),
        "skp_jenis_jabatan" => kind(listed.jabatan).into(),
        "is_skp_plt_plh_pjb" => "0".into(),
        "hasil_kerja" => hasil.into(),
        "perilaku_kerja" => perilaku.into(),
        "hasil_akhir" => predikat.into(),
        "pegawai_atasan_nip" => of_head(&nip(0)),
        "pegawai_atasan_nama" => of_head("Sari Wahyuni, S.Sos., M.AP."),
        "pegawai_atasan_unor" => of_head(UNIT),
        "pegawai_atasan_jabatan" => of_head(PEOPLE[0].jabatan),
        "pegawai_atasan_golru" => of_head("IV/b"),
        "waktu_dinilai" if is_rated => "28-10-2026".into(),
        "tahun_skp" => "2026".into(),
        "golru" => listed.golongan.into(),
        "jenis_pegawai" => if pppk { "PPPK" } else { "PNS" }.into(),
        "bulan_skp" => "10".into(),
        // Ids that only SIASN gives are never made up.
        _ => String::new(),
    }
}

fn kind(jabatan: &str) -> &'static str {
    let leads = ["Kepala ", "Sekretaris "]
        .iter()
        .any(|it| jabatan.starts_with(it));
    let steps = jabatan.contains("Ahli ");
    match (leads, steps) {
        (true, _) => "STRUKTURAL",
        (false, true) => "FUNGSIONAL",
        (false, false) => "PELAKSANA",
    }
}
