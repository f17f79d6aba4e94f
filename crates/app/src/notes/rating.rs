//! What a rating rests on: attaching to it, and releasing it from what is taken back.

use crate::sheet::is_final;
use crate::{Desk, Trouble};
use api::error::ErrorCode;
use domain::evaluation::EvaluationState;
use domain::{AssignmentId, Document, EmployeeId, Evaluation, EvaluationId, Evidence, Period};
use store::Act;

/// Puts evidence behind a rating, beginning a draft if there is none.
pub(super) fn rest_on(
    desk: &Desk<'_>,
    act: &mut Act<'_>,
    (assignment, period): (AssignmentId, Period),
    evidence: &Evidence,
) -> Result<(), Trouble> {
    let post = act
        .assignment(assignment)?
        .filter(|it| it.employee == evidence.employee)
        .ok_or(ErrorCode::NotFound)?;
    let mut evaluation = match act.evaluation_of(assignment, period)? {
        Some(evaluation) => evaluation,
        None => Evaluation {
            rules_version: desk.rules.at(period).version,
            ..Evaluation::empty(EvaluationId(desk.new_id()?), &post, period)
        },
    };
    if is_final(act, evaluation.id.0)? {
        return Err(ErrorCode::Final.into());
    }
    if evaluation.evidence.contains(&evidence.id) {
        return Ok(());
    }
    evaluation.evidence.push(evidence.id);
    put(act, evaluation)
}

/// Changes the evaluations of a person where `change` says that it did.
pub(super) fn release(
    act: &mut Act<'_>,
    employee: EmployeeId,
    change: impl Fn(&mut Evaluation) -> bool,
) -> Result<(), Trouble> {
    for mut evaluation in act.evaluations_of_employee(employee)? {
        // What is final keeps what it rested on: nothing about it changes any more.
        if !is_final(act, evaluation.id.0)? && change(&mut evaluation) {
            put(act, evaluation)?;
        }
    }
    Ok(())
}

/// A sealed one that rests on something else now is a correction, to be sealed again.
fn put(act: &mut Act<'_>, mut evaluation: Evaluation) -> Result<(), Trouble> {
    evaluation.state = EvaluationState::Draft;
    Ok(act.put(Document::Evaluation(Box::new(evaluation)))?)
}
