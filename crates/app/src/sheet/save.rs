//! Committing cells: one, a fill, a paste; one act, one undo step. Saving is never refused for
//! what a rating says, only for a row that changed unseen, is exempt, or is not there.

use super::drafts::{Draft, Drafts};
use super::row::fresh_rows;
use crate::form::refused;
use crate::{Desk, Operation, Trouble};
use api::sheet::{
    CellEdit, CellRejected, CellValue, CellsSaved, Origin, RejectReason, SaveCells, SaveReason,
};
use domain::evaluation::Cell;
use domain::{AssignmentId, Capaian, Period};

/// Longer than any sentence, in characters; a page of pasted text is a mistake.
pub const LONGEST_REASON: usize = 2_000;

pub(crate) fn save_cells(desk: &Desk<'_>, request: &SaveCells) -> Result<CellsSaved, Trouble> {
    let operation = match request.origin {
        Origin::Typed => Operation::Rate,
        Origin::Filled => Operation::FillCells,
        Origin::Pasted => Operation::PasteCells,
    };
    save(desk, operation, request.period, &request.edits)
}

/// The sentence that explains a rating.
pub(crate) fn save_reason(desk: &Desk<'_>, request: &SaveReason) -> Result<CellsSaved, Trouble> {
    let edit = CellEdit {
        assignment: request.assignment,
        value: CellValue::Reason(request.reason.clone()),
        revision: None,
    };
    save(desk, Operation::SaveReason, request.period, &[edit])
}

fn save(
    desk: &Desk<'_>,
    operation: Operation,
    period: Period,
    edits: &[CellEdit],
) -> Result<CellsSaved, Trouble> {
    for edit in edits {
        check(&edit.value)?;
    }
    let assignments: Vec<AssignmentId> = edits.iter().map(|edit| edit.assignment).collect();
    let (applied, rejected) = desk.transact(operation, |act| {
        let mut drafts = Drafts::open(desk, act, period, &assignments)?;
        let outcome = apply(&mut drafts, edits);
        drafts.save(act)?;
        Ok(outcome)
    })?;
    Ok(CellsSaved {
        applied,
        rows: fresh_rows(desk, period, &assignments)?,
        rejected,
    })
}

/// What no page sends: a value outside its type's meaning.
fn check(value: &CellValue) -> Result<(), Trouble> {
    match value {
        CellValue::Capaian(Some(capaian)) if *capaian > Capaian::MAX => Err(refused("capaian")),
        CellValue::Reason(reason) if reason.chars().count() > LONGEST_REASON => {
            Err(refused("reason"))
        }
        _ => Ok(()),
    }
}

fn apply(drafts: &mut Drafts, edits: &[CellEdit]) -> (u32, Vec<CellRejected>) {
    let mut applied = 0;
    let mut rejected = Vec::new();
    for edit in edits {
        let draft = drafts.get(edit.assignment);
        match draft
            .ok_or((String::new(), RejectReason::NotFound))
            .and_then(|it| admit(it, edit))
        {
            Ok(draft) => {
                set(draft, &edit.value);
                applied += 1;
            }
            Err((name, reason)) => {
                rejected.push(CellRejected {
                    assignment: edit.assignment,
                    name,
                    reason,
                });
            }
        }
    }
    (applied, rejected)
}

fn admit<'a>(
    draft: &'a mut Draft,
    edit: &CellEdit,
) -> Result<&'a mut Draft, (String, RejectReason)> {
    let reason = if draft.row.exempt.is_some() {
        RejectReason::Exempt
    } else if draft.is_final {
        RejectReason::Final
    } else if edit.revision.is_some_and(|seen| seen != draft.revision) {
        RejectReason::Stale
    } else {
        return Ok(draft);
    };
    Err((draft.row.employee.full_name(), reason))
}

fn set(draft: &mut Draft, value: &CellValue) {
    match value {
        // Typed by hand, it is looked at: the mark of bulk goes.
        CellValue::Rating(column, rating) => {
            *draft.now.cell_mut(*column) = Cell {
                rating: *rating,
                bulk: false,
            };
        }
        CellValue::Capaian(capaian) => draft.now.capaian = *capaian,
        CellValue::Reason(reason) => draft.now.reason.clone_from(reason),
    }
}
