//! What pages ask for, folded from documents in the transaction that folds these.

mod links;
mod posts;
mod rows;

use crate::Trouble;
use crate::database::{Sql, Value};
use crate::tables::tally::{self, Counts, Touched};
use crate::tables::written::{Novelty, Written};
use chrono::NaiveDate;
use domain::{Document, Kind, Period, Rhythm, Timestamp};
use record::{Folded, Revision, decode};
use rows::{ASSIGNMENT, EMPLOYEE, EVALUATION, Rated, UNIT};
use std::collections::{BTreeMap, BTreeSet};
use sync::message::OfficeId;

/// When the PC says that it sealed a revision; the time of arrival stands for those not in here.
pub(crate) type Sealed = BTreeMap<Revision, Timestamp>;

type Unit = [u8; 16];

/// What documents say to pages, as rows. Making them reads bodies, and may be done before the
/// transaction that writes them, as long as nothing else is written about the office meanwhile.
#[derive(Debug, Default)]
pub(crate) struct Projection {
    units: Written,
    employees: Written,
    assignments: Written,
    evaluations: Written,
    /// The unit of ratings that belong to another one now.
    moved: Vec<Vec<Value>>,
    touched: Touched,
    told: Told,
}

/// What the counts of pages follow from.
#[derive(Debug, Default)]
pub(crate) struct Told {
    /// The rhythm of each unit that came; `None` when no unit and no post changed.
    pub(crate) rhythms: Option<BTreeMap<Unit, Rhythm>>,
    /// Unit and period of each rating that came.
    pub(crate) ratings: Vec<(Unit, Period)>,
    /// Unit and period of each rating that another post took along, where it was and where it is.
    pub(crate) moved: BTreeSet<(Unit, String)>,
}

impl Projection {
    /// What these documents, which changed, say.
    pub(crate) async fn of(
        sql: &mut dyn Sql,
        (office, now): (OfficeId, Timestamp),
        (documents, sealed): (&[(Folded, Novelty)], &Sealed),
    ) -> Result<Self, Trouble> {
        let mut projection = Self::default();
        let mut rated = Vec::new();
        for (folded, novelty) in documents {
            if matches!(folded.kind, Kind::Unit | Kind::Assignment) {
                projection.told.rhythms.get_or_insert_default();
            }
            // An erased body, or one of a newer program, leaves the row as it was told last.
            let Some(body) = &folded.body else { continue };
            let Ok(document) = decode(folded.kind, body.schema, &body.bytes) else {
                continue;
            };
            if let Document::Evaluation(evaluation) = document {
                rated.push(Rated {
                    evaluation,
                    novelty: *novelty,
                    branches: folded.branches.len(),
                    ruling: folded.verdict().map(|verdict| verdict.ruling),
                    sealed_at: (folded.revision().and_then(|it| sealed.get(&it)))
                        .map_or(now, |at| *at),
                });
            } else {
                projection.add(office, (&document, *novelty));
            }
        }
        projection.link_assignments(sql, office).await?;
        // Behind the assignments, which name the unit.
        projection
            .add_evaluations(sql, (office, now), &rated)
            .await?;
        Ok(projection)
    }

    fn add(&mut self, office: OfficeId, (document, novelty): (&Document, Novelty)) {
        match document {
            Document::Unit(unit) => {
                self.units.push(novelty, rows::unit(office, unit));
                let rhythms = self.told.rhythms.get_or_insert_default();
                rhythms.insert(*unit.id.as_bytes(), unit.rhythm);
            }
            Document::Employee(it) => self.employees.push(novelty, rows::employee(office, it)),
            Document::Assignment(it) => {
                self.assignments.push(novelty, rows::assignment(office, it));
            }
            _ => {}
        }
    }

    /// Writes the rows and counts anew what they touch.
    pub(crate) async fn write(
        self,
        sql: &mut dyn Sql,
        (office, now): (OfficeId, Timestamp),
    ) -> Result<(Told, Counts), Trouble> {
        self.units.write(sql, &UNIT).await?;
        self.employees.write(sql, &EMPLOYEE).await?;
        self.assignments.write(sql, &ASSIGNMENT).await?;
        sql.execute_each(links::MOVE, &self.moved).await?;
        self.evaluations.write(sql, &EVALUATION).await?;
        let counts = tally::count(sql, (office, now), self.touched).await?;
        Ok((self.told, counts))
    }
}

/// Writes what was ruled about these documents.
pub(crate) async fn rule(
    sql: &mut dyn Sql,
    office: OfficeId,
    documents: &[Folded],
) -> Result<(), Trouble> {
    for folded in documents.iter().filter(|it| it.kind == Kind::Evaluation) {
        let ruling = folded.verdict().map(|verdict| verdict.ruling);
        sql.execute(
            "UPDATE evaluation SET ruling = $3 WHERE office_id = $1 AND evaluation_id = $2",
            &[
                office.0.into(),
                folded.doc_id.as_bytes().into(),
                rows::ruling(ruling),
            ],
        )
        .await?;
    }
    Ok(())
}

/// Days since 1970.
pub(crate) fn day(date: NaiveDate) -> i64 {
    date.signed_duration_since(NaiveDate::default()).num_days()
}
