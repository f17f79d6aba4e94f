//! Kelengkapan.

mod cells;

use super::answer::PageTrouble;
use super::calendar::{monday, period_of, today, week_of};
use super::desk::Desk;
use super::people::{count, key_of, office_of};
use super::search::part_of;
use crate::Trouble;
use crate::database::{Row, Sql, Value};
use api::central::PAGE;
use api::central::completeness::{
    Completeness, GetCompleteness, GetOfficeCompleteness, OfficeCompleteness, OfficeRow, Order,
    Summary, UnitRow, WEEKS,
};
use cells::UnitCells;
use domain::rules::RuleBook;
use domain::{Rhythm, Timestamp, UnitId};
use std::ops::Range;
use sync::message::OfficeId;

/// A page of offices, and the regency in numbers.
pub(super) async fn offices(
    desk: &Desk,
    request: GetCompleteness,
) -> Result<Completeness, PageTrouble> {
    let this_week = week_of(today(desk.now()));
    let own = desk.centre().key().0;
    let rules = desk.centre().rules().await?;
    desk.database()
        .read(move |sql| {
            Box::pin(async move {
                let weeks = weeks(this_week, request.weeks_back);
                let pattern = part_of(&request.search);
                let total = count(
                    sql,
                    "SELECT count(*) FROM office WHERE lower(name) LIKE $1 ESCAPE '\\'",
                    &[pattern.clone().into()],
                )
                .await?;
                let running = running(&rules, this_week);
                let page = match request.order {
                    Order::Name => by_name(sql, (&pattern, request.skip)).await?,
                    Order::LeastComplete => {
                        by_lack(sql, (&pattern, request.skip), &running).await?
                    }
                };
                let mut rows = Vec::with_capacity(page.len());
                for (office, name) in page {
                    rows.push(row(sql, (office, name), (&weeks, own, &rules)).await?);
                }
                Ok(Completeness {
                    weeks: weeks.map(monday).collect(),
                    rows,
                    total,
                    summary: summary(sql, this_week, &running).await?,
                })
            })
        })
        .await
        .map_err(|error: Trouble| error.into())
}

/// The units of an office.
pub(super) async fn units(
    desk: &Desk,
    request: GetOfficeCompleteness,
) -> Result<OfficeCompleteness, PageTrouble> {
    let this_week = week_of(today(desk.now()));
    let office = office_of(request.office);
    let rules = desk.centre().rules().await?;
    desk.database()
        .read(move |sql| {
            Box::pin(async move {
                let weeks = weeks(this_week, request.weeks_back);
                let name = crate::tables::office::name(sql, office).await?;
                let units = UnitCells::of_office(sql, office, (weeks.clone(), &rules)).await?;
                let names = super::people::unit_names(sql, office).await?;
                let mut rows: Vec<UnitRow> = units
                    .into_iter()
                    .map(|it| {
                        let unit = UnitId::from_bytes(it.unit);
                        UnitRow {
                            name: names.get(&unit).cloned().unwrap_or_default(),
                            unit,
                            people: it.people,
                            cells: it.cells,
                        }
                    })
                    .collect();
                rows.sort_by_key(|row| row.name.to_lowercase());
                Ok(OfficeCompleteness {
                    name,
                    weeks: weeks.map(monday).collect(),
                    rows,
                })
            })
        })
        .await
        .map_err(|error: Trouble| error.into())
}

/// The weeks that are shown, oldest first.
fn weeks(this_week: i64, back: u32) -> Range<i64> {
    let end = this_week - i64::from(back) + 1;
    end - i64::from(WEEKS)..end
}

/// The periods that run in a week, of each rhythm.
fn running(rules: &RuleBook, week: i64) -> [Value; 2] {
    [Rhythm::Monthly, Rhythm::Quarterly].map(|it| period_of(rules, week, it).to_string().into())
}

type Named = (OfficeId, String);

