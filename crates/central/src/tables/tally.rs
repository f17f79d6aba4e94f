//! How complete a unit's period is.

use crate::Trouble;
use crate::database::{Sql, Value};
use crate::tables::projection::day;
use domain::{Period, Timestamp};
use std::collections::BTreeSet;
use sync::message::OfficeId;

/// What has to be counted anew.
#[derive(Debug, Default)]
pub(crate) struct Touched {
    /// Units whose people changed: every period of them.
    pub(crate) units: BTreeSet<[u8; 16]>,
    /// Periods of units in which ratings changed.
    pub(crate) periods: BTreeSet<([u8; 16], String)>,
}

/// Counts anew. A unit is small and its evaluations lie together, so that counting is as quick as
/// adding, and no mistake is carried on.
pub(crate) async fn count(
    sql: &mut dyn Sql,
    (office, now): (OfficeId, Timestamp),
    mut touched: Touched,
) -> Result<(), Trouble> {
    for unit in &touched.units {
        let rows = sql
            .query(
                "SELECT period FROM tally WHERE office_id = $1 AND unit_id = $2",
                &[office.0.into(), unit.into()],
            )
            .await?;
        for row in &rows {
            touched.periods.insert((*unit, row.text(0)?.to_owned()));
        }
    }
    for (unit, period) in &touched.periods {
        count_one(sql, (office, now), (unit, period)).await?;
    }
    Ok(())
}

async fn count_one(
    sql: &mut dyn Sql,
    (office, now): (OfficeId, Timestamp),
    (unit, period): (&[u8; 16], &str),
) -> Result<(), Trouble> {
    let (first, last) = days(period)?;
    let key: [Value; 3] = [office.0.into(), unit.into(), period.into()];
    let found = sql
        .query(
            "SELECT count(*), coalesce(sum(CASE WHEN predikat IS NULL THEN 0 ELSE 1 END), 0), \
             coalesce(sum(CASE WHEN branches > 0 THEN 1 ELSE 0 END), 0) FROM evaluation \
             WHERE office_id = $1 AND unit_id = $2 AND period = $3",
            &key,
        )
        .await?;
    let row = found.first().ok_or(Trouble::odd("a tally"))?;
    let (all, rated, branched) = (row.int(0)?, row.int(1)?, row.int(2)?);
    let [office, unit, period] = key;
    let expected = sql
        .query(
            "SELECT count(*) FROM assignment WHERE office_id = $1 AND unit_id = $2 \
             AND first_day <= $4 AND (last_day IS NULL OR last_day >= $3)",
            &[office.clone(), unit.clone(), first.into(), last.into()],
        )
        .await?;
    let expected = expected.first().ok_or(Trouble::odd("a tally"))?.int(0)?;
    sql.execute(
        "INSERT INTO tally (office_id, unit_id, period, expected, rated, partial, branched, \
         changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) \
         ON CONFLICT (office_id, unit_id, period) DO UPDATE SET expected = excluded.expected, \
         rated = excluded.rated, partial = excluded.partial, branched = excluded.branched, \
         changed_at = excluded.changed_at",
        &[
            office,
            unit,
            period,
            expected.into(),
            rated.into(),
            (all - rated).into(),
            branched.into(),
            now.0.into(),
        ],
    )
    .await?;
    Ok(())
}

/// First and last day, in days since 1970.
fn days(period: &str) -> Result<(i64, i64), Trouble> {
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
