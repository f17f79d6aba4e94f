//! A plan as the page shows it.

use super::plan::{Outcome, Plan, PlannedRow};
use ::reports::import::{
    ImportField, ImportRow as ParsedRow, Parsed, Rejected, Verdict as ParsedVerdict, reason_text,
    warning_text,
};
use api::import::{ImportCounts, ImportRow, RowProblem, Verdict};
use catalogue::Language;
use std::collections::HashMap;

/// Every row with its verdict, in the order of the file.
pub(super) fn rows(parsed: &Parsed, plan: &Plan, language: Language) -> Vec<ImportRow> {
    let planned: HashMap<u32, &PlannedRow> = plan.rows.iter().map(|row| (row.row, row)).collect();
    parsed
        .rows
        .iter()
        .map(|row| told(parsed, row, &planned, language))
        .collect()
}

/// Counts of people; each warning counts.
pub(super) fn counts(parsed: &Parsed, plan: &Plan) -> ImportCounts {
    let of = |wanted: fn(&Outcome) -> bool| {
        count(plan.rows.iter().filter(|row| wanted(&row.outcome)).count())
    };
    let own: usize = plan.rows.iter().map(|row| row.warnings.len()).sum();
    ImportCounts {
        new: of(|it| matches!(it, Outcome::New)),
        changed: of(|it| matches!(it, Outcome::Changed(_))),
        same: of(|it| matches!(it, Outcome::Same)),
        missing: count(plan.missing.len()),
        rejected: count(parsed.rejected().count()),
        warnings: count(parsed.warnings().count() + own),
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn told(
    parsed: &Parsed,
    row: &ParsedRow,
    planned: &HashMap<u32, &PlannedRow>,
    language: Language,
) -> ImportRow {
    let mut warnings: Vec<String> = row
        .warnings
        .iter()
        .map(|it| warning_text(language, &it.reason))
        .collect();
    let (name, nip, jabatan, verdict) = match &row.verdict {
        ParsedVerdict::Accepted(entry) => {
            let planned = planned.get(&row.row);
            warnings.extend(planned.iter().flat_map(|it| it.warnings.iter().cloned()));
            let verdict = match planned.map(|it| &it.outcome) {
                Some(Outcome::New) => Verdict::New,
                Some(Outcome::Changed(differences)) => Verdict::Changed(differences.told(language)),
                Some(Outcome::Same) | None => Verdict::Same,
            };
            (
                entry.name.clone(),
                entry.nip.grouped(),
                entry.jabatan.clone(),
                verdict,
            )
        }
        ParsedVerdict::Repeated { first_row } => {
            let first = parsed.accepted().find(|(row, _)| row.row == *first_row);
            let text = |pick: fn(&::reports::import::Entry) -> String| {
                first.map(|(_, entry)| pick(entry)).unwrap_or_default()
            };
            let nip = text(|it| it.nip.grouped());
            (
                text(|it| it.name.clone()),
                nip,
                text(|it| it.jabatan.clone()),
                Verdict::Same,
            )
        }
        ParsedVerdict::Rejected(rejected) => {
            let nip = match &rejected.nip {
                Some(nip) => nip.grouped(),
                None => parsed.cell(rejected, ImportField::Nip).to_owned(),
            };
            let jabatan = parsed.cell(rejected, ImportField::Jabatan).to_owned();
            (
                rejected.name.clone(),
                nip,
                jabatan,
                Verdict::Rejected(problems(rejected, language)),
            )
        }
    };
    ImportRow {
        row: row.row,
        name,
        nip,
        jabatan,
        verdict,
        warnings,
    }
}

fn problems(rejected: &Rejected, language: Language) -> Vec<RowProblem> {
    rejected
        .problems
        .iter()
        .map(|it| RowProblem {
            row: it.row,
            column: it.column.clone(),
            reason: reason_text(language, &it.reason),
            value: it.value.clone(),
        })
        .collect()
}
