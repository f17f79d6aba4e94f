//! Names of what stands in a person's data, in the language of the screen.

use crate::format;
use catalogue::{Language, page_employee as words, page_frame, terms};
use chrono::NaiveDate;
use domain::assignment::Tenure;
use domain::nip::{NipKind, Sex};
use domain::{ExceptionKind, Golongan, JabatanKind, Jenjang};

/// `Pengawas`.
pub const fn jabatan_kind(language: Language, kind: JabatanKind) -> &'static str {
    match kind {
        JabatanKind::Jpt => words::kind_jpt(language),
        JabatanKind::Administrator => words::kind_administrator(language),
        JabatanKind::Pengawas => words::kind_pengawas(language),
        JabatanKind::Fungsional => words::kind_fungsional(language),
        JabatanKind::Pelaksana => words::kind_pelaksana(language),
    }
}

/// `Definitif`.
pub const fn tenure(language: Language, tenure: Tenure) -> &'static str {
    match tenure {
        Tenure::Definitif => terms::tenure_definitif(language),
        Tenure::Plt => terms::tenure_plt(language),
        Tenure::Plh => terms::tenure_plh(language),
    }
}

/// `Cuti besar`.
pub const fn exception(language: Language, kind: ExceptionKind) -> &'static str {
    match kind {
        ExceptionKind::CutiBesar => terms::cuti_besar(language),
        ExceptionKind::Pensiun => terms::pensiun(language),
        ExceptionKind::TugasBelajar => terms::tugas_belajar(language),
        ExceptionKind::Mutasi => terms::mutasi(language),
        ExceptionKind::Meninggal => terms::meninggal(language),
    }
}

/// `pria`.
pub const fn sex(language: Language, sex: Sex) -> &'static str {
    match sex {
        Sex::Male => page_frame::male(language),
        Sex::Female => page_frame::female(language),
    }
}

/// `III/b · Penata Muda Tingkat I`; a PPPK has no pangkat.
pub fn golongan(golongan: Golongan) -> String {
    match golongan.pangkat() {
        Some(pangkat) => format!("{golongan} · {pangkat}"),
        None => golongan.to_string(),
    }
}

/// Every golongan of PNS or of PPPK, lowest first, after "not known".
pub fn golongan_options(language: Language, kind: NipKind) -> Vec<(Option<Golongan>, String)> {
    let known: Vec<Golongan> = match kind {
        NipKind::Pns => (1..=4)
            .flat_map(|number| (0..=4).filter_map(move |ruang| Golongan::pns(number, ruang)))
            .collect(),
        NipKind::Pppk => (1..=17).filter_map(Golongan::pppk).collect(),
    };
    let mut options = vec![(None, words::golongan_none(language).to_owned())];
    options.extend(known.into_iter().map(|it| (Some(it), golongan(it))));
    options
}

/// Every kind of post, highest first.
pub fn jabatan_kind_options(language: Language) -> Vec<(JabatanKind, String)> {
    JabatanKind::ALL
        .into_iter()
        .map(|kind| (kind, jabatan_kind(language, kind).to_owned()))
        .collect()
}

/// Every level of a functional post, after "none".
pub fn jenjang_options(language: Language) -> Vec<(Option<Jenjang>, String)> {
    let mut options = vec![(None, words::jenjang_none(language).to_owned())];
    options.extend(
        Jenjang::ALL
            .into_iter()
            .map(|jenjang| (Some(jenjang), jenjang.name().into())),
    );
    options
}

/// Every exception, in the order of screens.
pub fn exception_options(language: Language) -> Vec<(ExceptionKind, String)> {
    ExceptionKind::ALL
        .into_iter()
        .map(|kind| (kind, exception(language, kind).to_owned()))
        .collect()
}

/// `1 Jan 2024 – 31 Okt 2026`, `sejak 1 Jan 2024`.
pub fn span(language: Language, from: NaiveDate, to: Option<NaiveDate>) -> String {
    let first = format::date(language, from);
    match to {
        Some(to) => words::post_span(language, first, format::date(language, to)),
        None => words::post_since(language, first),
    }
}

/// The sentence of an act; the journal keeps codes.
pub fn act(language: Language, code: &str) -> &'static str {
    match code {
        "import" => words::act_import(language),
        "save-employee" => words::act_save_employee(language),
        "save-assignment" => words::act_save_assignment(language),
        "save-exception" => words::act_save_exception(language),
        "set-appraiser" => words::act_set_appraiser(language),
        "practice" => words::act_practice(language),
        "undo" => words::act_undo(language),
        "redo" => words::act_redo(language),
        _ => words::act_other(language),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(NipKind::Pns, 17)]
    #[case(NipKind::Pppk, 17)]
    fn the_golongan_offered_suit_the_kind(#[case] kind: NipKind, #[case] count: usize) {
        let options = golongan_options(Language::Indonesian, kind);
        assert_eq!(options.len(), count + 1);
        assert!(
            options
                .iter()
                .filter_map(|(it, _)| *it)
                .all(|it| it.fits(kind))
        );
    }

    #[test]
    fn a_pns_golongan_is_named_with_its_pangkat() {
        let golongan_of = |text: &str| golongan(text.parse().unwrap());
        assert_eq!(golongan_of("III/b"), "III/b · Penata Muda Tingkat I");
        assert_eq!(golongan_of("IX"), "IX");
    }

    #[test]
    fn an_open_span_says_since_when() {
        let day = |month| NaiveDate::from_ymd_opt(2026, month, 1).unwrap();
        let said = |to| span(Language::Indonesian, day(1), to);
        assert_eq!(said(None), "sejak 1 Jan 2026");
        assert_eq!(said(Some(day(10))), "1 Jan 2026 – 1 Okt 2026");
    }

    #[test]
    fn an_act_of_a_newer_program_still_reads_well() {
        assert_eq!(act(Language::Indonesian, "merge-people"), "Data diperbarui");
        assert_ne!(act(Language::Indonesian, "import"), "Data diperbarui");
    }
}
