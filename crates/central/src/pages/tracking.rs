//! What the pages count, kept up to date in the transaction that takes records in: Kelengkapan
//! and Hasil of a whole regency are read from here, never by looking at people.

use super::calendar::{period_of, rhythm, rhythm_number, today, week_of};
use crate::Trouble;
use crate::centre::rules::KnownRules;
use crate::database::{Kind, Row, Sql, Table, Value};
use crate::tables::projection::{Told, day};
use crate::tables::tally::Counts;
use chrono::NaiveDate;
use domain::rules::RuleBook;
use domain::{Period, Rhythm, Timestamp, deadline};
use std::collections::{BTreeMap, BTreeSet};
use sync::message::OfficeId;

type Unit = [u8; 16];

/// Ratings that came in one write; none when they only moved.
#[derive(Default)]
struct Arrived {
    all: i64,
    late: i64,
}

/// Counts again what these documents touch. They stand in the other projections already, which
/// counted the ratings.
pub(crate) async fn follow(
    sql: &mut dyn Sql,
    (office, now): (OfficeId, Timestamp),
    (told, counts, rules): (&Told, &Counts, &KnownRules),
) -> Result<(), Trouble> {
    if let Some(rhythms) = &told.rhythms {
        count_people(sql, (office, now), rhythms).await?;
    }
    if told.ratings.is_empty() && told.moved.is_empty() {
        return Ok(());
    }
    let rules = rules.book(sql).await?;
    let (mut arrived, mut periods) = arrivals(&told.ratings, (today(now), &rules));
    for (unit, period) in &told.moved {
        arrived.entry(*unit).or_default();
        periods.insert((*unit, period.clone()));
    }
    set_results(sql, office, (&periods, counts)).await?;
    count_week(sql, (office, now, &rules), &arrived).await
}

/// The units and periods of the ratings that came, and how many came late.
fn arrivals(
    ratings: &[(Unit, Period)],
    (today, rules): (NaiveDate, &RuleBook),
) -> (BTreeMap<Unit, Arrived>, BTreeSet<(Unit, String)>) {
    let mut arrived: BTreeMap<Unit, Arrived> = BTreeMap::new();
    let mut periods = BTreeSet::new();
    for (unit, period) in ratings {
        let counted = arrived.entry(*unit).or_default();
        counted.all += 1;
        counted.late += i64::from(deadline(&rules.at(*period).deadlines, *period) < today);
        periods.insert((*unit, period.to_string()));
    }
    (arrived, periods)
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

const RESULT: Table = Table {
    name: "unit_result",
    columns: &[
        ("office_id", Kind::Bytes),
        ("unit_id", Kind::Bytes),
        ("period", Kind::Text),
        ("partial", Kind::Int),
        ("predikat_1", Kind::Int),
        ("predikat_2", Kind::Int),
        ("predikat_3", Kind::Int),
        ("predikat_4", Kind::Int),
        ("predikat_5", Kind::Int),
    ],
    key: 3,
};

async fn set_results(
    sql: &mut dyn Sql,
    office: OfficeId,
    (periods, counts): (&BTreeSet<(Unit, String)>, &Counts),
) -> Result<(), Trouble> {
    let row = |key: &(Unit, String)| {
        let count = counts.get(key).ok_or(Trouble::odd("a count"))?;
        let (unit, period) = key;
        let mut row: Vec<Value> = vec![office.0.into(), unit.into(), period.as_str().into()];
        row.extend(count.by_predikat.map(Value::from));
        Ok(row)
    };
    let rows: Vec<Vec<Value>> = periods.iter().map(row).collect::<Result<_, Trouble>>()?;
    sql.upsert(&RESULT, &rows).await?;
    Ok(())
}

/// Counts how far the units are in the period that runs this week.
async fn count_week(
    sql: &mut dyn Sql,
    (office, now, rules): (OfficeId, Timestamp, &RuleBook),
    arrived: &BTreeMap<Unit, Arrived>,
) -> Result<(), Trouble> {
    let week = week_of(today(now));
    let mut units = Vec::with_capacity(arrived.len());
    for (unit, (people, period)) in standing(sql, office, (arrived, rules, week)).await? {
        let key: [Value; 3] = [office.0.into(), unit.into(), period.into()];
        units.push((key, people, arrived.get(&unit)));
    }
    let keys: Vec<Vec<Value>> = units.iter().map(|(key, ..)| key.to_vec()).collect();
    let found = sql
        .query_each(
            "SELECT count(DISTINCT employee_id) FROM evaluation WHERE office_id = $1 \
             AND unit_id = $2 AND period = $3 AND predikat IS NOT NULL",
            &keys,
        )
        .await?;
    let (mut now_rows, mut week_rows) = (Vec::new(), Vec::new());
    for ((key, people, arrived), found) in units.into_iter().zip(found) {
        let rated = found.first().ok_or(Trouble::odd("a count"))?.int(0)?;
        let (all, late) = arrived.map_or((0, 0), |it| (it.all, it.late));
        let counts = [week, people, all, late].map(Value::from);
        let now_row = [key.as_slice(), &[rated.into()]].concat();
        week_rows.push([now_row.as_slice(), &counts].concat());
        now_rows.push(now_row);
    }
    sql.execute_each(
        "UPDATE unit_now SET period = $3, rated = $4 WHERE office_id = $1 AND unit_id = $2",
        &now_rows,
    )
    .await?;
    sql.execute_each(
        "INSERT INTO unit_week (office_id, unit_id, period, rated, week, expected, arrived, late) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) \
         ON CONFLICT (office_id, unit_id, week) DO UPDATE SET period = excluded.period, \
         expected = excluded.expected, rated = excluded.rated, \
         arrived = unit_week.arrived + excluded.arrived, late = unit_week.late + excluded.late",
        &week_rows,
    )
    .await?;
    Ok(())
}

/// The people of each unit, and the period that runs in its rhythm this week. A unit that has not
/// come is left out: its ratings are counted when it comes, and it is in no list before.
async fn standing(
    sql: &mut dyn Sql,
    office: OfficeId,
    (arrived, rules, week): (&BTreeMap<Unit, Arrived>, &RuleBook, i64),
) -> Result<Vec<(Unit, (i64, String))>, Trouble> {
    let keys: Vec<Vec<Value>> = arrived
        .keys()
        .map(|unit| vec![office.0.into(), unit.into()])
        .collect();
    let found = sql
        .query_each(
            "SELECT rhythm, people FROM unit_now WHERE office_id = $1 AND unit_id = $2",
            &keys,
        )
        .await?;
    let mut standing = Vec::with_capacity(found.len());
    for (unit, rows) in arrived.keys().zip(found) {
        if let Some(row) = rows.first() {
            let period = period_of(rules, week, rhythm(row.int(0)?));
            standing.push((*unit, (row.int(1)?, period.to_string())));
        }
    }
    Ok(standing)
}
