//! Attainment in a list: it belongs to the period that the day of the import falls into.

use crate::sheet::is_final;
use crate::{Desk, Trouble};
use chrono::NaiveDate;
use domain::assignment::Tenure;
use domain::evaluation::EvaluationState;
use domain::{Assignment, Capaian, Document, Evaluation, EvaluationId, Period, Unit};
use store::{Act, View};

/// An attainment and where it belongs.
pub(super) struct Attained {
    pub(super) post: Assignment,
    pub(super) period: Period,
    pub(super) capaian: Capaian,
}

impl Attained {
    /// The post that it belongs to: held for good before Plt and Plh, the latest. `None` when the
    /// person holds none in the period.
    pub(super) fn of(
        posts: &[Assignment],
        capaian: Capaian,
        (day, unit): (NaiveDate, impl Fn(&Assignment) -> Option<Unit>),
    ) -> Option<Self> {
        let in_period = posts.iter().filter_map(|post| {
            let period = Period::containing(day, unit(post)?.rhythm);
            post.touches(period).then_some((post, period))
        });
        let (post, period) =
            in_period.max_by_key(|(post, _)| (post.tenure == Tenure::Definitif, post.from))?;
        Some(Self {
            post: post.clone(),
            period,
            capaian,
        })
    }

    /// What is there now, in any post of the person.
    pub(super) fn before(
        &self,
        view: &View<'_>,
        posts: &[Assignment],
    ) -> Result<Option<Capaian>, Trouble> {
        for post in posts {
            if let Some(evaluation) = view.evaluation_of(post.id, self.period)? {
                return Ok(evaluation.capaian);
            }
        }
        Ok(None)
    }

    /// Writes it into the draft, beginning one if there is none. A sealed one becomes a correction.
    pub(super) fn put(&self, desk: &Desk<'_>, act: &mut Act<'_>) -> Result<(), Trouble> {
        let mut evaluation = match act.evaluation_of(self.post.id, self.period)? {
            Some(evaluation) if evaluation.capaian == Some(self.capaian) => return Ok(()),
            Some(evaluation) => evaluation,
            None => Evaluation::empty(EvaluationId(desk.new_id()?), &self.post, self.period),
        };
        if is_final(act, evaluation.id.0)? {
            return Ok(());
        }
        evaluation.capaian = Some(self.capaian);
        evaluation.rules_version = desk.rules.at(self.period).version;
        evaluation.state = EvaluationState::Draft;
        Ok(act.put(Document::Evaluation(Box::new(evaluation)))?)
    }
}
