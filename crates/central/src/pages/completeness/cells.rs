//! The cells of units: a week in which nothing came goes on from the one before.

use crate::Trouble;
use crate::database::Sql;
use crate::pages::calendar::{period_of, rhythm, today, week_of};
use api::central::completeness::WeekCell;
use domain::Timestamp;
use domain::rules::RuleBook;
use std::collections::HashMap;
use std::ops::Range;
use sync::message::OfficeId;

/// Weeks of a quarter: so far back something of the same period may have come.
const QUARTER: i64 = 14;

/// A unit with its weeks.
pub(super) struct UnitCells {
    pub(super) unit: [u8; 16],
    pub(super) people: u32,
    pub(super) cells: Vec<WeekCell>,
}

/// What is kept of a week in which something came.
struct Kept {
    week: i64,
    period: String,
    cell: WeekCell,
}

impl UnitCells {
    /// Every unit of an office.
    pub(super) async fn of_office(
        sql: &mut dyn Sql,
        office: OfficeId,
        (weeks, rules): (Range<i64>, &RuleBook),
    ) -> Result<Vec<Self>, Trouble> {
        let began = sql
            .query(
                "SELECT created_at FROM office WHERE office_id = $1",
                &[office.0.into()],
            )
            .await?;
        let began = began.first().ok_or(Trouble::NotFound("office"))?.int(0)?;
        let began = week_of(today(Timestamp(began)));
        let mut kept = kept(sql, office, &weeks).await?;
        let units = sql
            .query(
                "SELECT unit_id, rhythm, people FROM unit_now WHERE office_id = $1",
                &[office.0.into()],
            )
            .await?;
        units
            .iter()
            .map(|row| {
                let (unit, people) = (row.array(0)?, row.small(2)?);
                let kept = kept.remove(&unit).unwrap_or_default();
                let rhythm = rhythm(row.int(1)?);
                let cells = weeks
                    .clone()
                    .map(|week| {
                        let people = if week < began { 0 } else { people };
                        let period = period_of(rules, week, rhythm).to_string();
                        cell(&kept, (week, &period), people)
                    })
                    .collect();
                Ok(Self {
                    unit,
                    people,
                    cells,
                })
            })
            .collect()
    }

    /// The office's cells.
    pub(super) fn sum(units: &[Self], weeks: usize) -> Vec<WeekCell> {
        let mut sums = vec![WeekCell::default(); weeks];
        for unit in units {
            for (sum, cell) in sums.iter_mut().zip(&unit.cells) {
                sum.expected += cell.expected;
                // One unit's people do not make up for another's.
                sum.rated += cell.rated.min(cell.expected);
                sum.arrived += cell.arrived;
                sum.late += cell.late;
            }
        }
        sums
    }
}

async fn kept(
    sql: &mut dyn Sql,
    office: OfficeId,
    weeks: &Range<i64>,
) -> Result<HashMap<[u8; 16], Vec<Kept>>, Trouble> {
    let rows = sql
        .query(
            "SELECT unit_id, week, period, expected, rated, arrived, late FROM unit_week \
             WHERE office_id = $1 AND week >= $2 AND week < $3 ORDER BY week",
            &[
                office.0.into(),
                (weeks.start - QUARTER).into(),
                weeks.end.into(),
            ],
        )
        .await?;
    let mut kept: HashMap<[u8; 16], Vec<Kept>> = HashMap::new();
    for row in &rows {
        kept.entry(row.array(0)?).or_default().push(Kept {
            week: row.int(1)?,
            period: row.text(2)?.to_owned(),
            cell: WeekCell {
                expected: row.small(3)?,
                rated: row.small(4)?,
                arrived: row.small(5)?,
                late: row.small(6)?,
            },
        });
    }
    Ok(kept)
}

fn cell(kept: &[Kept], (week, period): (i64, &str), people: u32) -> WeekCell {
    let last = kept
        .iter()
        .rev()
        .find(|it| it.week <= week && it.period == period);
    match last {
        Some(last) if last.week == week => last.cell,
        Some(last) => WeekCell {
            arrived: 0,
            late: 0,
            ..last.cell
        },
        None => WeekCell {
            expected: people,
            ..WeekCell::default()
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::calendar::week_of;
    use chrono::NaiveDate;

    fn week(month: u32, day: u32) -> i64 {
        week_of(NaiveDate::from_ymd_opt(2026, month, day).unwrap_or_default())
    }

    fn october() -> Vec<Kept> {
        vec![Kept {
            week: week(10, 12),
            period: "2026-10".to_owned(),
            cell: WeekCell {
                expected: 25,
                rated: 20,
                arrived: 20,
                late: 3,
            },
        }]
    }

    #[test]
    fn a_silent_week_goes_on_from_the_one_before() {
        let silent = cell(&october(), (week(10, 19), "2026-10"), 26);
        let expected = WeekCell {
            expected: 25,
            rated: 20,
            arrived: 0,
            late: 0,
        };
        assert_eq!(silent, expected);
    }

    #[test]
    fn another_period_begins_at_nought() {
        let november = cell(&october(), (week(11, 9), "2026-11"), 26);
        assert_eq!((november.expected, november.rated), (26, 0));
    }

    #[test]
    fn what_came_later_is_not_told_of_an_earlier_week() {
        let before = cell(&october(), (week(10, 5), "2026-10"), 26);
        assert_eq!((before.expected, before.rated), (26, 0));
    }
}
