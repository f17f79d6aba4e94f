//! "baris bermasalah.xlsx": the rejected rows, to be corrected and imported again.

use super::parsed::{Parsed, Rejected};
use super::reason::reason_text;
use crate::excel::{self, WriteError, Written};
use crate::table::{Column, Layout};
use catalogue::{Language, import as words};
use std::path::Path;

/// What the file is called.
pub const FILE_NAME: &str = "baris bermasalah.xlsx";

/// Writes the rejected rows with their cells as they stood in the file, each with its row number
/// and everything that is wrong with it. The heads are those of the file, so that the corrected
/// workbook can be imported as it is.
///
/// # Errors
/// See [`WriteError`].
pub fn problem_workbook(
    parsed: &Parsed,
    language: Language,
    path: &Path,
) -> Result<Written, WriteError> {
    let heads = parsed.labels.iter().map(String::as_str);
    let columns = std::iter::once((words::problem_row(language), 8))
        .chain(heads.map(|head| (head, 22)))
        .chain(std::iter::once((words::problem_reasons(language), 80)))
        .map(|(header, width)| Column {
            header: header.to_owned(),
            width,
        })
        .collect();
    let sheet = words::problem_sheet(language).to_owned();
    let layout = Layout {
        sheet,
        titles: Vec::new(),
        header_row: 1,
        columns,
    };
    let rows = parsed.rejected().map(|(row, rejected)| {
        let cells = padded(&rejected.cells, parsed.labels.len());
        std::iter::once(row.row.to_string())
            .chain(cells)
            .chain(std::iter::once(sentences(rejected, language)))
    });
    excel::write(&layout, rows, path)
}

fn padded(cells: &[String], width: usize) -> impl Iterator<Item = String> {
    (0..width).map(|place| cells.get(place).cloned().unwrap_or_default())
}

/// `NIP: NIP harus 18 angka. Golongan: …`
fn sentences(rejected: &Rejected, language: Language) -> String {
    let sentence = |problem: &super::Problem| {
        format!(
            "{}: {}",
            problem.column,
            reason_text(language, &problem.reason)
        )
    };
    rejected
        .problems
        .iter()
        .map(sentence)
        .collect::<Vec<_>>()
        .join(" ")
}