async fn by_name(sql: &mut dyn Sql, (pattern, skip): (&str, u32)) -> Result<Vec<Named>, Trouble> {
    let rows = sql
        .query(
            "SELECT office_id, name FROM office WHERE lower(name) LIKE $1 ESCAPE '\\' \
             ORDER BY name, office_id LIMIT $2 OFFSET $3",
            &[pattern.into(), PAGE.into(), skip.into()],
        )
        .await?;
    rows.iter().map(named).collect()
}

/// Who lacks the most people first.
async fn by_lack(
    sql: &mut dyn Sql,
    (pattern, skip): (&str, u32),
    [month, quarter]: &[Value; 2],
) -> Result<Vec<Named>, Trouble> {
    let rows = sql
        .query(
            "SELECT o.office_id, o.name FROM office o LEFT JOIN unit_now n \
             ON n.office_id = o.office_id WHERE lower(o.name) LIKE $1 ESCAPE '\\' \
             GROUP BY o.office_id, o.name ORDER BY coalesce(sum(n.people - \
             CASE WHEN n.period IN ($4, $5) THEN n.rated ELSE 0 END), 0) DESC, \
             o.name, o.office_id LIMIT $2 OFFSET $3",
            &[
                pattern.into(),
                PAGE.into(),
                skip.into(),
                month.clone(),
                quarter.clone(),
            ],
        )
        .await?;
    rows.iter().map(named).collect()
}

fn named(row: &Row) -> Result<Named, Trouble> {
    Ok((OfficeId(row.array(0)?), row.text(1)?.to_owned()))
}

async fn row(
    sql: &mut dyn Sql,
    (office, name): Named,
    (weeks, own, rules): (&Range<i64>, [u8; 32], &RuleBook),
) -> Result<OfficeRow, Trouble> {
    let units = UnitCells::of_office(sql, office, (weeks.clone(), rules)).await?;
    let contact = sql
        .query(
            "SELECT (SELECT max(seen_at) FROM device WHERE office_id = $1 AND public_key <> $2), \
             (SELECT max(received_at) FROM batch WHERE office_id = $1), \
             (SELECT count(*) FROM held WHERE office_id = $1)",
            &[office.0.into(), own.into()],
        )
        .await?;
    let contact = contact.first().ok_or(Trouble::odd("an office"))?;
    let last = contact
        .optional(0, Row::int)?
        .max(contact.optional(1, Row::int)?);
    Ok(OfficeRow {
        office: key_of(office),
        name,
        units: u32::try_from(units.len()).unwrap_or(u32::MAX),
        people: units.iter().map(|it| it.people).sum(),
        cells: UnitCells::sum(&units, weeks.clone().count()),
        last_sync: last.map(Timestamp),
        held: contact.small(2)?,
    })
}

async fn summary(
    sql: &mut dyn Sql,
    week: i64,
    [month, quarter]: &[Value; 2],
) -> Result<Summary, Trouble> {
    let people = sql
        .query(
            "SELECT CAST(coalesce(sum(people), 0) AS bigint), CAST(coalesce(sum(CASE WHEN \
             period IN ($1, $2) THEN rated ELSE 0 END), 0) AS bigint) FROM unit_now",
            &[month.clone(), quarter.clone()],
        )
        .await?;
    let people = people.first().ok_or(Trouble::odd("a count"))?;
    let heard = sql
        .query(
            "SELECT count(DISTINCT office_id), CAST(coalesce(sum(late), 0) AS bigint) \
             FROM unit_week WHERE week = $1 AND arrived > 0",
            &[week.into()],
        )
        .await?;
    let heard = heard.first().ok_or(Trouble::odd("a count"))?;
    Ok(Summary {
        offices: count(sql, "SELECT count(*) FROM office", &[]).await?,
        heard: heard.small(0)?,
        people: people.small(0)?,
        rated: people.small(1)?,
        late: heard.small(1)?,
        held: count(sql, "SELECT count(*) FROM held", &[]).await?,
    })
}
