//! Ratings follow a person into the post that holds in their period.

use crate::Trouble;
use crate::sheet::is_final;
use domain::evaluation::EvaluationState;
use domain::{Assignment, Document};
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
            || !next.touches(evaluation.period)
            || act.evaluation_of(next.id, evaluation.period)?.is_some()
            || is_final(act, evaluation.id.0)?;
        if stays {
            continue;
        }
        evaluation.assignment = next.id;
        evaluation.state = EvaluationState::Draft;
        act.put(Document::Evaluation(Box::new(evaluation)))?;
    }
    Ok(())
}
