//! Packages of rules, made of the program's own.

use domain::rules::RuleFile;
use serde_json::{Map, Value, json};
use std::path::Path;

/// A file of the program with other content at a place.
pub fn changed(file: RuleFile, pointer: &str, value: impl Into<Value>) -> (RuleFile, Value) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/rules");
    let text = std::fs::read(folder.join(format!("{}.json", file.name()))).unwrap();
    let mut content: Value = serde_json::from_slice(&text).unwrap();
    *content.pointer_mut(pointer).unwrap() = value.into();
    (file, content)
}

/// Offices send so many days after a period.
pub fn days_to_send(days: u16) -> (RuleFile, Value) {
    changed(RuleFile::Tenggat, "/send_days_after_period", days)
}

/// A package, as a file has it.
pub fn package(version: u32, valid_from: &str, files: &[(RuleFile, Value)]) -> String {
    let files: Map<String, Value> = files
        .iter()
        .map(|(file, content)| (file.name().to_owned(), content.clone()))
        .collect();
    json!({
        "version": version,
        "valid_from": valid_from,
        "source": "Keputusan Bupati 12/2026",
        "files": files,
    })
    .to_string()
}
