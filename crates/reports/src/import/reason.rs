//! Why a row is rejected, and what else somebody should know about it.

use catalogue::{Language, import as words, nip};
use domain::nip::NipError;
use serde::{Deserialize, Serialize};

/// Why a row is rejected. Carries no text: [`reason_text`] has the sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportReason {
    /// The NIP, of the employee or of a named appraiser.
    Nip(NipError),
    /// No name.
    NameMissing,
    /// The NIP stands in an earlier row already, with other content.
    DuplicateNip {
        /// That row.
        first_row: u32,
    },
    /// A date that names no day for certain.
    DateUnreadable,
    /// A golongan that does not exist.
    GolonganUnreadable,
    /// An attainment that is no number, or has more than two decimals.
    CapaianUnreadable,
    /// An attainment above 999,99 %.
    CapaianTooLarge,
    /// `#N/A` and its like: the formula failed.
    CellError,
    /// A text longer than any name or post.
    TooLong {
        /// Characters allowed.
        limit: u32,
    },
}

/// What somebody should know about a row that goes in (or was passed over).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportWarning {
    /// The column and digit 15 disagree: a legacy error, kept as the column says.
    SexDiffersFromNip,
    /// The column and digits 1–8 disagree: a legacy error, kept as the column says.
    BirthDateDiffersFromNip,
    /// The column and digits 13–14 disagree: kept as the column says.
    KindDiffersFromNip,
    /// Not understood, left empty.
    SexUnreadable,
    /// Not understood, taken from the NIP.
    KindUnreadable,
    /// Not understood, taken as pelaksana.
    JabatanKindUnreadable,
    /// A structural post without its eselon: taken as pengawas.
    EselonMissing,
    /// Not understood, left empty.
    JenjangUnreadable,
    /// Not understood, taken as definitif.
    TenureUnreadable,
    /// Golongan of a PPPK that is not in the table: left empty.
    GolonganUnreadable,
    /// A PNS with a golongan of PPPK, or the other way round.
    GolonganOfOtherKind,
    /// 0.9 may be 0,9 % or 90 %: left empty.
    CapaianAmbiguous,
    /// Invisible signs that turn the direction of writing were taken out.
    DirectionControlsRemoved,
    /// The same row again: passed over.
    SameRowAgain {
        /// Where it stands first.
        first_row: u32,
    },
    /// Kedudukan hukum is not "aktif": an exception may be due.
    NotActive,
}

/// The sentence of a reason.
#[must_use]
pub fn reason_text(language: Language, reason: &ImportReason) -> String {
    match *reason {
        ImportReason::Nip(error) => nip::reason(language, error).to_owned(),
        ImportReason::NameMissing => words::name_missing(language).to_owned(),
        ImportReason::DuplicateNip { first_row } => words::duplicate_nip(language, first_row),
        ImportReason::DateUnreadable => words::date_unreadable(language).to_owned(),
        ImportReason::GolonganUnreadable => words::golongan_unreadable(language).to_owned(),
        ImportReason::CapaianUnreadable => words::capaian_unreadable(language).to_owned(),
        ImportReason::CapaianTooLarge => words::capaian_too_large(language).to_owned(),
        ImportReason::CellError => words::cell_error(language).to_owned(),
        ImportReason::TooLong { limit } => words::too_long(language, limit),
    }
}

/// The sentence of a warning.
#[must_use]
pub fn warning_text(language: Language, warning: &ImportWarning) -> String {
    let fixed = match *warning {
        ImportWarning::SameRowAgain { first_row } => {
            return words::same_row_again(language, first_row);
        }
        ImportWarning::SexDiffersFromNip => words::sex_differs(language),
        ImportWarning::BirthDateDiffersFromNip => words::birth_date_differs(language),
        ImportWarning::KindDiffersFromNip => words::kind_differs(language),
        ImportWarning::SexUnreadable => words::sex_unreadable(language),
        ImportWarning::KindUnreadable => words::kind_unreadable(language),
        ImportWarning::JabatanKindUnreadable => words::jabatan_kind_unreadable(language),
        ImportWarning::EselonMissing => words::eselon_missing(language),
        ImportWarning::JenjangUnreadable => words::jenjang_unreadable(language),
        ImportWarning::TenureUnreadable => words::tenure_unreadable(language),
        ImportWarning::GolonganUnreadable => words::golongan_left_empty(language),
        ImportWarning::GolonganOfOtherKind => words::golongan_of_other_kind(language),
        ImportWarning::CapaianAmbiguous => words::capaian_ambiguous(language),
        ImportWarning::DirectionControlsRemoved => words::direction_controls_removed(language),
        ImportWarning::NotActive => words::not_active(language),
    };
    fixed.to_owned()
}
