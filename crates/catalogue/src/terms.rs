//! The regulation's terms: Indonesian first, with an English gloss for the second language.

use crate::Language;
use domain::{ExceptionKind, Rating};

crate::messages! {
    rating_above => "Di atas", "Above";
    rating_meets => "Sesuai", "Meets";
    rating_below => "Di bawah", "Below";
    rating_above_long => "Di atas ekspektasi", "Above expectation";
    rating_meets_long => "Sesuai ekspektasi", "Meets expectation";
    rating_below_long => "Di bawah ekspektasi", "Below expectation";
    not_rated => "belum", "not yet";
    cuti_besar => "Cuti besar", "Long leave";
    pensiun => "Pensiun", "Retired";
    tugas_belajar => "Tugas belajar", "Study leave";
    mutasi => "Mutasi", "Transferred";
    meninggal => "Meninggal", "Deceased";
    tenure_definitif => "Definitif", "Permanent";
    tenure_plt => "Plt", "Acting (Plt)";
    tenure_plh => "Plh", "Standing in (Plh)";
    monthly => "Bulanan", "Monthly";
    quarterly => "Triwulanan", "Quarterly";
    draft => "Draf", "Draft";
    ready => "Siap dikirim", "Ready to send";
    hasil_kerja => "Hasil kerja", "Results";
    perilaku => "Perilaku", "Behaviour";
    predikat => "Predikat", "Predikat";
    capaian => "Capaian", "Attainment";
    bukti => "Bukti", "Evidence";
}

/// The word of a rating: `Sesuai`.
#[must_use]
pub const fn rating(language: Language, rating: Rating) -> &'static str {
    match rating {
        Rating::DiAtas => rating_above(language),
        Rating::Sesuai => rating_meets(language),
        Rating::DiBawah => rating_below(language),
    }
}

/// The words of a rating: `Sesuai ekspektasi`.
#[must_use]
pub const fn rating_long(language: Language, rating: Rating) -> &'static str {
    match rating {
        Rating::DiAtas => rating_above_long(language),
        Rating::Sesuai => rating_meets_long(language),
        Rating::DiBawah => rating_below_long(language),
    }
}

/// Why somebody is not rated.
#[must_use]
pub const fn exception(language: Language, kind: ExceptionKind) -> &'static str {
    match kind {
        ExceptionKind::CutiBesar => cuti_besar(language),
        ExceptionKind::Pensiun => pensiun(language),
        ExceptionKind::TugasBelajar => tugas_belajar(language),
        ExceptionKind::Mutasi => mutasi(language),
        ExceptionKind::Meninggal => meninggal(language),
    }
}
