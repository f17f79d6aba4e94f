//! Names of the fields of documents, for a decision between two versions.

use crate::Language;

crate::messages! {
    name => "Nama", "Name";
    nip => "NIP", "NIP";
    titles => "Gelar", "Titles";
    golongan => "Golongan", "Grade";
    golongan_since => "TMT golongan", "Grade since";
    sex => "Jenis kelamin", "Sex";
    birth_date => "Tanggal lahir", "Birth date";
    pns_id => "ID PNS SIASN", "SIASN PNS id";
    parent => "Unit di atasnya", "Unit above";
    yes => "ya", "yes";
    no => "tidak", "no";
    monthly => "Bulanan", "Monthly";
    quarterly => "Triwulanan", "Quarterly";
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
        "title_before" | "title_after" => titles(language),
        "golongan" => golongan(language),
        "golongan_since" => golongan_since(language),
        "sex" => sex(language),
        "birth_date" => birth_date(language),
        "pns_id" => pns_id(language),
        "parent" => parent(language),
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

/// What a code among the values means; `None` for what people wrote themselves.
#[must_use]
pub fn word(language: Language, code: &str) -> Option<&'static str> {
    use crate::{page_employee as posts, terms};
    Some(match code {
        "di_atas" => terms::rating_above(language),
        "sesuai" => terms::rating_meets(language),
        "di_bawah" => terms::rating_below(language),
        "definitif" => terms::tenure_definitif(language),
        "plt" => terms::tenure_plt(language),
        "plh" => terms::tenure_plh(language),
        "draft" => terms::draft(language),
        "ready" => terms::ready(language),
        "jpt" => posts::kind_jpt(language),
        "administrator" => posts::kind_administrator(language),
        "pengawas" => posts::kind_pengawas(language),
        "fungsional" => posts::kind_fungsional(language),
        "pelaksana" => posts::kind_pelaksana(language),
        "cuti_besar" => terms::cuti_besar(language),
        "pensiun" => terms::pensiun(language),
        "tugas_belajar" => terms::tugas_belajar(language),
        "mutasi" => terms::mutasi(language),
        "meninggal" => terms::meninggal(language),
        "monthly" => monthly(language),
        "quarterly" => quarterly(language),
        "pns" => "PNS",
        "pppk" => "PPPK",
        "true" => yes(language),
        "false" => no(language),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_as_words() {
        let said = |text| word(Language::Indonesian, text);
        assert_eq!(said("di_atas"), Some("Di atas"));
        assert_eq!(said("S.Kep., Ns."), None);
        assert_eq!(label(Language::Indonesian, "title_after"), "Gelar");
    }
}
