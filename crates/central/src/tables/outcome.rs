//! Outcomes as two columns: the number and the detail that are signed.

use crate::Trouble;
use crate::database::{Row, Value};
use record::{HeldReason, Revision, Violation};
use sync::message::{Held, OutcomeCode};

/// The number of a record that waits for its base.
pub(crate) const WAITS_FOR_BASE: i64 = 2;
/// The number of a record that only a newer program knows.
pub(crate) const UNKNOWN: i64 = 11;

/// The two columns.
pub(crate) fn columns(outcome: OutcomeCode) -> [Value; 2] {
    let (number, detail) = outcome.signed_form();
    [i64::from(number).into(), detail.into()]
}

/// The outcome that stands in this column and the next.
pub(crate) fn read(row: &Row, column: usize) -> Result<OutcomeCode, Trouble> {
    let by_rule = |reason| OutcomeCode::Held(Held::ByRule(reason));
    Ok(match row.int(column)? {
        0 => OutcomeCode::Applied,
        1 => OutcomeCode::Duplicate,
        WAITS_FOR_BASE => by_rule(HeldReason::MissingBase),
        3 => by_rule(HeldReason::Late),
        4 => by_rule(HeldReason::PerhapsLate),
        5 => OutcomeCode::Held(Held::Revoked),
        6 => OutcomeCode::Conflict {
            branch: Revision(row.array(column + 1)?),
        },
        7 => OutcomeCode::Rejected(Violation::LocalKind),
        8 => OutcomeCode::Rejected(Violation::DamagedBody),
        9 => OutcomeCode::Rejected(Violation::OtherDocument),
        10 => OutcomeCode::Rejected(Violation::IdentityChanged),
        12 => OutcomeCode::Rejected(Violation::Final),
        UNKNOWN => OutcomeCode::UnknownKind,
        _ => return Err(Trouble::odd("an outcome")),
    })
}

/// Whether somebody or something has to happen before the record counts.
pub(crate) const fn waits(outcome: OutcomeCode) -> bool {
    matches!(outcome, OutcomeCode::Held(_) | OutcomeCode::UnknownKind)
}
