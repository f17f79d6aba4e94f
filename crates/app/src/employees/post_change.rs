//! Changes of posts: a typing error, a promotion, a second post, an end.

use super::carry::carry_evaluations;
use super::detail::detail;
use super::post::{assignment, follow_golongan, no_overlap};
use crate::{Desk, Operation, Trouble, form};
use api::employees::{EmployeeDetail, Post, PostChange, SaveAssignment};
use api::error::ErrorCode;
use chrono::NaiveDate;
use domain::{Assignment, AssignmentId, Document, EmployeeId};
use store::{Act, View};

/// Adds, corrects, changes or ends a post.
pub(crate) fn save_assignment(
    desk: &Desk<'_>,
    request: &SaveAssignment,
) -> Result<EmployeeDetail, Trouble> {
    let employee = request.employee;
    desk.transact(Operation::SaveAssignment, |act| {
        act.employee(employee)?.ok_or(ErrorCode::NotFound)?;
        match &request.change {
            PostChange::Correct(id, post) => correct(act, &held(act, employee, *id)?, post),
            PostChange::ChangeFrom(id, post) => {
                let new = AssignmentId(desk.new_id()?);
                change_from(act, held(act, employee, *id)?, (new, post))
            }
            PostChange::AddBeside(post) => {
                let new = AssignmentId(desk.new_id()?);
                let new = assignment(act, employee, new, post)?;
                no_overlap(&act.assignments_of(employee)?, &new)?;
                put(act, &new)
            }
            PostChange::End(id, day) => end(act, &held(act, employee, *id)?, *day),
        }
    })?;
    detail(desk, employee)
}

fn held(view: &View<'_>, employee: EmployeeId, id: AssignmentId) -> Result<Assignment, Trouble> {
    view.assignment(id)?
        .filter(|it| it.employee == employee)
        .ok_or_else(|| ErrorCode::NotFound.into())
}

/// The same post, told rightly, for the whole of its span.
fn correct(act: &mut Act<'_>, old: &Assignment, post: &Post) -> Result<(), Trouble> {
    let new = assignment(act, old.employee, old.id, post)?;
    no_overlap(&act.assignments_of(old.employee)?, &new)?;
    put(act, &new)
}

/// The old post ends the day before, the new one begins: a promotion on 1 November leaves
/// October as it was.
fn change_from(
    act: &mut Act<'_>,
    old: Assignment,
    (id, post): (AssignmentId, &Post),
) -> Result<(), Trouble> {
    let new = assignment(act, old.employee, id, post)?;
    if new.from <= old.from {
        return Err(form::refused("from"));
    }
    let last = new.from.pred_opt().ok_or_else(|| form::refused("from"))?;
    let old = Assignment {
        to: Some(old.to.map_or(last, |to| to.min(last))),
        ..old
    };
    let posts: Vec<Assignment> = act
        .assignments_of(old.employee)?
        .into_iter()
        .map(|it| if it.id == old.id { old.clone() } else { it })
        .collect();
    no_overlap(&posts, &new)?;
    act.put(Document::Assignment(old.clone()))?;
    put(act, &new)?;
    carry_evaluations(act, &old, &new)
}

fn end(act: &mut Act<'_>, old: &Assignment, day: NaiveDate) -> Result<(), Trouble> {
    form::span(old.from, Some(day))?;
    let ended = Assignment {
        to: Some(day),
        ..old.clone()
    };
    no_overlap(&act.assignments_of(ended.employee)?, &ended)?;
    Ok(act.put(Document::Assignment(ended))?)
}

fn put(act: &mut Act<'_>, post: &Assignment) -> Result<(), Trouble> {
    act.put(Document::Assignment(post.clone()))?;
    follow_golongan(act, post)
}
