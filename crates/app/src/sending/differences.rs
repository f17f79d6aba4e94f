//! What differs between three versions of a document, field by field, as people read it.

use api::sync::FieldLine;
use catalogue::{Language, sync_fields};
use domain::Document;
use serde_json::Value;
use std::collections::BTreeMap;

/// The fields in which *mine* and *centre* differ, each with the value of both and of *before*.
pub(crate) fn differences(
    language: Language,
    (mine, centre): (&Document, &Document),
    before: Option<&Document>,
) -> Vec<FieldLine> {
    let (mine, centre) = (flat(mine), flat(centre));
    let before = before.map(flat).unwrap_or_default();
    let mut paths: Vec<&String> = mine.keys().chain(centre.keys()).collect();
    paths.sort_unstable();
    paths.dedup();
    let value =
        |of: &BTreeMap<String, String>, path: &str| of.get(path).cloned().unwrap_or_default();
    paths
        .into_iter()
        .filter(|path| mine.get(*path) != centre.get(*path))
        .map(|path| FieldLine {
            label: sync_fields::label(language, path),
            mine: value(&mine, path),
            centre: value(&centre, path),
            before: value(&before, path),
        })
        .collect()
}

/// Every value of a document under its path; ids and what the program keeps for itself left out.
fn flat(document: &Document) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    if let Ok(Value::Object(kinds)) = serde_json::to_value(document) {
        for (_, body) in kinds {
            walk(String::new(), &body, &mut found);
        }
    }
    found
}

fn walk(path: String, value: &Value, found: &mut BTreeMap<String, String>) {
    let below = |name: &str| {
        if path.is_empty() {
            name.to_owned()
        } else {
            format!("{path}.{name}")
        }
    };
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                if !is_internal(name) {
                    walk(below(name), value, found);
                }
            }
        }
        Value::Array(values) => {
            for (place, value) in values.iter().enumerate() {
                walk(below(&(place + 1).to_string()), value, found);
            }
        }
        Value::Null => {}
        Value::String(text) => {
            found.insert(path, text.clone());
        }
        other => {
            found.insert(path, other.to_string());
        }
    }
}

/// What says nothing to a person.
fn is_internal(name: &str) -> bool {
    matches!(
        name,
        "id" | "employee" | "assignment" | "rules_version" | "content_hash" | "notes" | "evidence"
    )
}
