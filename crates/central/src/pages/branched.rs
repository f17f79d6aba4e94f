//! Documents with edits made beside each other.

use super::answer::PageTrouble;
use super::desk::Desk;
use super::people::{about, body, count, key_of, office_of, one};
use crate::Trouble;
use crate::database::{Row, Sql};
use api::central::PAGE;
use api::central::held::{
    Branched, BranchedLine, BranchedPage, FieldLine, GetBranched, ListBranched,
};
use domain::{Document, DocumentId, Kind, Timestamp};
use record::{Folded, decode};
use serde_json::Value as Json;
use std::collections::{BTreeMap, HashMap};
use sync::message::OfficeId;

/// A page of documents, newest first.
pub(super) async fn list(desk: &Desk, request: ListBranched) -> Result<BranchedPage, PageTrouble> {
    desk.database()
        .read(move |sql| {
            Box::pin(async move {
                let found = sql
                    .query(
                        "SELECT d.office_id, o.name, d.folded, d.changed_at FROM doc d \
                         JOIN office o ON o.office_id = d.office_id WHERE d.branches > 0 \
                         ORDER BY d.changed_at DESC, d.doc_id LIMIT $1 OFFSET $2",
                        &[PAGE.into(), request.skip.into()],
                    )
                    .await?;
                let mut rows = Vec::with_capacity(found.len());
                for row in &found {
                    rows.push(line(sql, row).await?);
                }
                let total = "SELECT count(*) FROM doc WHERE branches > 0";
                Ok(BranchedPage {
                    rows,
                    total: count(sql, total, &[]).await?,
                })
            })
        })
        .await
        .map_err(|error: Trouble| error.into())
}

async fn line(sql: &mut dyn Sql, row: &Row) -> Result<BranchedLine, Trouble> {
    let office = OfficeId(row.array(0)?);
    let folded = Folded::from_bytes(row.bytes(2)?)
        .map_err(|error| Trouble::stored("a document")(error.into()))?;
    let (about, period) = match body(&folded) {
        Some(document) => about(sql, office, &document).await?,
        None => (String::new(), None),
    };
    Ok(BranchedLine {
        office: key_of(office),
        office_name: row.text(1)?.to_owned(),
        kind: folded.kind,
        id: folded.doc_id,
        about,
        period,
        branches: u32::try_from(folded.branches.len()).unwrap_or(u32::MAX),
        changed_at: Timestamp(row.int(3)?),
    })
}

/// The versions of a document, field by field.
pub(super) async fn get(desk: &Desk, request: GetBranched) -> Result<Branched, PageTrouble> {
    let (office, key): (_, (Kind, DocumentId)) =
        (office_of(request.office), (request.kind, request.id));
    let (found, names) = desk
        .database()
        .read(move |sql| {
            Box::pin(async move {
                let found = one(sql, office, key).await?;
                Ok::<_, Trouble>((found, names(sql, office).await?))
            })
        })
        .await?;
    let folded = found.ok_or(Trouble::NotFound("document"))?;
    let mut versions = vec![body(&folded)];
    versions.extend(folded.branches.iter().map(|branch| {
        let body = branch.body.as_ref()?;
        decode(folded.kind, body.schema, &body.bytes).ok()
    }));
    let mut differences = differences(&versions);
    for value in differences.fields.iter_mut().flat_map(|it| &mut it.values) {
        if let Some(name) = names.get(value) {
            value.clone_from(name);
        }
    }
    Ok(differences)
}

/// What the ids of an office's units and people are called.
async fn names(sql: &mut dyn Sql, office: OfficeId) -> Result<HashMap<String, String>, Trouble> {
    let rows = sql
        .query(
            "SELECT unit_id, name FROM unit WHERE office_id = $1 \
             UNION ALL SELECT employee_id, name FROM employee WHERE office_id = $1",
            &[office.0.into()],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let id = DocumentId::from_bytes(row.array(0)?);
            Ok((id.to_string(), row.text(1)?.to_owned()))
        })
        .collect()
}

fn differences(versions: &[Option<Document>]) -> Branched {
    let flat: Vec<BTreeMap<String, String>> = versions.iter().map(flatten).collect();
    let mut names: Vec<&String> = flat.iter().flat_map(BTreeMap::keys).collect();
    names.sort();
    names.dedup();
    let value = |version: &BTreeMap<String, String>, name: &String| {
        version.get(name).cloned().unwrap_or_default()
    };
    let fields = names
        .into_iter()
        .map(|name| FieldLine {
            field: name.clone(),
            values: flat.iter().map(|version| value(version, name)).collect(),
        })
        .filter(|line| line.values.iter().any(|it| Some(it) != line.values.first()))
        .collect();
    Branched {
        fields,
        versions: u32::try_from(versions.len()).unwrap_or(u32::MAX),
    }
}

/// A document's fields by their path. What is inside of the document's own member is enough.
fn flatten(document: &Option<Document>) -> BTreeMap<String, String> {
    let mut fields = BTreeMap::new();
    let value = document
        .as_ref()
        .and_then(|it| serde_json::to_value(it).ok());
    if let Some(Json::Object(members)) = value {
        for member in members.values() {
            walk(member, String::new(), &mut fields);
        }
    }
    fields
}

fn walk(value: &Json, path: String, fields: &mut BTreeMap<String, String>) {
    let below = |name: &str| {
        if path.is_empty() {
            name.to_owned()
        } else {
            format!("{path}.{name}")
        }
    };
    match value {
        Json::Object(members) => {
            for (name, member) in members {
                walk(member, below(name), fields);
            }
        }
        Json::Array(members) => {
            for (index, member) in members.iter().enumerate() {
                walk(member, below(&(index + 1).to_string()), fields);
            }
        }
        Json::Null => {}
        Json::String(text) => {
            fields.insert(path, text.clone());
        }
        other => {
            fields.insert(path, other.to_string());
        }
    }
}
