//! Reading documents for people: names, posts, what a document is about.

use crate::Trouble;
use crate::database::{Row, Sql, Value};
use crate::tables::document;
use api::central::OfficeId as Key;
use api::central::results::PostLine;
use domain::{Assignment, Document, DocumentId, Kind, Period, UnitId};
use record::{Folded, decode};
use std::collections::HashMap;
use sync::message::OfficeId;

/// An office, as the protocol names it.
pub(super) const fn office_of(key: Key) -> OfficeId {
    OfficeId(key.into_bytes())
}

/// An office, as the page names it.
pub(super) const fn key_of(office: OfficeId) -> Key {
    Key::from_bytes(office.0)
}

/// The document in a fold; `None` when it was erased or a newer program made it.
pub(super) fn body(folded: &Folded) -> Option<Document> {
    let body = folded.body.as_ref()?;
    decode(folded.kind, body.schema, &body.bytes).ok()
}

/// One document of an office as it is now.
pub(super) async fn one(
    sql: &mut dyn Sql,
    office: OfficeId,
    key: (Kind, DocumentId),
) -> Result<Option<Folded>, Trouble> {
    let found = document::some(sql, office, [key].iter()).await?;
    Ok(found.into_iter().next())
}

/// The names of an office's units.
pub(super) async fn unit_names(
    sql: &mut dyn Sql,
    office: OfficeId,
) -> Result<HashMap<UnitId, String>, Trouble> {
    let rows = sql
        .query(
            "SELECT unit_id, name FROM unit WHERE office_id = $1",
            &[office.0.into()],
        )
        .await?;
    rows.iter()
        .map(|row| Ok((UnitId::from_bytes(row.array(0)?), row.text(1)?.to_owned())))
        .collect()
}

/// The posts of a person, newest first.
pub(super) async fn posts(
    sql: &mut dyn Sql,
    office: OfficeId,
    employee: &[u8; 16],
) -> Result<Vec<Assignment>, Trouble> {
    let found = post_documents(sql, office, employee).await?;
    let posts = found.iter().filter_map(|folded| match body(folded)? {
        Document::Assignment(assignment) => Some(assignment),
        _ => None,
    });
    Ok(posts.collect())
}

/// The documents of a person's posts, the newest post first.
pub(super) async fn post_documents(
    sql: &mut dyn Sql,
    office: OfficeId,
    employee: &[u8; 16],
) -> Result<Vec<Folded>, Trouble> {
    let rows = sql
        .query(
            "SELECT assignment_id FROM assignment WHERE office_id = $1 AND employee_id = $2 \
             ORDER BY first_day DESC, assignment_id",
            &[office.0.into(), employee.into()],
        )
        .await?;
    let keys = rows
        .iter()
        .map(|row| Ok((Kind::Assignment, DocumentId::from_bytes(row.array(0)?))))
        .collect::<Result<Vec<_>, Trouble>>()?;
    document::some(sql, office, keys.iter()).await
}

/// Posts as the page shows them.
pub(super) fn post_lines(posts: Vec<Assignment>, units: &HashMap<UnitId, String>) -> Vec<PostLine> {
    let line = |post: Assignment| PostLine {
        unit: units.get(&post.unit).cloned().unwrap_or_default(),
        jabatan: post.jabatan,
        from: post.from,
        to: post.to,
    };
    posts.into_iter().map(line).collect()
}

/// Whom or what a document is about, and the period of a rating.
pub(super) async fn about(
    sql: &mut dyn Sql,
    office: OfficeId,
    document: &Document,
) -> Result<(String, Option<Period>), Trouble> {
    let (employee, period) = match document {
        Document::Employee(it) => return Ok((it.full_name(), None)),
        Document::Unit(it) => return Ok((it.name.clone(), None)),
        Document::Signatory(_) | Document::User(_) | Document::Evidence(_) => {
            return Ok((String::new(), None));
        }
        Document::OrganisationResult(it) => {
            let names = unit_names(sql, office).await?;
            let name = names.get(&it.unit).cloned().unwrap_or_default();
            return Ok((name, Some(it.period)));
        }
        Document::Assignment(it) => (it.employee, None),
        Document::Exception(it) => (it.employee, None),
        Document::Note(it) => (it.employee, None),
        Document::Evaluation(it) => (it.employee, Some(it.period)),
    };
    let rows = sql
        .query(
            "SELECT name FROM employee WHERE office_id = $1 AND employee_id = $2",
            &[office.0.into(), employee.as_bytes().into()],
        )
        .await?;
    let name = rows.first().map(|row| row.text(0).map(str::to_owned));
    Ok((name.transpose()?.unwrap_or_default(), period))
}

/// How many there are: the only row of a question.
pub(super) async fn count(
    sql: &mut dyn Sql,
    statement: &str,
    values: &[Value],
) -> Result<u32, Trouble> {
    let rows = sql.query(statement, values).await?;
    let row: &Row = rows.first().ok_or(Trouble::odd("a count"))?;
    Ok(row.small(0)?)
}
