//! Urungkan and Ulangi.

use crate::{Desk, Operation, Trouble};
use api::error::ErrorCode;
use api::undo::{Redo, Undo, Undone};
use store::UndoOutcome;

pub(crate) fn undo(desk: &Desk<'_>, _request: &Undo) -> Result<Undone, Trouble> {
    outcome(desk.step(Operation::Undo)?)
}

pub(crate) fn redo(desk: &Desk<'_>, _request: &Redo) -> Result<Undone, Trouble> {
    outcome(desk.step(Operation::Redo)?)
}

fn outcome(outcome: UndoOutcome) -> Result<Undone, Trouble> {
    match outcome {
        UndoOutcome::Done {
            op,
            changes,
            from_before,
            ..
        } => Ok(Undone {
            act: op,
            documents: u32::try_from(changes.len()).unwrap_or(u32::MAX),
            from_before,
        }),
        UndoOutcome::Nothing => Err(ErrorCode::UndoNothing.into()),
        UndoOutcome::Changed { .. } => Err(ErrorCode::UndoChanged.into()),
        UndoOutcome::Sealed { .. } => Err(ErrorCode::UndoSealed.into()),
    }
}
