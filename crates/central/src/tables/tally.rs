//! How complete a unit's period is.

use crate::Trouble;
use crate::database::{Kind, Row, Sql, Table, Value};
use crate::tables::projection::day;
use domain::{Period, Timestamp};
use std::collections::{BTreeMap, BTreeSet};
use sync::message::OfficeId;

const TABLE: Table = Table {
    name: "tally",
    columns: &[
        ("office_id", Kind::Bytes),
        ("unit_id", Kind::Bytes),
        ("period", Kind::Text),
        ("expected", Kind::Int),
        ("rated", Kind::Int),
        ("partial", Kind::Int),
        ("branched", Kind::Int),
        ("changed_at", Kind::Int),
    ],
    key: 3,
};

/// What has to be counted anew.
#[derive(Debug, Default)]
pub(crate) struct Touched {
    /// Units whose people changed: every period of them.
    pub(crate) units: BTreeSet<[u8; 16]>,
    /// Periods of units in which ratings changed.
    pub(crate) periods: BTreeSet<([u8; 16], String)>,
}

/// How the ratings of a unit's period fell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    /// Those that are not whole first, then the worst.
    pub(crate) by_predikat: [i64; 6],
    branched: i64,
}

/// What was counted, by unit and period.
pub(crate) type Counts = BTreeMap<([u8; 16], String), Count>;

/// Counts anew. A unit is small and its evaluations lie together, so that counting is as quick as
/// adding, and no mistake is carried on.
pub(crate) async fn count(
    sql: &mut dyn Sql,
    (office, now): (OfficeId, Timestamp),
    touched: Touched,
) -> Result<Counts, Trouble> {
    let Touched { units, mut periods } = touched;
    let keys: Vec<Vec<Value>> = units
        .iter()
        .map(|unit| vec![office.0.into(), unit.into()])
        .collect();
    let known = sql
        .query_each(
            "SELECT period FROM tally WHERE office_id = $1 AND unit_id = $2",
            &keys,
        )
        .await?;
    for (unit, rows) in units.iter().zip(known) {
        for row in &rows {
            periods.insert((*unit, row.text(0)?.to_owned()));
        }
    }
    let keys: Vec<Vec<Value>> = periods
        .iter()
        .map(|(unit, period)| vec![office.0.into(), unit.into(), period.as_str().into()])
        .collect();
    let counts = count_ratings(sql, &keys).await?;
    let expected = count_expected(sql, (office, &periods)).await?;
    let rows: Vec<Vec<Value>> = keys
        .into_iter()
        .zip(counts.iter().zip(expected))
        .map(|(mut row, (count, expected))| {
            let [partial, whole @ ..] = count.by_predikat;
            let rated: i64 = whole.iter().sum();
            let counted = [expected, rated, partial, count.branched, now.0];
            row.extend(counted.map(Value::from));
            row
        })
        .collect();
    sql.upsert(&TABLE, &rows).await?;
    Ok(periods.into_iter().zip(counts).collect())
}

/// How the ratings of each unit and period fell.
async fn count_ratings(sql: &mut dyn Sql, keys: &[Vec<Value>]) -> Result<Vec<Count>, Trouble> {
    let found = sql
        .query_each(
            "SELECT coalesce(predikat, 0), count(*), \
             coalesce(sum(CASE WHEN branches > 0 THEN 1 ELSE 0 END), 0) FROM evaluation \
             WHERE office_id = $1 AND unit_id = $2 AND period = $3 GROUP BY coalesce(predikat, 0)",
            keys,
        )
        .await?;
    let count = |rows: &Vec<Row>| {
        let mut count = Count::default();
        for row in rows {
            let place: usize = row.small(0)?;
            let counted = count.by_predikat.get_mut(place);
            *counted.ok_or(Trouble::odd("a predikat"))? = row.int(1)?;
            count.branched += row.int(2)?;
        }
        Ok(count)
    };
    found.iter().map(count).collect()
}

/// How many posts touch each of the periods.
async fn count_expected(
    sql: &mut dyn Sql,
    (office, periods): (OfficeId, &BTreeSet<([u8; 16], String)>),
) -> Result<Vec<i64>, Trouble> {
    let key = |(unit, period): &([u8; 16], String)| {
        let (first, last) = days(period)?;
        Ok(vec![
            office.0.into(),
            unit.into(),
            first.into(),
            last.into(),
        ])
    };
    let keys: Vec<Vec<Value>> = periods.iter().map(key).collect::<Result<_, Trouble>>()?;
    let found = sql
        .query_each(
            "SELECT count(*) FROM assignment WHERE office_id = $1 AND unit_id = $2 \
             AND first_day <= $4 AND (last_day IS NULL OR last_day >= $3)",
            &keys,
        )
        .await?;
    found
        .iter()
        .map(|rows| Ok(rows.first().ok_or(Trouble::odd("a tally"))?.int(0)?))
        .collect()
}

/// First and last day of a period, in days since 1970.
pub(crate) fn days(period: &str) -> Result<(i64, i64), Trouble> {
    let period: Period = period.parse().map_err(|_| Trouble::odd("a period"))?;
    Ok((day(period.first_day()), day(period.last_day())))
}

/// Microseconds of a week.
const WEEK: i64 = 7 * 24 * 60 * 60 * 1_000_000;
/// From 1970 to the first Monday, in microseconds.
const FIRST_MONDAY: i64 = 4 * 24 * 60 * 60 * 1_000_000;

/// Notes how many records of an office came this week, and how many of them late.
pub(crate) async fn add_to_week(
    sql: &mut dyn Sql,
    (office, now): (OfficeId, Timestamp),
    (records, late): (i64, i64),
) -> Result<(), Trouble> {
    let week = (now.0 - FIRST_MONDAY).div_euclid(WEEK);
    sql.execute(
        "INSERT INTO office_week (office_id, week, records, late) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (office_id, week) DO UPDATE SET \
         records = office_week.records + excluded.records, \
         late = office_week.late + excluded.late",
        &[office.0.into(), week.into(), records.into(), late.into()],
    )
    .await?;
    Ok(())
}
