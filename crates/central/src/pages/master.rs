//! Data induk: people. A correction is a record of the centre's own upon the revision that was
//! looked at; the office folds it in at its next connection. When somebody else was quicker, it
//! stands beside theirs as a branch, and nothing is lost.

use super::answer::PageTrouble;
use super::desk::Desk;
use super::people::{body, count, key_of, office_of, one, post_lines, posts, unit_names};
use super::search::{nip_part, nip_span, part_of};
use crate::Trouble;
use crate::database::{Row, Sql, Value};
use crate::files::hexadecimal;
use api::ErrorCode;
use api::central::PAGE;
use api::central::audit::Act;
use api::central::master::{
    GetPerson, ListPeople, OfficeChoice, People, PersonFields, PersonLine, PersonSheet, SavePerson,
};
use domain::{Document, Employee, EmployeeId, Kind, Nip, UserId};
use record::{Folded, Revision};
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

/// What is known of a person.
pub(super) async fn get(desk: &Desk, request: GetPerson) -> Result<PersonSheet, PageTrouble> {
    desk.database()
        .read(move |sql| Box::pin(sheet(sql, request)))
        .await
        .map_err(|error: Trouble| error.into())
}

async fn sheet(sql: &mut dyn Sql, request: GetPerson) -> Result<PersonSheet, Trouble> {
    let office = office_of(request.office);
    let (folded, employee) = employee(sql, office, request.employee).await?;
    let units = unit_names(sql, office).await?;
    let posts = posts(sql, office, request.employee.as_bytes()).await?;
    Ok(PersonSheet {
        office: request.office,
        office_name: crate::tables::office::name(sql, office).await?,
        employee: request.employee,
        revision: revision(&folded),
        changes: u32::try_from(folded.history.len().saturating_sub(1)).unwrap_or(u32::MAX),
        fields: PersonFields {
            name: employee.name,
            title_before: employee.title_before,
            title_after: employee.title_after,
            nip: employee.nip.digits().to_owned(),
            education: employee.education,
            pns_id: employee.pns_id.unwrap_or_default(),
        },
        posts: post_lines(posts, &units),
    })
}

async fn employee(
    sql: &mut dyn Sql,
    office: OfficeId,
    id: EmployeeId,
) -> Result<(Folded, Employee), Trouble> {
    let found = one(sql, office, (Kind::Employee, id.0)).await?;
    let folded = found.ok_or(Trouble::NotFound("employee"))?;
    match body(&folded) {
        Some(Document::Employee(employee)) => Ok((folded, employee)),
        _ => Err(Trouble::NotFound("employee")),
    }
}

/// A revision, as the page carries it.
pub(super) fn revision(folded: &Folded) -> String {
    folded
        .revision()
        .map_or_else(String::new, |it| hexadecimal(&it.0))
}

/// Corrects a person.
pub(super) async fn save(desk: &Desk, request: SavePerson) -> Result<PersonSheet, PageTrouble> {
    let (office, id) = (office_of(request.office), request.employee);
    let (folded, before) = desk
        .database()
        .read(move |sql| Box::pin(employee(sql, office, id)))
        .await?;
    if revision(&folded) != request.revision {
        return Err(ErrorCode::Stale.into());
    }
    let after = corrected(&before, &request.fields)?;
    let taken = desk
        .database()
        .read({
            let nip = after.nip.digits().to_owned();
            move |sql| Box::pin(holder(sql, (office, id), nip))
        })
        .await?;
    if let Some(name) = taken {
        return Err(ErrorCode::NipTaken(name).into());
    }
    if after != before {
        desk.note(Act::PersonCorrected, after.full_name()).await?;
        let upon = folded.revision().ok_or(ErrorCode::NotFound)?;
        publish(desk, (office, upon), Document::Employee(after)).await?;
    }
    get(
        desk,
        GetPerson {
            office: request.office,
            employee: id,
        },
    )
    .await
}

fn corrected(before: &Employee, fields: &PersonFields) -> Result<Employee, ErrorCode> {
    let name = fields.name.trim();
    if name.is_empty() {
        return Err(ErrorCode::Field("name".to_owned()));
    }
    let pns_id = fields.pns_id.trim();
    Ok(Employee {
        name: name.to_owned(),
        title_before: fields.title_before.trim().to_owned(),
        title_after: fields.title_after.trim().to_owned(),
        nip: Nip::parse(&fields.nip).map_err(ErrorCode::Nip)?,
        education: fields.education.trim().to_owned(),
        pns_id: (!pns_id.is_empty()).then(|| pns_id.to_owned()),
        ..before.clone()
    })
}

/// Who else of the office has this number.
async fn holder(
    sql: &mut dyn Sql,
    (office, id): (OfficeId, EmployeeId),
    nip: String,
) -> Result<Option<String>, Trouble> {
    let rows = sql
        .query(
            "SELECT name FROM employee WHERE nip = $1 AND office_id = $2 AND employee_id <> $3",
            &[nip.into(), office.0.into(), id.as_bytes().into()],
        )
        .await?;
    Ok(rows
        .first()
        .map(|row| row.text(0))
        .transpose()?
        .map(str::to_owned))
}

/// Seals a document upon a revision, in the centre's own stream; it goes down with the office's feed.
pub(super) async fn publish(
    desk: &Desk,
    upon: (OfficeId, Revision),
    document: Document,
) -> Result<(), PageTrouble> {
    let actor = desk.actor().id.unwrap_or(UserId::from_bytes([0; 16]));
    desk.centre().correct(upon, document, actor).await?;
    Ok(())
}
