//! `nilai`: ratings from a CSV file. Good rows apply; the others are named with their row.

use super::{LANGUAGE, units};
use crate::arguments::Rate;
use crate::outcome::{Failure, Outcome, Status};
use api::sheet::{AppraiserChoice, CellEdit, CellValue, GetSheet, Origin, RejectReason, SaveCells, SheetRow};
use app::Office;
use catalogue::terminal;
use domain::{Column, Nip, Period, Rating};
use serde_json::json;
use std::collections::HashMap;

/// One good row of the file.
struct Line {
    row: u64,
    nip: Nip,
    values: Vec<CellValue>,
}

struct Rejected {
    row: u64,
    reason: String,
}

pub(super) fn run(office: &Office, arguments: &Rate) -> Result<Outcome, Failure> {
    let (lines, mut rejected) = read(arguments)?;
    let rows = rows_by_nip(office, arguments.periode)?;
    let mut edits = Vec::new();
    let mut rated = Vec::new();
    for line in lines {
        match rows.get(line.nip.digits()) {
            None => rejected.push(Rejected { row: line.row, reason: terminal::nip_unknown(LANGUAGE).to_owned() }),
            Some(found) if found.iter().all(|row| row.exempt.is_some()) => {
                rejected.push(Rejected { row: line.row, reason: terminal::exempt(LANGUAGE).to_owned() });
            }
            // Somebody with two posts in the period is rated in each of them.
            Some(found) => {
                rated.push((line.row, found[0].assignment));
                for row in found.iter().filter(|row| row.exempt.is_none()) {
                    edits.extend(line.values.iter().map(|value| CellEdit {
                        assignment: row.assignment,
                        value: value.clone(),
                        revision: None,
                    }));
                }
            }
        }
    }
    let saved = office.ask(SaveCells { period: arguments.periode, origin: Origin::Pasted, edits })?;
    for refused in &saved.rejected {
        if let Some(at) = rated.iter().position(|(_, assignment)| *assignment == refused.assignment) {
            let (row, _) = rated.remove(at);
            rejected.push(Rejected { row, reason: reason(refused.reason) });
        }
    }
    rejected.sort_by_key(|it| it.row);
    answer(rated.len(), &rejected)
}

fn answer(applied: usize, rejected: &[Rejected]) -> Result<Outcome, Failure> {
    let status = match (applied, rejected.is_empty()) {
        (_, true) => Status::Done,
        (0, false) => Status::Nothing,
        (_, false) => Status::WithRejections,
    };
    let mut lines = vec![terminal::applied(LANGUAGE, applied)];
    lines.extend(rejected.iter().map(|it| terminal::row_problem(LANGUAGE, it.row, "nip", &it.reason)));
    let list: Vec<_> =
        rejected.iter().map(|it| json!({ "row": it.row, "reason": it.reason })).collect();
    Outcome::new(status, json!({ "applied": applied, "rejected": list }), lines)
}

/// Everybody of the period, by NIP.
fn rows_by_nip(office: &Office, period: Period) -> Result<HashMap<String, Vec<SheetRow>>, Failure> {
    let mut rows: HashMap<String, Vec<SheetRow>> = HashMap::new();
    for unit in units(office)? {
        let sheet =
            office.ask(GetSheet { unit: unit.id, period, appraiser: AppraiserChoice::Everybody })?;
        for row in sheet.rows {
            rows.entry(row.nip.digits().to_owned()).or_default().push(row);
        }
    }
    Ok(rows)
}

fn read(arguments: &Rate) -> Result<(Vec<Line>, Vec<Rejected>), Failure> {
    let unreadable =
        || Failure::nothing("unreadable", terminal::unreadable(LANGUAGE, arguments.file.display()));
    let text = std::fs::read(&arguments.file).map_err(|_| unreadable())?;
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&text);
    let first = text.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let delimiter = if first.contains(&b';') { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text);
    let heads: Vec<String> = reader
        .headers()
        .map_err(|_| unreadable())?
        .iter()
        .map(str::to_lowercase)
        .collect();
    let column = |name: &str| heads.iter().position(|head| head == name);
    let nip_column = column("nip").ok_or_else(|| {
        Failure::nothing("column_missing", terminal::column_missing(LANGUAGE, "nip"))
    })?;
    let columns = [column("hasil"), column("perilaku"), column("alasan")];
    let (mut lines, mut rejected) = (Vec::new(), Vec::new());
    for (index, record) in reader.records().enumerate() {
        let at = index as u64 + 2;
        match record {
            Ok(record) => {
                let row = record.position().map_or(at, csv::Position::line);
                if record.iter().all(str::is_empty) {
                    continue;
                }
                match line(row, record.get(nip_column).unwrap_or_default(), columns.map(|it| it.and_then(|it| record.get(it)))) {
                    Ok(line) => lines.push(line),
                    Err(reason) => rejected.push(Rejected { row, reason }),
                }
            }
            Err(_) => rejected.push(Rejected { row: at, reason: terminal::row_broken(LANGUAGE).to_owned() }),
        }
    }
    Ok((lines, rejected))
}

/// All that is wrong with a row, at once.
fn line(row: u64, nip: &str, [hasil, perilaku, reason]: [Option<&str>; 3]) -> Result<Line, String> {
    let mut wrong = Vec::new();
    let mut values = Vec::new();
    let nip = Nip::parse(nip).map_err(|errors| {
        wrong.extend(errors.iter().map(|it| catalogue::nip::reason(LANGUAGE, *it).to_owned()));
    });
    for (column, word) in [(Column::HasilKerja, hasil), (Column::Perilaku, perilaku)] {
        match word.filter(|word| !word.is_empty()) {
            None => {}
            Some(word) => match Rating::from_code(&word.to_lowercase()) {
                Some(rating) => values.push(CellValue::Rating(column, Some(rating))),
                None => wrong.push(terminal::rating_unknown(LANGUAGE, word)),
            },
        }
    }
    if let Some(text) = reason.filter(|text| !text.is_empty()) {
        values.push(CellValue::Reason(text.to_owned()));
    }
    if values.is_empty() && wrong.is_empty() {
        wrong.push(terminal::rating_missing(LANGUAGE).to_owned());
    }
    match nip {
        Ok(nip) if wrong.is_empty() => Ok(Line { row, nip, values }),
        _ => Err(wrong.join(" ")),
    }
}

fn reason(reason: RejectReason) -> String {
    match reason {
        RejectReason::Exempt => terminal::exempt(LANGUAGE).to_owned(),
        RejectReason::NotFound => terminal::nip_unknown(LANGUAGE).to_owned(),
        RejectReason::Stale => catalogue::refusal::stale(LANGUAGE).to_owned(),
        RejectReason::Oneself => catalogue::refusal::not_permitted(LANGUAGE).to_owned(),
    }
}
