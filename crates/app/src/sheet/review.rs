//! Bulk cells that somebody has looked at lose their mark.

use super::drafts::Drafts;
use super::row::fresh_rows;
use crate::{Desk, Operation, Trouble};
use api::sheet::{CellRejected, CellsSaved, RejectReason, ReviewCells};
use domain::Column;

pub(crate) fn review_cells(desk: &Desk<'_>, request: &ReviewCells) -> Result<CellsSaved, Trouble> {
    let (applied, rejected) = desk.transact(Operation::ReviewCells, |act| {
        let mut drafts = Drafts::open(desk, act, request.period, &request.assignments)?;
        let mut rejected = Vec::new();
        for id in &request.assignments {
            match drafts.get(*id) {
                Some(draft) if draft.is_final => rejected.push(CellRejected {
                    assignment: *id,
                    name: draft.row.employee.full_name(),
                    reason: RejectReason::Final,
                }),
                Some(draft) => {
                    for column in Column::ALL {
                        draft.now.cell_mut(column).bulk = false;
                    }
                }
                None => rejected.push(CellRejected {
                    assignment: *id,
                    name: String::new(),
                    reason: RejectReason::NotFound,
                }),
            }
        }
        Ok((drafts.save(act)?, rejected))
    })?;
    let rows = fresh_rows(desk, request.period, &request.assignments)?;
    Ok(CellsSaved {
        applied,
        rows,
        rejected,
    })
}
