//! Where a row stands: its rating, and everything that the rating rests on.

use crate::roster::RosterRow;
use crate::{Desk, Trouble};
use api::home::MissingPerson;
use api::sheet::RowStatus;
use domain::missing::{Examined, MissingCode, missing};
use domain::rules::bundle;
use domain::{
    AssignmentId, Column, DocumentId, Evaluation, EvidenceId, Kind, Note, Period, UnitId, User,
};
use record::{Ruling, Verdict};
use std::collections::{BTreeSet, HashMap};
use store::{StoreError, View};

/// One row of a period.
#[derive(Clone, Debug)]
pub(crate) struct Standing {
    pub(crate) row: RosterRow,
    pub(crate) period: Period,
    pub(crate) evaluation: Option<Evaluation>,
    /// The evaluation's last change in the journal; 0 while there is none.
    pub(crate) revision: u64,
    /// Notes about the person in this period, newest first.
    pub(crate) notes: Vec<Note>,
    /// Evidence that the rating names, and that of the notes; nothing that was withdrawn.
    pub(crate) evidence: BTreeSet<EvidenceId>,
    /// What the centre ruled about the rating, if that holds for what stands here.
    pub(crate) verdict: Option<Verdict>,
    sealed: Sealed,
    rates_oneself: bool,
}

/// Whether *Siap dikirim* was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sealed {
    Never,
    /// Said, and changed since.
    Changed,
    Current,
}

impl Standing {
    pub(crate) const fn is_exempt(&self) -> bool {
        self.row.exempt.is_some()
    }

    /// Sealed, unchanged since, and not returned by the centre.
    pub(crate) fn is_ready(&self) -> bool {
        !self.is_exempt() && self.sealed == Sealed::Current && !self.is_returned()
    }

    /// The centre asks to look at it again.
    pub(crate) fn is_returned(&self) -> bool {
        self.ruling() == Some(Ruling::Returned)
    }

    /// The centre ruled that nothing changes any more.
    pub(crate) fn is_final(&self) -> bool {
        self.ruling() == Some(Ruling::Final)
    }

    fn ruling(&self) -> Option<Ruling> {
        self.verdict.as_ref().map(|verdict| verdict.ruling)
    }

    /// Whether the head has rated anything, so that earlier ratings may show.
    pub(crate) fn has_draft(&self) -> bool {
        self.evaluation.as_ref().is_some_and(is_rated)
    }

    pub(crate) fn status(&self) -> RowStatus {
        let is_typed = self
            .evaluation
            .as_ref()
            .is_some_and(|it| is_rated(it) || !it.reason.trim().is_empty());
        match self.sealed {
            _ if self.is_exempt() => RowStatus::Exempt,
            Sealed::Current if self.is_returned() => RowStatus::Returned,
            Sealed::Current if self.is_final() => RowStatus::Final,
            Sealed::Current => RowStatus::Ready,
            Sealed::Changed => RowStatus::Changed,
            Sealed::Never if is_typed => RowStatus::Draft,
            Sealed::Never => RowStatus::Empty,
        }
    }

    /// Everything that is missing; nothing of somebody exempt.
    pub(crate) fn missing(&self) -> Vec<MissingCode> {
        if self.is_exempt() {
            return Vec::new();
        }
        missing(Examined {
            evaluation: self.evaluation.as_ref(),
            evidence_count: self.evidence.len(),
            rates_oneself: self.rates_oneself,
            appraiser_known: self.row.appraiser.is_some(),
        })
    }

    /// What stops *Siap dikirim*.
    pub(crate) fn blocks(&self) -> Vec<MissingCode> {
        let mut codes = self.missing();
        codes.retain(|code| bundle().missing.blocks(*code));
        codes
    }

    /// The row, as lists of missing things name it.
    pub(crate) fn person(&self) -> MissingPerson {
        missing_person(&self.row)
    }
}

/// A row, as lists of missing things name it.
pub(crate) fn missing_person(row: &RosterRow) -> MissingPerson {
    MissingPerson {
        assignment: row.assignment.id,
        employee: row.employee.id,
        name: row.employee.full_name(),
        nip: row.employee.nip.clone(),
        tenure: row.assignment.tenure,
    }
}

/// Finds out where rows stand, in one period and for one user.
pub(crate) struct Standings<'a> {
    view: &'a View<'a>,
    period: Period,
    user: Option<&'a User>,
}

impl<'a> Standings<'a> {
    pub(crate) fn new(desk: &'a Desk<'_>, view: &'a View<'a>, period: Period) -> Self {
        Self {
            view,
            period,
            user: desk.user.as_ref(),
        }
    }

