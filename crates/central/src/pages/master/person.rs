//! Correcting a person.

use super::change::{Changes, Known, publish, revision};
use super::post::with_golongan;
use super::sheet::get;
use crate::Trouble;
use crate::database::Sql;
use crate::pages::answer::PageTrouble;
use crate::pages::desk::Desk;
use crate::pages::form::{optional, required};
use crate::pages::people::office_of;
use api::ErrorCode;
use api::central::audit::Act;
use api::central::master::{GetPerson, PersonFields, PersonSheet, SavePerson};
use domain::{Document, Employee, EmployeeId, Nip};
use sync::message::OfficeId;

/// Corrects a person. A new golongan changes the running post too, from its first day on.
pub(in crate::pages) async fn save(
    desk: &Desk,
    request: SavePerson,
) -> Result<PersonSheet, PageTrouble> {
    let (office, id) = (office_of(request.office), request.employee);
    let known = desk
        .database()
        .read(move |sql| Box::pin(Known::read(sql, (office, id))))
        .await?;
    if revision(&known.folded) != request.revision {
        return Err(ErrorCode::Stale.into());
    }
    let after = corrected(&known.employee, &request.fields)?;
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
    if after != known.employee {
        let mut changes: Changes = Vec::new();
        if after.golongan != known.employee.golongan {
            changes = with_golongan(desk, &known, &after)?;
        }
        desk.note(Act::PersonCorrected, after.full_name()).await?;
        changes.push((Document::Employee(after), known.folded.revision()));
        publish(desk, office, &changes).await?;
    }
    let again = GetPerson {
        office: request.office,
        employee: id,
    };
    get(desk, again).await
}

fn corrected(before: &Employee, fields: &PersonFields) -> Result<Employee, ErrorCode> {
    let pns_id = optional(&fields.pns_id, "pns_id")?;
    Ok(Employee {
        name: required(&fields.name, "name")?,
        title_before: optional(&fields.title_before, "title_before")?,
        title_after: optional(&fields.title_after, "title_after")?,
        nip: Nip::parse(&fields.nip).map_err(ErrorCode::Nip)?,
        education: optional(&fields.education, "education")?,
        pns_id: (!pns_id.is_empty()).then_some(pns_id),
        golongan: fields.golongan,
        golongan_since: fields.golongan_since.filter(|_| fields.golongan.is_some()),
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
    let name = rows.first().map(|row| row.text(0)).transpose()?;
    Ok(name.map(str::to_owned))
}
