//! The regulation's terms: Indonesian first, with an English gloss for the second language.

use crate::Language;
use core::fmt::Display;
use domain::assignment::Tenure;
use domain::{ExceptionKind, Period, Rating};

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
    tenure_plt => "Plt", "Plt";
    tenure_plh => "Plh", "Plh";
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

/// How a post is held, when not for good: `Plt`, `Plh`. The same in both languages.
#[must_use]
pub const fn acting(tenure: Tenure) -> Option<&'static str> {
    match tenure {
        Tenure::Definitif => None,
        Tenure::Plt => Some("Plt"),
        Tenure::Plh => Some("Plh"),
    }
}

/// A percentage from its number, which has a comma as in Indonesian: `90,5 %`, `90.5%`. The space
/// before the sign does not break.
#[must_use]
pub fn percent(language: Language, number: impl Display) -> String {
    match language {
        Language::Indonesian => format!("{number}\u{a0}%"),
        Language::English => format!("{number}%").replace(',', "."),
    }
}

/// `Oktober 2026`, `Triwulan IV 2026`; `October 2026`, `Quarter IV 2026`.
#[must_use]
pub fn period(language: Language, period: Period) -> String {
    match (language, period) {
        (Language::English, Period::Month { year, month }) => {
            format!(
                "{} {year}",
                ENGLISH_MONTHS[(month as usize).clamp(1, 12) - 1]
            )
        }
        (Language::English, Period::Quarter { year, quarter }) => {
            format!("Quarter {} {year}", domain::period::roman(quarter))
        }
        _ => period.label(),
    }
}

/// The months in English, January first.
pub const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

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
