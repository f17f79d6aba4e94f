//! Letting the valid rows in: one act, one undo step.

use super::answer;
use super::plan::{Order, Outcome, Plan, PlannedRow};
use super::preview::Previewed;
use crate::employees::carry_evaluations;
use crate::{Desk, Operation, Trouble, backup};
use api::import::{ApplyImport, Imported};
use domain::Document;
use store::Act;

/// Lets the rows of a preview in. What happens is decided anew inside the transaction, so that
/// nothing that was written since the preview is overwritten unseen.
pub(crate) fn apply_import(desk: &Desk<'_>, request: &ApplyImport) -> Result<Imported, Trouble> {
    let previewed = desk.office.uploads().get::<Previewed>(&request.token)?;
    let order = Order {
        desk,
        parsed: &previewed.parsed,
        unit: previewed.unit,
        from: request.from,
        newcomers_from: request.newcomers_from.unwrap_or(request.from),
    };
    let backup = backup::before_import(desk)?;
    let counts = desk.transact(Operation::Import, |act| {
        let plan = Plan::make(act, &order)?;
        for unit in plan.units.to_save() {
            act.put(Document::Unit(unit.clone()))?;
        }
        for row in &plan.rows {
            if !matches!(row.outcome, Outcome::Same) {
                put(desk, act, row)?;
            }
        }
        Ok(answer::counts(order.parsed, &plan))
    })?;
    Ok(Imported { counts, backup })
}

fn put(desk: &Desk<'_>, act: &mut Act<'_>, row: &PlannedRow) -> Result<(), Trouble> {
    act.put(Document::Employee(row.person.clone()))?;
    for post in &row.posts {
        act.put(Document::Assignment(post.clone()))?;
    }
    if let [old, followers @ ..] = row.posts.as_slice() {
        for next in followers {
            carry_evaluations(act, old, next)?;
        }
    }
    match &row.attained {
        Some(attained) => attained.put(desk, act),
        None => Ok(()),
    }
}
