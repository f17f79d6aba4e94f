//! What pages ask for, folded from documents in the transaction that folds these.

mod rows;

use crate::Trouble;
use crate::database::{Sql, Value};
use crate::tables::tally::{self, Touched};
use chrono::NaiveDate;
use domain::{Document, Kind, Timestamp};
use record::{Folded, Revision, decode};
use rows::{ASSIGNMENT, EMPLOYEE, EVALUATION, Rated, UNIT};
use std::collections::BTreeMap;
use sync::message::OfficeId;

/// When the PC says that it sealed a revision; the time of arrival stands for those not in here.
pub(crate) type Sealed = BTreeMap<Revision, Timestamp>;

/// Rows to write, by table.
#[derive(Default)]
struct Changed {
    units: Vec<Vec<Value>>,
    employees: Vec<Vec<Value>>,
    assignments: Vec<Vec<Value>>,
    evaluations: Vec<Rated>,
}

/// Writes what these documents, which changed, say to pages.
pub(crate) async fn set(
    sql: &mut dyn Sql,
    (office, now): (OfficeId, Timestamp),
    (documents, sealed): (&[Folded], &Sealed),
) -> Result<(), Trouble> {
    let mut changed = Changed::default();
    for folded in documents {
        // An erased body, or one of a newer program, leaves the row as it was told last.
        let Some(body) = &folded.body else { continue };
        let Ok(document) = decode(folded.kind, body.schema, &body.bytes) else {
            continue;
        };
        match document {
            Document::Unit(unit) => changed.units.push(rows::unit(office, &unit)),
            Document::Employee(it) => changed.employees.push(rows::employee(office, &it)),
            Document::Assignment(it) => changed.assignments.push(rows::assignment(office, &it)),
            Document::Evaluation(evaluation) => changed.evaluations.push(Rated {
                evaluation,
                branches: folded.branches.len(),
                ruling: folded.verdict().map(|verdict| verdict.ruling),
                sealed_at: (folded.revision().and_then(|it| sealed.get(&it))).map_or(now, |at| *at),
            }),
            _ => {}
        }
    }
    let mut touched = Touched::default();
    sql.upsert(&UNIT, &changed.units).await?;
    sql.upsert(&EMPLOYEE, &changed.employees).await?;
    set_assignments(sql, (&changed.assignments, &mut touched)).await?;
    // Behind the assignments, which name the unit.
    set_evaluations(sql, (office, now), (&changed.evaluations, &mut touched)).await?;
    tally::count(sql, (office, now), touched).await
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

/// Where the unit stands in a row of `assignment`.
const UNIT_OF_ASSIGNMENT: usize = 3;

async fn set_assignments(
    sql: &mut dyn Sql,
    (rows, touched): (&[Vec<Value>], &mut Touched),
) -> Result<(), Trouble> {
    let keys: Vec<Vec<Value>> = rows
        .iter()
        .map(|row| row.iter().take(ASSIGNMENT.key).cloned().collect())
        .collect();
    let before = sql.find(&ASSIGNMENT, &["unit_id"], &keys).await?;
    for row in before.iter().flatten() {
        touched.units.insert(row.array(0)?);
    }
    sql.upsert(&ASSIGNMENT, rows).await?;
    let rated = sql
        .query_each(
            "SELECT period FROM evaluation WHERE office_id = $1 AND assignment_id = $2",
            &keys,
        )
        .await?;
    for ((key, row), rated) in keys.iter().zip(rows).zip(rated) {
        let Some(Value::Bytes(unit)) = row.get(UNIT_OF_ASSIGNMENT) else {
            continue;
        };
        let Ok(unit_id) = <[u8; 16]>::try_from(unit.as_slice()) else {
            continue;
        };
        touched.units.insert(unit_id);
        for row in &rated {
            touched.periods.insert((unit_id, row.text(0)?.to_owned()));
        }
        if !rated.is_empty() {
            let values = [key.as_slice(), &[unit_id.into()]].concat();
            sql.execute(
                "UPDATE evaluation SET unit_id = $3 WHERE office_id = $1 AND assignment_id = $2",
                &values,
            )
            .await?;
        }
    }
    Ok(())
}

async fn set_evaluations(
    sql: &mut dyn Sql,
    (office, now): (OfficeId, Timestamp),
    (evaluations, touched): (&[Rated], &mut Touched),
) -> Result<(), Trouble> {
    let keys: Vec<Vec<Value>> = evaluations
        .iter()
        .map(|it| vec![office.0.into(), it.evaluation.assignment.as_bytes().into()])
        .collect();
    let units = sql.find(&ASSIGNMENT, &["unit_id"], &keys).await?;
    let mut written = Vec::with_capacity(evaluations.len());
    for (it, found) in evaluations.iter().zip(units) {
        let unit: Option<[u8; 16]> = found.first().map(|row| row.array(0)).transpose()?;
        if let Some(unit) = unit {
            let period = it.evaluation.period.to_string();
            touched.periods.insert((unit, period));
        }
        written.push(rows::evaluation((office, now), it, unit));
    }
    sql.upsert(&EVALUATION, &written).await?;
    Ok(())
}

/// Days since 1970.
pub(crate) fn day(date: NaiveDate) -> i64 {
    date.signed_duration_since(NaiveDate::default()).num_days()
}
