//! The rules that results rest on, in words: what each is called, and its legal basis.

use crate::Language;

crate::messages! {
    predikat => "Matriks predikat", "Matrix of predikat";
    distribution => "Pola distribusi predikat", "Distribution pattern of predikat";
    thresholds => "Ambang penilaian massal dan persentase", "Thresholds of bulk rating and percentages";
    deadlines => "Tenggat kirim dan keberatan", "Deadlines for sending and objections";
    missing => "Syarat siap dikirim", "What Ready to send needs";
    behaviours => "Panduan perilaku BerAKHLAK", "BerAKHLAK guide of behaviour";
    rubric => "Contoh tanda tiap tingkat", "Examples of signs of each level";
    golongan => "Pangkat dan golongan", "Pangkat and golongan";
    jabatan => "Jenis jabatan dan jenjang", "Kinds of post and levels";
    import_columns => "Kolom daftar pegawai", "Columns of employee lists";
    bkn_columns => "Kolom buku kerja BKN", "Columns of the BKN workbook";
    siasn_words => "Kata untuk SIASN", "Words for SIASN";

    own => "ketentuan program ini", "set by this program";
    deadlines_basis => "PP 30/2019 Pasal 59; batas kirim ketentuan program ini", "PP 30/2019 Article 59; day of sending set by this program";
    siasn_lists => "daftar referensi SIASN", "reference lists of SIASN";
    jabatan_basis => "UU 20/2023; daftar referensi SIASN", "UU 20/2023; reference lists of SIASN";
    siasn_export => "ekspor pegawai SIASN dan e-Kinerja BKN", "employee export of SIASN and e-Kinerja BKN";
    workbook => "Laporan Penilaian SKP dari e-Kinerja BKN", "Laporan Penilaian SKP of e-Kinerja BKN";
}

/// The name and the basis of a rule, by the id of its file; `None` for rules that no screen and no
/// file rests on yet.
#[must_use]
pub fn about(language: Language, id: &str) -> Option<(&'static str, &'static str)> {
    Some(match id {
        "predikat" => (predikat(language), "PermenPANRB 6/2022"),
        "pola-distribusi" => (distribution(language), "SE MenPANRB 3/2023"),
        "ambang" => (thresholds(language), own(language)),
        "tenggat" => (deadlines(language), deadlines_basis(language)),
        "daftar-kurang" => (missing(language), own(language)),
        "perilaku" => (behaviours(language), "SE MenPANRB 20/2021"),
        "rubrik" => (rubric(language), own(language)),
        "golongan" => (golongan(language), siasn_lists(language)),
        "jabatan" => (jabatan(language), jabatan_basis(language)),
        "kolom-impor" => (import_columns(language), siasn_export(language)),
        "kolom-bkn" => (bkn_columns(language), workbook(language)),
        "kata-siasn" => (siasn_words(language), workbook(language)),
        _ => return None,
    })
}
