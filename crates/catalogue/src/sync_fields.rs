//! Names of the fields of documents, for a decision between two versions.

use crate::Language;

crate::messages! {
    name => "Nama", "Name";
    nip => "NIP", "NIP";
    titles => "Gelar", "Titles";
    golongan => "Golongan", "Grade";
    education => "Pendidikan", "Education";
    jabatan => "Jabatan", "Post";
    jabatan_kind => "Jenis jabatan", "Kind of post";
    jenjang => "Jenjang", "Level";
    unit => "Unit", "Unit";
    appraiser => "Pejabat penilai", "Appraiser";
    superior => "Atasan pejabat penilai", "Appraiser's superior";
    from => "Sejak", "From";
    to => "Sampai", "Until";
    tenure => "Status jabatan", "How the post is held";
    kind => "Jenis", "Kind";
    letter => "Nomor surat", "Letter number";
    period => "Periode", "Period";
    result => "Hasil kerja", "Results";
    behaviour => "Perilaku", "Behaviour";
    capaian => "Capaian", "Attainment";
    reason => "Alasan", "Reason";
    state => "Status", "State";
    text => "Isi catatan", "Text of the note";
    date => "Tanggal", "Date";
    predikat => "Predikat organisasi", "Organisation's predikat";
    head => "Kepala unit", "Head of the unit";
    zone => "Zona waktu", "Time zone";
    rhythm => "Irama penilaian", "Rhythm of appraisal";
    instansi => "Instansi", "Government";
    unor => "ID UNOR SIASN", "SIASN UNOR id";
}

/// The name of a field by its path in a document: the most telling word of the path.
#[must_use]
pub fn label(language: Language, path: &str) -> String {
    path.split('.')
        .find_map(|word| known(language, word))
        .map_or_else(|| path.replace(['.', '_'], " "), str::to_owned)
}

fn known(language: Language, word: &str) -> Option<&'static str> {
    Some(match word {
        "appraiser" => appraiser(language),
        "appraiser_superior" => superior(language),
        "head" => head(language),
        "name" => name(language),
        "nip" => nip(language),
        "titles" | "front_title" | "back_title" => titles(language),
        "golongan" | "golongan_since" => golongan(language),
        "education" => education(language),
        "jabatan" => jabatan(language),
        "jabatan_kind" => jabatan_kind(language),
        "jenjang" => jenjang(language),
        "unit" => unit(language),
        "from" => from(language),
        "to" => to(language),
        "tenure" => tenure(language),
        "kind" => kind(language),
        "letter" | "document" => letter(language),
        "period" => period(language),
        "hasil" | "result" | "results" | "items" => result(language),
        "perilaku" | "behaviour" | "behaviours" => behaviour(language),
        "capaian" => capaian(language),
        "reason" | "pattern_reason" => reason(language),
        "state" | "withdrawn" => state(language),
        "text" | "tags" => text(language),
        "date" => date(language),
        "predikat" => predikat(language),
        "zone" => zone(language),
        "rhythm" => rhythm(language),
        "instansi" => instansi(language),
        "siasn_unor_id" => unor(language),
        _ => return None,
    })
}
