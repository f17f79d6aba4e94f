//! What pages ask for, folded from documents in the transaction that folds these.

use crate::Trouble;
use crate::database::{Row, Sql, Value, plain};
use crate::tables::tally::{self, Touched};
use chrono::NaiveDate;
use domain::{Assignment, Document, Employee, Evaluation, Predikat, Timestamp, Unit};
use record::{Folded, Revision, decode};
use std::collections::BTreeMap;
use sync::message::OfficeId;

/// When the PC says that it sealed a revision; the time of arrival stands for those not in here.
pub(crate) type Sealed = BTreeMap<Revision, Timestamp>;

/// Writes what these documents, which changed, say to pages.
pub(crate) async fn set(
    sql: &mut dyn Sql,
    (office, now): (OfficeId, Timestamp),
    (documents, sealed): (&[Folded], &Sealed),
) -> Result<(), Trouble> {
    let mut touched = Touched::default();
    let mut evaluations = Vec::new();
    for folded in documents {
        // An erased body, or one of a newer program, leaves the row as it was told last.
        let Some(body) = &folded.body else { continue };
        let Ok(document) = decode(folded.kind, body.schema, &body.bytes) else {
            continue;
        };
        match document {
            Document::Unit(unit) => set_unit(sql, office, &unit).await?,
            Document::Employee(employee) => set_employee(sql, office, &employee).await?,
            Document::Assignment(assignment) => {
                set_assignment(sql, office, (&assignment, &mut touched)).await?;
            }
            Document::Evaluation(evaluation) => evaluations.push(Rated {
                evaluation,
                branches: folded.branches.len(),
                sealed_at: (folded.revision().and_then(|it| sealed.get(&it))).map_or(now, |at| *at),
            }),
            _ => {}
        }
    }
    // Behind the assignments, which name the unit.
    set_evaluations(sql, (office, now), (&evaluations, &mut touched)).await?;
    tally::count(sql, (office, now), touched).await
}

struct Rated {
    evaluation: Box<Evaluation>,
    branches: usize,
    sealed_at: Timestamp,
}

async fn set_unit(sql: &mut dyn Sql, office: OfficeId, unit: &Unit) -> Result<(), Trouble> {
    sql.execute(
        "INSERT INTO unit (office_id, unit_id, parent_id, name, siasn_id) \
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT (office_id, unit_id) DO UPDATE SET \
         parent_id = excluded.parent_id, name = excluded.name, siasn_id = excluded.siasn_id",
        &[
            office.0.into(),
            unit.id.as_bytes().into(),
            unit.parent.map(|it| *it.as_bytes()).into(),
            plain(&unit.name),
            unit.siasn_unor_id.as_deref().map_or(Value::Null, plain),
        ],
    )
    .await?;
    Ok(())
}

async fn set_employee(
    sql: &mut dyn Sql,
    office: OfficeId,
    employee: &Employee,
) -> Result<(), Trouble> {
    sql.execute(
        "INSERT INTO employee (office_id, employee_id, nip, name) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (office_id, employee_id) DO UPDATE SET \
         nip = excluded.nip, name = excluded.name",
        &[
            office.0.into(),
            employee.id.as_bytes().into(),
            plain(employee.nip.digits()),
            plain(&employee.full_name()),
        ],
    )
    .await?;
    Ok(())
}

async fn set_assignment(
    sql: &mut dyn Sql,
    office: OfficeId,
    (assignment, touched): (&Assignment, &mut Touched),
) -> Result<(), Trouble> {
    let id = assignment.id.as_bytes();
    let before = sql
        .query(
            "SELECT unit_id FROM assignment WHERE office_id = $1 AND assignment_id = $2",
            &[office.0.into(), id.into()],
        )
        .await?;
    for row in &before {
        touched.units.insert(row.array(0)?);
    }
    let unit = assignment.unit.as_bytes();
    touched.units.insert(*unit);
    sql.execute(
        "INSERT INTO assignment (office_id, assignment_id, employee_id, unit_id, first_day, \
         last_day) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (office_id, assignment_id) \
         DO UPDATE SET employee_id = excluded.employee_id, unit_id = excluded.unit_id, \
         first_day = excluded.first_day, last_day = excluded.last_day",
        &[
            office.0.into(),
            id.into(),
            assignment.employee.as_bytes().into(),
            unit.into(),
            day(assignment.from).into(),
            assignment.to.map(day).into(),
        ],
    )
    .await?;
    let moved = sql
        .query(
            "SELECT period FROM evaluation WHERE office_id = $1 AND assignment_id = $2",
            &[office.0.into(), id.into()],
        )
        .await?;
    for row in &moved {
        touched.periods.insert((*unit, row.text(0)?.to_owned()));
    }
    if !moved.is_empty() {
        sql.execute(
            "UPDATE evaluation SET unit_id = $3 WHERE office_id = $1 AND assignment_id = $2",
            &[office.0.into(), id.into(), unit.into()],
        )
        .await?;
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
    let units = sql
        .query_each(
            "SELECT unit_id FROM assignment WHERE office_id = $1 AND assignment_id = $2",
            &keys,
        )
        .await?;
    let mut rows = Vec::with_capacity(evaluations.len());
    for (it, found) in evaluations.iter().zip(units) {
        let evaluation = &it.evaluation;
        let unit: Option<[u8; 16]> = found.first().map(|row: &Row| row.array(0)).transpose()?;
        let period = evaluation.period.to_string();
        if let Some(unit) = unit {
            touched.periods.insert((unit, period.clone()));
        }
        rows.push(vec![
            office.0.into(),
            evaluation.id.as_bytes().into(),
            evaluation.employee.as_bytes().into(),
            evaluation.assignment.as_bytes().into(),
            unit.into(),
            period.into(),
            evaluation.hasil_kerja.rating.map(rating).into(),
            evaluation.perilaku.rating.map(rating).into(),
            evaluation.predikat().map(predikat).into(),
            i64::try_from(it.branches).unwrap_or(i64::MAX).into(),
            it.sealed_at.0.into(),
            now.0.into(),
        ]);
    }
    sql.execute_each(
        "INSERT INTO evaluation (office_id, evaluation_id, employee_id, assignment_id, unit_id, \
         period, hasil_kerja, perilaku, predikat, branches, sealed_at, changed_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) \
         ON CONFLICT (office_id, evaluation_id) DO UPDATE SET unit_id = excluded.unit_id, \
         hasil_kerja = excluded.hasil_kerja, perilaku = excluded.perilaku, \
         predikat = excluded.predikat, branches = excluded.branches, \
         sealed_at = excluded.sealed_at, changed_at = excluded.changed_at",
        &rows,
    )
    .await?;
    Ok(())
}

/// Days since 1970.
pub(crate) fn day(date: NaiveDate) -> i64 {
    date.signed_duration_since(NaiveDate::default()).num_days()
}

/// 1 below expectation, 2 as expected, 3 above it.
const fn rating(rating: domain::Rating) -> i64 {
    match rating {
        domain::Rating::DiBawah => 1,
        domain::Rating::Sesuai => 2,
        domain::Rating::DiAtas => 3,
    }
}

/// 1 the worst, 5 the best.
const fn predikat(predikat: Predikat) -> i64 {
    match predikat {
        Predikat::SangatKurang => 1,
        Predikat::Kurang => 2,
        Predikat::ButuhPerbaikan => 3,
        Predikat::Baik => 4,
        Predikat::SangatBaik => 5,
    }
}
