//! Evaluations that are open for writing, inside one act.

use super::row::existing;
use super::standing::is_final;
use crate::roster::{RosterRow, Rows};
use crate::{Desk, Trouble};
use domain::evaluation::EvaluationState;
use domain::{AssignmentId, Document, Evaluation, EvaluationId, Kind, Period};
use std::collections::HashMap;
use store::{Act, View};

/// The rows that an act may write, in the order asked for. Rows that are not there are left out.
pub(super) struct Drafts {
    drafts: Vec<Draft>,
    places: HashMap<AssignmentId, usize>,
    /// The rules of the period, which the ratings remember.
    rules_version: u32,
}

/// One row: as it was when the act began, and as it will be.
pub(super) struct Draft {
    pub(super) row: RosterRow,
    /// The evaluation's last change when the act began; 0 when there was none.
    pub(super) revision: u64,
    /// The centre ruled that it is final: whoever would change it is refused.
    pub(super) is_final: bool,
    before: Option<Evaluation>,
    pub(super) now: Evaluation,
}

impl Drafts {
    pub(super) fn open(
        desk: &Desk<'_>,
        view: &View<'_>,
        period: Period,
        assignments: &[AssignmentId],
    ) -> Result<Self, Trouble> {
        let rows = Rows::new(view, period)?.of(existing(view, assignments)?)?;
        let mut drafts = Vec::with_capacity(rows.len());
        for row in rows {
            let before = view.evaluation_of(row.assignment.id, period)?;
            let (now, revision) = match &before {
                Some(evaluation) => {
                    let revision = view.revision(Kind::Evaluation, evaluation.id.0)?;
                    (evaluation.clone(), revision.unwrap_or(0))
                }
                None => {
                    let id = EvaluationId(desk.new_id()?);
                    (Evaluation::empty(id, &row.assignment, period), 0)
                }
            };
            drafts.push(Draft {
                is_final: is_final(view, now.id.0)?,
                row,
                revision,
                before,
                now,
            });
        }
        let places = drafts
            .iter()
            .map(|it| it.row.assignment.id)
            .zip(0..)
            .collect();
        Ok(Self {
            drafts,
            places,
            rules_version: desk.rules.at(period).version,
        })
    }

    pub(super) fn get(&mut self, assignment: AssignmentId) -> Option<&mut Draft> {
        self.places
            .get(&assignment)
            .and_then(|place| self.drafts.get_mut(*place))
    }

    pub(super) fn iter_mut(&mut self) -> impl ExactSizeIterator<Item = &mut Draft> {
        self.drafts.iter_mut()
    }

    /// Writes what changed; how many rows that were.
    pub(super) fn save(self, act: &mut Act<'_>) -> Result<u32, Trouble> {
        let mut changed = 0;
        for mut draft in self.drafts {
            if draft.is_final || !draft.is_changed() {
                continue;
            }
            // A sealed rating that changes is a correction, and a draft until it is sealed again.
            draft.now.state = EvaluationState::Draft;
            draft.now.rules_version = self.rules_version;
            act.put(Document::Evaluation(Box::new(draft.now)))?;
            changed += 1;
        }
        Ok(changed)
    }
}

impl Draft {
    fn is_changed(&self) -> bool {
        match &self.before {
            Some(before) => *before != self.now,
            None => {
                let now = &self.now;
                Evaluation::empty(now.id, &self.row.assignment, now.period) != *now
            }
        }
    }
}
