//! Ratings follow a person into the post that holds in their period.

use crate::Trouble;
use crate::sheet::is_final;
use domain::assignment::Tenure;
use domain::evaluation::EvaluationState;
use domain::{Assignment, Document, EmployeeId, Evaluation, Period};
use store::Act;

/// Moves evaluations from a post to its successor, of periods that the old post no longer
/// touches: what was typed stays on the sheet. A sealed one becomes a correction to be sealed.
pub(crate) fn carry_evaluations(
    act: &mut Act<'_>,
    old: &Assignment,
    next: &Assignment,
) -> Result<(), Trouble> {
    for mut evaluation in act.evaluations_of_employee(old.employee)? {
        let stays = evaluation.assignment != old.id
            || old.touches(evaluation.period)
            || !next.touches(evaluation.period);
        if stays {
            continue;
        }
        evaluation.state = EvaluationState::Draft;
        move_to(act, next, evaluation)?;
    }
    Ok(())
}

/// Moves a rating, unless another one stands there or the centre made it final.
fn move_to(act: &mut Act<'_>, next: &Assignment, mut rating: Evaluation) -> Result<(), Trouble> {
    let is_taken = act.evaluation_of(next.id, rating.period)?.is_some();
    if is_taken || is_final(act, rating.id.0)? {
        return Ok(());
    }
    rating.assignment = next.id;
    act.put(Document::Evaluation(Box::new(rating)))?;
    Ok(())
}

/// Moves a person's drafts whose post ended before their period, as somebody elsewhere told, to the
/// post that holds in it. What was sealed stays: every PC of the office would correct it, each on
/// its own.
pub(crate) fn carry_drafts(act: &mut Act<'_>, employee: EmployeeId) -> Result<(), Trouble> {
    let posts = act.assignments_of(employee)?;
    for draft in act.evaluations_of_employee(employee)? {
        if draft.state != EvaluationState::Draft {
            continue;
        }
        let old = posts.iter().find(|post| post.id == draft.assignment);
        if let Some(next) = old.and_then(|old| successor(&posts, old, draft.period)) {
            move_to(act, next, draft)?;
        }
    }
    Ok(())
}

/// The post that goes on where one ended before the period: for good after one held for good, else
/// in the same unit.
fn successor<'p>(
    posts: &'p [Assignment],
    old: &Assignment,
    period: Period,
) -> Option<&'p Assignment> {
    if old.touches(period) {
        return None;
    }
    let goes_on = |post: &&Assignment| {
        let suits = old.tenure == Tenure::Definitif || post.unit == old.unit;
        post.id != old.id && post.tenure == old.tenure && suits && post.touches(period)
    };
    posts.iter().filter(goes_on).min_by_key(|post| post.from)
}
