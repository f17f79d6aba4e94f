//! What is known of one person.

use super::change::{Known, Post, revision};
use crate::Trouble;
use crate::database::Sql;
use crate::pages::answer::PageTrouble;
use crate::pages::desk::Desk;
use crate::pages::people::{office_of, unit_names};
use api::central::master::{GetPerson, PersonFields, PersonSheet};
use api::central::posts::{PostSheet, UnitChoice};
use api::employees::AssignmentLine;
use domain::{Employee, EmployeeId, PersonReference, UnitId};
use std::collections::HashMap;
use sync::message::OfficeId;

/// What is known of a person.
pub(in crate::pages) async fn get(
    desk: &Desk,
    request: GetPerson,
) -> Result<PersonSheet, PageTrouble> {
    desk.database()
        .read(move |sql| Box::pin(sheet(sql, request)))
        .await
        .map_err(|error: Trouble| error.into())
}

async fn sheet(sql: &mut dyn Sql, request: GetPerson) -> Result<PersonSheet, Trouble> {
    let office = office_of(request.office);
    let known = Known::read(sql, (office, request.employee)).await?;
    let units = unit_names(sql, office).await?;
    let names = names(sql, office, &known.posts).await?;
    Ok(PersonSheet {
        office: request.office,
        office_name: crate::tables::office::name(sql, office).await?,
        employee: request.employee,
        revision: revision(&known.folded),
        changes: u32::try_from(known.folded.history.len().saturating_sub(1)).unwrap_or(u32::MAX),
        kind: known.employee.kind,
        fields: fields(known.employee),
        posts: known
            .posts
            .into_iter()
            .map(|post| post_sheet(post, &units, &names))
            .collect(),
        units: choices(units),
    })
}

fn fields(employee: Employee) -> PersonFields {
    PersonFields {
        name: employee.name,
        title_before: employee.title_before,
        title_after: employee.title_after,
        nip: employee.nip.digits().to_owned(),
        education: employee.education,
        pns_id: employee.pns_id.unwrap_or_default(),
        golongan: employee.golongan,
        golongan_since: employee.golongan_since,
    }
}

fn post_sheet(
    post: Post,
    units: &HashMap<UnitId, String>,
    names: &HashMap<EmployeeId, String>,
) -> PostSheet {
    let name = |person: &Option<PersonReference>| match person {
        Some(PersonReference::Employee(id)) => names.get(id).cloned().unwrap_or_default(),
        Some(PersonReference::Typed(typed)) => typed.name.clone(),
        None => String::new(),
    };
    PostSheet {
        revision: revision(&post.folded),
        line: AssignmentLine {
            unit: units
                .get(&post.assignment.unit)
                .cloned()
                .unwrap_or_default(),
            appraiser: name(&post.assignment.appraiser),
            appraiser_superior: name(&post.assignment.appraiser_superior),
            assignment: post.assignment,
        },
    }
}

fn choices(units: HashMap<UnitId, String>) -> Vec<UnitChoice> {
    let mut choices: Vec<_> = units
        .into_iter()
        .map(|(unit, name)| UnitChoice { unit, name })
        .collect();
    choices.sort_by_cached_key(|it| (it.name.to_lowercase(), it.unit));
    choices
}

/// The names of those who rate in these posts.
async fn names(
    sql: &mut dyn Sql,
    office: OfficeId,
    posts: &[Post],
) -> Result<HashMap<EmployeeId, String>, Trouble> {
    let mut named: Vec<EmployeeId> = posts
        .iter()
        .flat_map(|post| {
            [
                &post.assignment.appraiser,
                &post.assignment.appraiser_superior,
            ]
        })
        .filter_map(|person| match person {
            Some(PersonReference::Employee(id)) => Some(*id),
            _ => None,
        })
        .collect();
    named.sort_unstable();
    named.dedup();
    let keys: Vec<_> = named
        .iter()
        .map(|id| vec![office.0.into(), id.as_bytes().into()])
        .collect();
    let found = sql
        .query_each(
            "SELECT name FROM employee WHERE office_id = $1 AND employee_id = $2",
            &keys,
        )
        .await?;
    let mut names = HashMap::new();
    for (id, rows) in named.into_iter().zip(&found) {
        if let Some(row) = rows.first() {
            names.insert(id, row.text(0)?.to_owned());
        }
    }
    Ok(names)
}