    /// Of rows of one unit, or of all: their evaluations are read at once.
    pub(crate) fn of_unit(
        &self,
        unit: Option<UnitId>,
        rows: Vec<RosterRow>,
    ) -> Result<Vec<Standing>, Trouble> {
        let mut evaluations: HashMap<AssignmentId, Evaluation> = self
            .view
            .evaluations_in(self.period, unit)?
            .into_iter()
            .map(|it| (it.assignment, it))
            .collect();
        rows.into_iter()
            .map(|row| {
                let evaluation = evaluations.remove(&row.assignment.id);
                self.of(row, evaluation)
            })
            .collect()
    }

    /// Of single rows.
    pub(crate) fn of_rows(&self, rows: Vec<RosterRow>) -> Result<Vec<Standing>, Trouble> {
        rows.into_iter()
            .map(|row| {
                let evaluation = self.view.evaluation_of(row.assignment.id, self.period)?;
                self.of(row, evaluation)
            })
            .collect()
    }

    /// Of a row whose evaluation was read before.
    pub(crate) fn of(
        &self,
        row: RosterRow,
        evaluation: Option<Evaluation>,
    ) -> Result<Standing, Trouble> {
        let (first, last) = (self.period.first_day(), self.period.last_day());
        let notes = self.view.notes_between(row.employee.id, first, last)?;
        let id = evaluation.as_ref().map(|it| it.id.0);
        let revision = match id {
            Some(id) => self.view.revision(Kind::Evaluation, id)?.unwrap_or(0),
            None => 0,
        };
        let sealed = match id {
            Some(id) if self.view.sealed_equals_current(Kind::Evaluation, id)? => Sealed::Current,
            Some(id) if self.view.sealed_revision(Kind::Evaluation, id)?.is_some() => {
                Sealed::Changed
            }
            _ => Sealed::Never,
        };
        let verdict = match id {
            Some(id) => verdict(self.view, id)?,
            None => None,
        };
        let evidence = self.evidence(evaluation.as_ref(), &notes)?;
        // Nor does anybody finish the own row in the name of another appraiser.
        let rates_oneself = row.rates_oneself || is_of_user(&row, self.user);
        let period = self.period;
        Ok(Standing {
            row,
            period,
            evaluation,
            revision,
            notes,
            evidence,
            verdict,
            sealed,
            rates_oneself,
        })
    }

    fn evidence(
        &self,
        evaluation: Option<&Evaluation>,
        notes: &[Note],
    ) -> Result<BTreeSet<EvidenceId>, Trouble> {
        let named = evaluation.into_iter().flat_map(|it| &it.evidence);
        let mut found: BTreeSet<EvidenceId> = named
            .chain(notes.iter().flat_map(|note| &note.evidence))
            .copied()
            .collect();
        let mut withdrawn = Vec::new();
        for id in &found {
            if self.view.evidence(*id)?.is_none_or(|it| it.withdrawn) {
                withdrawn.push(*id);
            }
        }
        for id in withdrawn {
            found.remove(&id);
        }
        Ok(found)
    }
}

/// What the centre ruled about a rating. What was returned is answered once it is sealed again, sent
/// or not.
fn verdict(view: &View<'_>, id: DocumentId) -> Result<Option<Verdict>, StoreError> {
    let Some(verdict) = view.verdict(Kind::Evaluation, id)? else {
        return Ok(None);
    };
    let holds = verdict.ruling == Ruling::Final
        || view.sealed_revision(Kind::Evaluation, id)? == Some(verdict.revision);
    Ok(holds.then_some(verdict))
}

/// A verdict, as screens show it.
pub(crate) fn shown_verdict(verdict: Verdict) -> api::sheet::Verdict {
    api::sheet::Verdict {
        is_final: verdict.ruling == Ruling::Final,
        reason: verdict.reason,
        by: verdict.by,
        at: verdict.at,
    }
}

/// Whether the centre ruled that a rating is final.
pub(crate) fn is_final(view: &View<'_>, id: DocumentId) -> Result<bool, StoreError> {
    let verdict = view.verdict(Kind::Evaluation, id)?;
    Ok(verdict.is_some_and(|verdict| verdict.ruling == Ruling::Final))
}

/// Whether the row is the user's own.
pub(super) fn is_of_user(row: &RosterRow, user: Option<&User>) -> bool {
    user.and_then(|user| user.nip.as_ref()) == Some(&row.employee.nip)
}

fn is_rated(evaluation: &Evaluation) -> bool {
    Column::ALL
        .iter()
        .any(|column| evaluation.cell(*column).rating.is_some())
}
