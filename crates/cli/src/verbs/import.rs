//! `impor`: a list of employees.

use super::LANGUAGE;
use crate::arguments::Import;
use crate::outcome::{Failure, Outcome, Status};
use crate::place;
use api::import::{ApplyImport, ImportCounts, ImportPreview, ImportSource, PreviewImport, Verdict};
use api::session::{GetSession, Stage};
use app::Office;
use catalogue::terminal;
use chrono::{Datelike as _, NaiveDate};
use serde_json::{Value, json};
use std::path::PathBuf;

pub(super) fn run(data: Option<PathBuf>, arguments: &Import) -> Result<Outcome, Failure> {
    let bytes = std::fs::read(&arguments.file).map_err(|_| {
        Failure::nothing("unreadable", terminal::unreadable(LANGUAGE, arguments.file.display()))
    })?;
    if arguments.pratinjau {
        let office = place::open(data);
        let empty = office.ask(GetSession {})?.stage == Stage::FirstRun;
        if empty {
            let folder = tempfile::tempdir().map_err(|error| Failure::internal(&error))?;
            return answer(&preview(&place::scratch(&folder)?, arguments, bytes)?, None);
        }
        return answer(&preview(&office, arguments, bytes)?, None);
    }
    // Read the file in a scratch place first: a broken file must not leave an empty office behind.
    let office = place::open(data.clone());
    let office = if office.ask(GetSession {})?.stage == Stage::FirstRun {
        let folder = tempfile::tempdir().map_err(|error| Failure::internal(&error))?;
        preview(&place::scratch(&folder)?, arguments, bytes.clone())?;
        drop(office);
        place::open_or_make(data)?
    } else {
        office
    };
    let preview = preview(&office, arguments, bytes)?;
    let from = match arguments.sejak {
        Some(day) => day,
        None => first_of_year(office.ask(GetSession {})?.today),
    };
    let imported = office.ask(ApplyImport { token: preview.token.clone(), from })?;
    answer(&preview, Some(imported.counts))
}

fn preview(office: &Office, arguments: &Import, bytes: Vec<u8>) -> Result<ImportPreview, Failure> {
    let name = arguments.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let upload = office.upload(&name, bytes)?;
    Ok(office.ask(PreviewImport { source: ImportSource::Upload(upload), unit: None })?)
}

fn answer(preview: &ImportPreview, applied: Option<ImportCounts>) -> Result<Outcome, Failure> {
    let counts = applied.unwrap_or(preview.counts);
    let mut rejected = Vec::new();
    let mut lines = Vec::new();
    for row in &preview.rows {
        let Verdict::Rejected(problems) = &row.verdict else { continue };
        for problem in problems {
            rejected.push(json!({ "row": problem.row, "column": problem.column, "reason": problem.reason }));
            lines.push(terminal::row_problem(LANGUAGE, problem.row, &problem.column, &problem.reason));
        }
    }
    let warnings: Vec<Value> = preview
        .rows
        .iter()
        .flat_map(|row| row.warnings.iter().map(move |text| json!({ "row": row.row, "reason": text })))
        .collect();
    lines.insert(
        0,
        terminal::imported(
            LANGUAGE,
            counts.new,
            counts.changed,
            counts.same,
            counts.missing,
            rejected.len(),
        ),
    );
    let let_in = counts.new + counts.changed + counts.same;
    let status = match (let_in, rejected.is_empty()) {
        (_, true) => Status::Done,
        (0, false) => Status::Nothing,
        (_, false) => Status::WithRejections,
    };
    let value = json!({
        "new": counts.new,
        "changed": counts.changed,
        "same": counts.same,
        "missing": counts.missing,
        "rejected": rejected,
        "warnings": warnings,
    });
    Outcome::new(status, value, lines)
}

fn first_of_year(today: NaiveDate) -> NaiveDate {
    NaiveDate::from_ymd_opt(today.year(), 1, 1).unwrap_or(today)
}
