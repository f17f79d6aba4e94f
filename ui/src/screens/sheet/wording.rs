//! Sentences that say why a text was not accepted.

use super::paste::Reason;
use super::reading::Unread;
use api::sheet::RejectReason;
use catalogue::{Language, page_sheet as words};

/// Why a text is not what its column takes, and what to write.
#[must_use]
pub const fn unread(language: Language, unread: Unread) -> &'static str {
    match unread {
        Unread::NotARating => words::not_a_rating(language),
        Unread::NotANumber => words::not_a_number(language),
        Unread::TooLarge => words::number_too_large(language),
        Unread::NotForTyping => words::not_for_typing(language),
    }
}

/// Why a pasted cell is not accepted.
#[must_use]
pub const fn rejected(language: Language, reason: Reason) -> &'static str {
    match reason {
        Reason::Unread(why) => unread(language, why),
        Reason::Exempt => words::reject_exempt(language),
        Reason::BeyondRows => words::beyond_rows(language),
        Reason::BeyondColumns => words::beyond_columns(language),
        Reason::UnknownNip => words::nip_not_here(language),
    }
}

/// Why the program passed an edit over.
#[must_use]
pub const fn passed_over(language: Language, reason: RejectReason) -> &'static str {
    match reason {
        RejectReason::Stale => words::stale(language),
        RejectReason::Exempt => words::reject_exempt(language),
        RejectReason::NotFound => words::reject_not_found(language),
        RejectReason::Oneself => words::reject_oneself(language),
        RejectReason::Final => words::reject_final(language),
    }
}
