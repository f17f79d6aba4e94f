//! What the pages count, kept up to date in the transaction that takes records in: Kelengkapan
//! and Hasil of a whole regency are read from here, never by looking at people.

use super::calendar::{period_of, rhythm, rhythm_number, today, week_of};
use super::people::body;
use crate::Trouble;
use crate::centre::rules::KnownRules;
use crate::database::{Row, Sql, Value};
use crate::tables::projection::day;
use domain::rules::RuleBook;
use domain::{Document, Kind, Period, Rhythm, Timestamp, deadline};
use record::Folded;
use std::collections::{BTreeMap, BTreeSet};
use sync::message::OfficeId;

type Unit = [u8; 16];

/// Ratings that came in one write.
#[derive(Default)]
struct Arrived {
    all: i64,
    late: i64,
}

/// Counts again what these documents touch. They stand in the other projections already.
pub(crate) async fn follow(
    sql: &mut dyn Sql,
    (office, now): (OfficeId, Timestamp),
    (documents, rules): (&[Folded], &KnownRules),
) -> Result<(), Trouble> {
    let has = |kinds: &[Kind]| documents.iter().any(|it| kinds.contains(&it.kind));
    if has(&[Kind::Unit, Kind::Assignment]) {
        let rhythms = documents.iter().filter_map(|folded| match body(folded)? {
            Document::Unit(unit) => Some((*unit.id.as_bytes(), unit.rhythm)),
            _ => None,
        });
        count_people(sql, (office, now), &rhythms.collect()).await?;
    }
    if !has(&[Kind::Evaluation]) {
        return Ok(());
    }
    let rules = rules.book(sql).await?;
    let (arrived, periods) = arrivals(sql, (office, now), (documents, &rules)).await?;
    for (unit, period) in &periods {
        count_results(sql, office, (unit, period)).await?;
    }
    for (unit, arrived) in &arrived {
        count_week(sql, (office, now, &rules), (unit, arrived)).await?;
    }
    Ok(())
}

/// The units and periods of the ratings that came, and how many came late.
async fn arrivals(
    sql: &mut dyn Sql,
    (office, now): (OfficeId, Timestamp),
    (documents, rules): (&[Folded], &RuleBook),
) -> Result<(BTreeMap<Unit, Arrived>, BTreeSet<(Unit, String)>), Trouble> {
    let keys: Vec<Vec<Value>> = documents
        .iter()
        .filter(|it| it.kind == Kind::Evaluation)
        .map(|it| vec![office.0.into(), it.doc_id.into_bytes().into()])
        .collect();
    let found = sql
        .query_each(
            "SELECT unit_id, period FROM evaluation \
             WHERE office_id = $1 AND evaluation_id = $2 AND unit_id IS NOT NULL",
            &keys,
        )
        .await?;
    let today = today(now);
    let mut arrived: BTreeMap<Unit, Arrived> = BTreeMap::new();
    let mut periods = BTreeSet::new();
    for row in found.iter().flatten() {
        let (unit, period) = (row.array(0)?, row.text(1)?);
        let parsed: Period = period.parse().map_err(|_| Trouble::odd("a period"))?;
        let counted = arrived.entry(unit).or_default();
        counted.all += 1;
        counted.late += i64::from(deadline(&rules.at(parsed).deadlines, parsed) < today);
        periods.insert((unit, period.to_owned()));
    }
    Ok((arrived, periods))
}

/// Counts who holds a post in each unit of the office. An office is small, and nothing is carried
/// on that way.
async fn count_people(
    sql: &mut dyn Sql,
    (office, now): (OfficeId, Timestamp),
    rhythms: &BTreeMap<Unit, Rhythm>,
) -> Result<(), Trouble> {
    let today = day(today(now));
    let rows = sql
        .query(
            "SELECT u.unit_id, (SELECT count(DISTINCT a.employee_id) FROM assignment a \
             WHERE a.office_id = u.office_id AND a.unit_id = u.unit_id \
             AND (a.last_day IS NULL OR a.last_day >= $2)), n.people, n.rhythm \
             FROM unit u LEFT JOIN unit_now n \
             ON n.office_id = u.office_id AND n.unit_id = u.unit_id WHERE u.office_id = $1",
            &[office.0.into(), today.into()],
        )
        .await?;
    let mut changed: Vec<Vec<Value>> = Vec::new();
    for row in &rows {
        let (unit, people): (Unit, i64) = (row.array(0)?, row.int(1)?);
        let known = row.optional(3, Row::int)?;
        let told = rhythms.get(&unit).map(|rhythm| rhythm_number(*rhythm));
        let wanted = told.or(known).unwrap_or(0);
        if row.optional(2, Row::int)? != Some(people) || known != Some(wanted) {
            changed.push(vec![
                office.0.into(),
                unit.into(),
                wanted.into(),
                people.into(),
            ]);
        }
    }
    sql.execute_each(
        "INSERT INTO unit_now (office_id, unit_id, rhythm, people, period, rated) \
         VALUES ($1, $2, $3, $4, '', 0) ON CONFLICT (office_id, unit_id) DO UPDATE SET \
         rhythm = excluded.rhythm, people = excluded.people",
        &changed,
    )
    .await?;
    Ok(())
}

