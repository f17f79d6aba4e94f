//! Reads a workbook back with another reader than the one that wrote it.

use anyhow::Context as _;
use calamine::{Data, Reader as _, Xlsx, open_workbook};
use std::path::Path;

/// Every row of the first sheet, as text.
///
/// # Errors
/// The file is no workbook.
pub fn rows(path: &Path) -> anyhow::Result<Vec<Vec<String>>> {
    let mut workbook: Xlsx<_> = open_workbook(path)?;
    let range = workbook.worksheet_range_at(0).context("no sheet")??;
    let width = range.end().map_or(0, |(_, column)| column as usize + 1);
    let height = range.end().map_or(0, |(row, _)| row as usize + 1);
    let mut rows = vec![vec![String::new(); width]; height];
    let (first_row, first_column) = range.start().unwrap_or_default();
    for (row, column, cell) in range.cells() {
        anyhow::ensure!(
            matches!(cell, Data::String(_) | Data::Empty),
            "the cell in row {} is {cell:?}, not text",
            row + 1
        );
        rows[row + first_row as usize][column + first_column as usize] = cell.to_string();
    }
    Ok(rows)
}
