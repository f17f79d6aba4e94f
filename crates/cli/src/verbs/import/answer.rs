//! What an import did, or would do.

use super::super::LANGUAGE;
use super::Shown;
use crate::outcome::{Failure, Outcome, Status};
use api::import::{ImportCounts, ImportRow, RowProblem, Verdict};
use catalogue::terminal;
use serde_json::{Value, json};

/// Counts of people, and one entry for each problem.
pub(super) fn answer(shown: &Shown, applied: Option<ImportCounts>) -> Result<Outcome, Failure> {
    let counts = applied.unwrap_or(shown.preview.counts);
    let problems: Vec<&RowProblem> = shown.preview.rows.iter().flat_map(problems).collect();
    let mut lines = vec![
        terminal::imported(LANGUAGE, counts.new, counts.changed, counts.same),
        terminal::not_imported(LANGUAGE, counts.missing, problems.len()),
    ];
    lines.extend(
        problems
            .iter()
            .map(|it| terminal::row_problem(LANGUAGE, it.row, &it.column, &it.reason)),
    );
    let mut warnings: Vec<Value> = Vec::new();
    if let Some(unit) = shown.made_up_unit {
        let reason = terminal::unit_made_up(LANGUAGE, unit);
        warnings.push(json!({ "row": shown.preview.header_row, "reason": reason }));
        lines.push(reason);
    }
    for row in &shown.preview.rows {
        for reason in &row.warnings {
            warnings.push(json!({ "row": row.row, "reason": reason }));
            lines.push(terminal::row_warned(LANGUAGE, row.row, reason));
        }
    }
    let rejected: Vec<Value> = problems
        .iter()
        .map(|it| json!({ "row": it.row, "column": it.column, "reason": it.reason }))
        .collect();
    let value = json!({
        "new": counts.new,
        "changed": counts.changed,
        "same": counts.same,
        "missing": counts.missing,
        "rejected": rejected,
        "warnings": warnings,
    });
    let is_any_in = counts.new + counts.changed + counts.same > 0;
    Outcome::new(Status::of(is_any_in, !problems.is_empty()), value, lines)
}

fn problems(row: &ImportRow) -> &[RowProblem] {
    match &row.verdict {
        Verdict::Rejected(problems) => problems,
        Verdict::New | Verdict::Changed(_) | Verdict::Same => &[],
    }
}
