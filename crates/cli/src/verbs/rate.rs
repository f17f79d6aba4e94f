//! `nilai`: ratings from a CSV file. Good rows apply; the others are named with their row.

mod file;

use super::LANGUAGE;
use crate::arguments::Rate;
use crate::input;
use crate::outcome::{Failure, Outcome, Status};
use crate::place;
use api::sheet::{
    AppraiserChoice, CellEdit, CellRejected, GetSheet, Origin, RejectReason, SaveCells, SheetRow,
};
use app::Office;
use catalogue::terminal;
use domain::{AssignmentId, Period};
use file::{Rated, RatingsFile};
use serde_json::json;
use std::collections::{BTreeMap, HashMap};

pub(super) fn run(office: &Office, arguments: &Rate) -> Result<Outcome, Failure> {
    let file = RatingsFile::read(&input::list(&arguments.file)?)?;
    let posts = posts(office, arguments.periode)?;
    let mut rejected: BTreeMap<u32, String> = BTreeMap::new();
    rejected.extend(file.rejected.into_iter().map(|it| (it.row, it.reason)));
    let mut edits = Vec::new();
    let mut rows: HashMap<AssignmentId, u32> = HashMap::new();
    for line in file.rated {
        match rateable(posts.get(line.nip.digits())) {
            Ok(posts) => {
                rows.extend(posts.iter().map(|post| (post.assignment, line.row)));
                edits.extend(posts.iter().flat_map(|post| cells(&line, post)));
            }
            Err(reason) => {
                rejected.insert(line.row, reason.to_owned());
            }
        }
    }
    let saved = office.ask(SaveCells {
        period: arguments.periode,
        origin: Origin::Pasted,
        edits,
    })?;
    for refused in &saved.rejected {
        if let Some(row) = rows.get(&refused.assignment) {
            rejected.insert(*row, reason(refused).to_owned());
        }
    }
    rows.retain(|_, row| !rejected.contains_key(row));
    let mut applied: Vec<u32> = rows.into_values().collect();
    applied.sort_unstable();
    applied.dedup();
    answer(applied.len(), &rejected)
}

fn answer(applied: usize, rejected: &BTreeMap<u32, String>) -> Result<Outcome, Failure> {
    let mut lines = vec![terminal::applied(LANGUAGE, applied)];
    lines.extend(
        rejected
            .iter()
            .map(|(row, reason)| terminal::row_rejected(LANGUAGE, row, reason)),
    );
    let list: Vec<_> = rejected
        .iter()
        .map(|(row, reason)| json!({ "row": row, "reason": reason }))
        .collect();
    // A file of heads only is nothing done, too.
    let status = match applied {
        0 => Status::Nothing,
        _ => Status::of(true, !rejected.is_empty()),
    };
    Outcome::new(
        status,
        json!({ "applied": applied, "rejected": list }),
        lines,
    )
}

/// The posts of everybody in the period, by NIP.
fn posts(office: &Office, period: Period) -> Result<HashMap<String, Vec<SheetRow>>, Failure> {
    let mut posts: HashMap<String, Vec<SheetRow>> = HashMap::new();
    for unit in place::session(office)?.units {
        let sheet = office.ask(GetSheet {
            unit: unit.id,
            period,
            appraiser: AppraiserChoice::Everybody,
        })?;
        for row in sheet.rows {
            let nip = row.nip.digits().to_owned();
            posts.entry(nip).or_default().push(row);
        }
    }
    Ok(posts)
}

/// Somebody with two posts in the period is rated in each that is not exempt.
fn rateable(posts: Option<&Vec<SheetRow>>) -> Result<Vec<&SheetRow>, &'static str> {
    let posts = posts.ok_or(terminal::nip_unknown(LANGUAGE))?;
    let rateable: Vec<&SheetRow> = posts.iter().filter(|post| post.exempt.is_none()).collect();
    if rateable.is_empty() {
        Err(terminal::exempt(LANGUAGE))
    } else {
        Ok(rateable)
    }
}

fn cells(line: &Rated, post: &SheetRow) -> impl Iterator<Item = CellEdit> {
    let assignment = post.assignment;
    line.values.iter().map(move |value| CellEdit {
        assignment,
        value: value.clone(),
        revision: None,
    })
}

const fn reason(refused: &CellRejected) -> &'static str {
    match refused.reason {
        RejectReason::Exempt => terminal::exempt(LANGUAGE),
        RejectReason::NotFound => terminal::nip_unknown(LANGUAGE),
        RejectReason::Stale => catalogue::refusal::stale(LANGUAGE),
        RejectReason::Final => catalogue::refusal::final_at_centre(LANGUAGE),
        RejectReason::Oneself => catalogue::refusal::not_permitted(LANGUAGE),
    }
}