async fn count_results(
    sql: &mut dyn Sql,
    office: OfficeId,
    (unit, period): (&Unit, &str),
) -> Result<(), Trouble> {
    let rows = sql
        .query(
            "SELECT coalesce(predikat, 0), count(*) FROM evaluation \
             WHERE office_id = $1 AND unit_id = $2 AND period = $3 GROUP BY coalesce(predikat, 0)",
            &[office.0.into(), unit.into(), period.into()],
        )
        .await?;
    // Those that are not whole first, then the worst.
    let mut counts = [0_i64; 6];
    for row in &rows {
        let place = usize::try_from(row.int(0)?).unwrap_or(usize::MAX);
        *counts.get_mut(place).ok_or(Trouble::odd("a predikat"))? = row.int(1)?;
    }
    let mut values: Vec<Value> = vec![office.0.into(), unit.into(), period.into()];
    values.extend(counts.map(Value::from));
    sql.execute(
        "INSERT INTO unit_result (office_id, unit_id, period, partial, predikat_1, predikat_2, \
         predikat_3, predikat_4, predikat_5) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) \
         ON CONFLICT (office_id, unit_id, period) DO UPDATE SET partial = excluded.partial, \
         predikat_1 = excluded.predikat_1, predikat_2 = excluded.predikat_2, \
         predikat_3 = excluded.predikat_3, predikat_4 = excluded.predikat_4, \
         predikat_5 = excluded.predikat_5",
        &values,
    )
    .await?;
    Ok(())
}

/// Counts how far a unit is in the period that runs this week.
async fn count_week(
    sql: &mut dyn Sql,
    (office, now, rules): (OfficeId, Timestamp, &RuleBook),
    (unit, arrived): (&Unit, &Arrived),
) -> Result<(), Trouble> {
    let (office, unit): (Value, Value) = (office.0.into(), unit.into());
    let rows = sql
        .query(
            "SELECT rhythm, people FROM unit_now WHERE office_id = $1 AND unit_id = $2",
            &[office.clone(), unit.clone()],
        )
        .await?;
    // A rating whose unit has not come is counted when that comes: it is in no list before.
    let Some(row) = rows.first() else {
        return Ok(());
    };
    let week = week_of(today(now));
    let period = period_of(rules, week, rhythm(row.int(0)?)).to_string();
    let rated = sql
        .query(
            "SELECT count(DISTINCT employee_id) FROM evaluation WHERE office_id = $1 \
             AND unit_id = $2 AND period = $3 AND predikat IS NOT NULL",
            &[office.clone(), unit.clone(), period.clone().into()],
        )
        .await?;
    let rated = rated.first().ok_or(Trouble::odd("a count"))?.int(0)?;
    sql.execute(
        "UPDATE unit_now SET period = $3, rated = $4 WHERE office_id = $1 AND unit_id = $2",
        &[
            office.clone(),
            unit.clone(),
            period.clone().into(),
            rated.into(),
        ],
    )
    .await?;
    sql.execute(
        "INSERT INTO unit_week (office_id, unit_id, week, period, expected, rated, arrived, late) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) \
         ON CONFLICT (office_id, unit_id, week) DO UPDATE SET period = excluded.period, \
         expected = excluded.expected, rated = excluded.rated, \
         arrived = unit_week.arrived + excluded.arrived, late = unit_week.late + excluded.late",
        &[
            office,
            unit,
            week.into(),
            period.into(),
            row.int(1)?.into(),
            rated.into(),
            arrived.all.into(),
            arrived.late.into(),
        ],
    )
    .await?;
    Ok(())
}
