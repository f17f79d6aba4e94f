//! Data induk: people. A correction is a record of the centre's own upon the revision that was
//! looked at; the office folds it in at its next connection. When somebody else was quicker, it
//! stands beside theirs as a branch, and nothing is lost.

mod change;
mod person;
mod post;
mod sheet;

pub(super) use change::{publish, revision};
pub(super) use person::save;
pub(super) use post::save as save_post;
pub(super) use sheet::get;

use super::answer::PageTrouble;
use super::desk::Desk;
use super::people::{count, key_of, office_of};
use super::search::{nip_part, nip_span, part_of};
use crate::Trouble;
use crate::database::{Row, Sql, Value};
use api::central::PAGE;
use api::central::master::{ListPeople, OfficeChoice, People, PersonLine};
use domain::EmployeeId;
use sync::message::OfficeId;

/// A page of people.
pub(super) async fn list(desk: &Desk, request: ListPeople) -> Result<People, PageTrouble> {
    desk.database()
        .read(move |sql| Box::pin(page(sql, request)))
        .await
        .map_err(|error: Trouble| error.into())
}

async fn page(sql: &mut dyn Sql, request: ListPeople) -> Result<People, Trouble> {
    let (mut matching, mut values) = ("WHERE 1 = 1".to_owned(), Vec::<Value>::new());
    if let Some(office) = request.office {
        values.push(office_of(office).0.into());
        matching.push_str(" AND p.office_id = $1");
    }
    let next = values.len() + 1;
    if let Some(digits) = nip_part(&request.search) {
        // Every number that begins so: a span that the index finds.
        matching.push_str(&format!(" AND p.nip >= ${next} AND p.nip <= ${}", next + 1));
        let (first, last) = nip_span(&digits);
        values.extend([first.into(), last.into()]);
    } else if !request.search.trim().is_empty() {
        matching.push_str(&format!(" AND lower(p.name) LIKE ${next} ESCAPE '\\'"));
        values.push(part_of(&request.search).into());
    }
    let statement = format!("SELECT count(*) FROM employee p {matching}");
    let total = count(sql, &statement, &values).await?;
    // The whole regency comes in the order that the index has.
    let order = match request.office {
        Some(_) => "lower(p.name), p.nip",
        None => "p.nip",
    };
    values.extend([PAGE.into(), request.skip.into()]);
    let statement = format!(
        "SELECT p.office_id, o.name, p.employee_id, p.name, p.nip FROM employee p \
         JOIN office o ON o.office_id = p.office_id {matching} \
         ORDER BY {order}, p.employee_id LIMIT ${} OFFSET ${}",
        values.len() - 1,
        values.len()
    );
    let rows = sql.query(&statement, &values).await?;
    let keys = rows
        .iter()
        .map(|row| Ok(vec![row.array::<16>(0)?.into(), row.array::<16>(2)?.into()]))
        .collect::<Result<Vec<_>, Trouble>>()?;
    let units = sql
        .query_each(
            "SELECT u.name FROM assignment a JOIN unit u ON u.office_id = a.office_id \
             AND u.unit_id = a.unit_id WHERE a.office_id = $1 AND a.employee_id = $2 \
             ORDER BY a.first_day DESC LIMIT 1",
            &keys,
        )
        .await?;
    let people = rows
        .iter()
        .zip(&units)
        .map(|(row, unit)| line(row, unit.first()));
    Ok(People {
        people: people.collect::<Result<_, Trouble>>()?,
        total,
        offices: offices(sql).await?,
    })
}

fn line(row: &Row, unit: Option<&Row>) -> Result<PersonLine, Trouble> {
    Ok(PersonLine {
        office: key_of(OfficeId(row.array(0)?)),
        office_name: row.text(1)?.to_owned(),
        employee: EmployeeId::from_bytes(row.array(2)?),
        name: row.text(3)?.to_owned(),
        nip: row.text(4)?.to_owned(),
        unit: unit
            .map(|row| row.text(0))
            .transpose()?
            .unwrap_or_default()
            .to_owned(),
    })
}

async fn offices(sql: &mut dyn Sql) -> Result<Vec<OfficeChoice>, Trouble> {
    let offices = crate::tables::office::all(sql).await?;
    let choice = |office: crate::tables::office::Office| OfficeChoice {
        office: key_of(office.id),
        name: office.name,
    };
    Ok(offices.into_iter().map(choice).collect())
}
