//! Hasil: of the regency, of an office.

use super::answer::PageTrouble;
use super::desk::Desk;
use super::people::{count, key_of, office_of, unit_names};
use super::ruling;
use super::search::{nip_part, part_of};
use crate::Trouble;
use crate::database::{Row, Sql, Value};
use api::central::PAGE;
use api::central::results::{
    Counts, GetOfficeResults, GetResults, OfficeResult, OfficeResults, PersonResult, Results,
    UnitResult,
};
use domain::{EmployeeId, Predikat, Rating, Timestamp, UnitId};
use sync::message::OfficeId;

/// The columns of [`counts`], summed.
const SUMS: &str = "CAST(coalesce(sum(predikat_1), 0) AS bigint), \
    CAST(coalesce(sum(predikat_2), 0) AS bigint), CAST(coalesce(sum(predikat_3), 0) AS bigint), \
    CAST(coalesce(sum(predikat_4), 0) AS bigint), CAST(coalesce(sum(predikat_5), 0) AS bigint), \
    CAST(coalesce(sum(partial), 0) AS bigint)";

/// The regency, and a page of its offices.
pub(super) async fn offices(desk: &Desk, request: GetResults) -> Result<Results, PageTrouble> {
    desk.database()
        .read(move |sql| {
            Box::pin(async move {
                let period: Value = request.period.to_string().into();
                let pattern: Value = part_of(&request.search).into();
                let all = sql
                    .query(
                        &format!("SELECT {SUMS} FROM unit_result WHERE period = $1"),
                        std::slice::from_ref(&period),
                    )
                    .await?;
                let page = sql
                    .query(
                        "SELECT office_id, name FROM office WHERE lower(name) LIKE $1 ESCAPE '\\' \
                         ORDER BY name, office_id LIMIT $2 OFFSET $3",
                        &[pattern.clone(), PAGE.into(), request.skip.into()],
                    )
                    .await?;
                let keys = page
                    .iter()
                    .map(|row| Ok(vec![row.array::<16>(0)?.into(), period.clone()]))
                    .collect::<Result<Vec<_>, Trouble>>()?;
                let sums =
                    format!("SELECT {SUMS} FROM unit_result WHERE office_id = $1 AND period = $2");
                let found = sql.query_each(&sums, &keys).await?;
                let rows = page.iter().zip(&found).map(|(row, found)| {
                    Ok(OfficeResult {
                        office: key_of(OfficeId(row.array(0)?)),
                        name: row.text(1)?.to_owned(),
                        counts: first_counts(found, 0)?,
                    })
                });
                Ok(Results {
                    all: first_counts(&all, 0)?,
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

/// An office: its units, and a page of its people.
pub(super) async fn office(
    desk: &Desk,
    request: GetOfficeResults,
) -> Result<OfficeResults, PageTrouble> {
    desk.database()
        .read(move |sql| {
            Box::pin(async move {
                let office = office_of(request.office);
                let period: Value = request.period.to_string().into();
                let units = units(sql, office, &period).await?;
                let (people, total) = people(sql, office, &request).await?;
                let all = units.iter().fold(Counts::default(), |sum, unit| {
                    let mut sum = sum;
                    for (sum, count) in sum.predikat.iter_mut().zip(unit.counts.predikat) {
                        *sum += count;
                    }
                    sum.partial += unit.counts.partial;
                    sum
                });
                Ok(OfficeResults {
                    name: crate::tables::office::name(sql, office).await?,
                    all,
                    units,
                    people,
                    total,
                })
            })
        })
        .await
        .map_err(|error: Trouble| error.into())
}

async fn units(
    sql: &mut dyn Sql,
    office: OfficeId,
    period: &Value,
) -> Result<Vec<UnitResult>, Trouble> {
    let names = unit_names(sql, office).await?;
    let rows = sql
        .query(
            &format!(
                "SELECT unit_id, {SUMS} FROM unit_result WHERE office_id = $1 AND period = $2 \
                 GROUP BY unit_id"
            ),
            &[office.0.into(), period.clone()],
        )
        .await?;
    let mut units = rows
        .iter()
        .map(|row| {
            let unit = UnitId::from_bytes(row.array(0)?);
            Ok(UnitResult {
                name: names.get(&unit).cloned().unwrap_or_default(),
                unit,
                counts: counts(row, 1)?,
            })
        })
        .collect::<Result<Vec<_>, Trouble>>()?;
    units.sort_by_key(|unit| unit.name.to_lowercase());
    Ok(units)
}

const PEOPLE: &str = "FROM evaluation e JOIN employee p \
    ON p.office_id = e.office_id AND p.employee_id = e.employee_id \
    LEFT JOIN unit u ON u.office_id = e.office_id AND u.unit_id = e.unit_id \
    WHERE e.office_id = $1 AND e.period = $2 \
    AND (lower(p.name) LIKE $3 ESCAPE '\\' OR p.nip LIKE $4)";

async fn people(
    sql: &mut dyn Sql,
    office: OfficeId,
    request: &GetOfficeResults,
) -> Result<(Vec<PersonResult>, u32), Trouble> {
    let nip = nip_part(&request.search).map_or_else(String::new, |digits| format!("{digits}%"));
    let mut values: Vec<Value> = vec![
        office.0.into(),
        request.period.to_string().into(),
        part_of(&request.search).into(),
        nip.into(),
    ];
    let mut matching = PEOPLE.to_owned();
    if let Some(unit) = request.unit {
        values.push(unit.as_bytes().into());
        matching.push_str(&format!(" AND e.unit_id = ${}", values.len()));
    }
    if let Some(predikat) = request.predikat {
        let number = i64::try_from(Counts::place(predikat)).unwrap_or(0) + 1;
        values.push(number.into());
        matching.push_str(&format!(" AND e.predikat = ${}", values.len()));
    }
    let total = count(sql, &format!("SELECT count(*) {matching}"), &values).await?;
    values.extend([PAGE.into(), request.skip.into()]);
    let statement = format!(
        "SELECT e.employee_id, p.name, p.nip, coalesce(u.name, ''), e.hasil_kerja, e.perilaku, \
         e.predikat, e.sealed_at, e.branches, e.ruling {matching} \
         ORDER BY lower(p.name), p.nip, e.evaluation_id LIMIT ${} OFFSET ${}",
        values.len() - 1,
        values.len()
    );
    let rows = sql.query(&statement, &values).await?;
    let people = rows.iter().map(|row| {
        Ok(PersonResult {
            employee: EmployeeId::from_bytes(row.array(0)?),
            name: row.text(1)?.to_owned(),
            nip: row.text(2)?.to_owned(),
            unit: row.text(3)?.to_owned(),
            hasil_kerja: row.optional(4, Row::int)?.map(rating),
            perilaku: row.optional(5, Row::int)?.map(rating),
            predikat: row.optional(6, Row::int)?.and_then(predikat),
            sealed_at: Timestamp(row.int(7)?),
            branches: row.small(8)?,
            ruling: row.optional(9, Row::int)?.and_then(ruling::from_number),
        })
    });
    Ok((people.collect::<Result<_, Trouble>>()?, total))
}

fn first_counts(rows: &[Row], column: usize) -> Result<Counts, Trouble> {
    rows.first()
        .map_or_else(|| Ok(Counts::default()), |row| counts(row, column))
}

fn counts(row: &Row, column: usize) -> Result<Counts, Trouble> {
    let mut predikat = [0; 5];
    for (place, count) in predikat.iter_mut().enumerate() {
        *count = row.small(column + place)?;
    }
    Ok(Counts {
        predikat,
        partial: row.small(column + 5)?,
    })
}

/// As the table keeps it.
pub(super) const fn rating(number: i64) -> Rating {
    match number {
        1 => Rating::DiBawah,
        3 => Rating::DiAtas,
        _ => Rating::Sesuai,
    }
}

/// As the table keeps it.
pub(super) fn predikat(number: i64) -> Option<Predikat> {
    Predikat::ALL
        .into_iter()
        .find(|it| i64::try_from(Counts::place(*it)).is_ok_and(|place| place + 1 == number))
}
