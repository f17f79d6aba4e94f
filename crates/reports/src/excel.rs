//! Workbooks of text cells, written with the memory of one row and put in place in one step.
//!
//! Every cell is text under the number format `@`, so a NIP keeps its digits, a name such as
//! `=cmd|…` stays a name, and nothing is turned into a date. The same rows give the same bytes.

mod destination;
mod error;
mod writer;

pub use error::WriteError;
pub use writer::Writer;

use crate::table::{Layout, Table};
use std::path::Path;

/// What was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// Rows below the column heads.
    pub rows: u32,
    /// Size of the file in bytes.
    pub bytes: u64,
}

/// Writes a workbook of one sheet.
///
/// # Errors
/// See [`WriteError`]. Whatever the error, a file that was there before is untouched, and nothing
/// half-written is left.
pub fn write<R>(layout: &Layout, rows: R, path: &Path) -> Result<Written, WriteError>
where
    R: IntoIterator,
    R::Item: IntoIterator<Item: AsRef<str>>,
{
    let mut writer = Writer::create(layout, path)?;
    for row in rows {
        writer.row(row)?;
    }
    writer.finish()
}

/// Writes a table that is already in memory.
///
/// # Errors
/// As [`write`].
pub fn write_table(table: &Table, path: &Path) -> Result<Written, WriteError> {
    write(&table.layout, &table.rows, path)
}
