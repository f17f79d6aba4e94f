//! Periode.

use super::answer::PageTrouble;
use super::calendar::{recent_periods, today};
use super::desk::Desk;
use super::people::{count, key_of, office_of};
use super::search::part_of;
use crate::Trouble;
use crate::database::{Row, Sql, Value};
use api::central::PAGE;
use api::central::audit::Act;
use api::central::periods::{
    ClosePeriod, ListPeriodOffices, PeriodLine, PeriodOffice, PeriodOffices, Periods,
};
use domain::{Period, Timestamp};
use std::collections::BTreeMap;
use sync::message::OfficeId;

/// The newest periods, and every one that was closed somewhere.
pub(super) async fn all(desk: &Desk) -> Result<Periods, PageTrouble> {
    let recent = recent_periods(today(desk.now()));
    desk.database()
        .read(move |sql| {
            Box::pin(async move {
                let mut lines: BTreeMap<Period, PeriodLine> =
                    recent.into_iter().map(|it| (it, open(it))).collect();
                let closed = sql
                    .query(
                        "SELECT period, count(*), max(closed_at) FROM closing GROUP BY period",
                        &[],
                    )
                    .await?;
                for row in &closed {
                    let period = parse(row)?;
                    let line = lines.entry(period).or_insert_with(|| open(period));
                    line.closed = row.small(1)?;
                    line.closed_at = row.optional(2, Row::int)?.map(Timestamp);
                }
                for line in lines.values_mut() {
                    line.rated = rated(sql, line.period).await?;
                }
                let mut periods: Vec<PeriodLine> = lines.into_values().collect();
                periods.sort_by_key(|it| {
                    std::cmp::Reverse((it.period.last_day(), it.period.first_day()))
                });
                Ok(Periods {
                    offices: count(sql, "SELECT count(*) FROM office", &[]).await?,
                    periods,
                })
            })
        })
        .await
        .map_err(|error: Trouble| error.into())
}

const fn open(period: Period) -> PeriodLine {
    PeriodLine {
        period,
        closed: 0,
        closed_at: None,
        rated: 0,
    }
}

fn parse(row: &Row) -> Result<Period, Trouble> {
    row.text(0)?.parse().map_err(|_| Trouble::odd("a closing"))
}

async fn rated(sql: &mut dyn Sql, period: Period) -> Result<u32, Trouble> {
    count(
        sql,
        "SELECT CAST(coalesce(sum(predikat_1 + predikat_2 + predikat_3 + predikat_4 + \
         predikat_5), 0) AS bigint) FROM unit_result WHERE period = $1",
        &[period.to_string().into()],
    )
    .await
}

/// The offices of a period.
pub(super) async fn offices(
    desk: &Desk,
    request: ListPeriodOffices,
) -> Result<PeriodOffices, PageTrouble> {
    desk.database()
        .read(move |sql| {
            Box::pin(async move {
                let pattern: Value = part_of(&request.search).into();
                let rows = sql
                    .query(
                        "SELECT o.office_id, o.name, c.closed_at FROM office o \
                         LEFT JOIN closing c ON c.office_id = o.office_id AND c.period = $1 \
                         WHERE lower(o.name) LIKE $2 ESCAPE '\\' \
                         ORDER BY o.name, o.office_id LIMIT $3 OFFSET $4",
                        &[
                            request.period.to_string().into(),
                            pattern.clone(),
                            PAGE.into(),
                            request.skip.into(),
                        ],
                    )
                    .await?;
                let rows = rows.iter().map(|row| {
                    Ok(PeriodOffice {
                        office: key_of(OfficeId(row.array(0)?)),
                        name: row.text(1)?.to_owned(),
                        closed_at: row.optional(2, Row::int)?.map(Timestamp),
                    })
                });
                Ok(PeriodOffices {
                    rows: rows.collect::<Result<_, Trouble>>()?,
                    total: count(
                        sql,
                        "SELECT count(*) FROM office WHERE lower(name) LIKE $1 ESCAPE '\\'",
                        &[pattern],
                    )
                    .await?,
                })
            })
        })
        .await
        .map_err(|error: Trouble| error.into())
}

/// Closes a period. In all offices it goes one by one: a line that breaks off in between leaves
/// some open, and closing again closes the rest.
pub(super) async fn close(desk: &Desk, request: ClosePeriod) -> Result<(), PageTrouble> {
    let period = request.period;
    let Some(office) = request.office else {
        desk.note(Act::PeriodClosed, period.label()).await?;
        let offices = desk
            .database()
            .read(|sql| Box::pin(crate::tables::office::all(sql)))
            .await?;
        for office in offices {
            desk.centre().close_period(office.id, period).await?;
        }
        return Ok(());
    };
    let office = office_of(office);
    let name = desk
        .database()
        .read(move |sql| Box::pin(crate::tables::office::name(sql, office)))
        .await?;
    desk.note(Act::PeriodClosed, format!("{period} · {name}"))
        .await?;
    Ok(desk.centre().close_period(office, period).await?)
}
