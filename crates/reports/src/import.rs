//! Employee lists in: from a workbook, a delimited file or pasted cells to checked rows.
//!
//! [`read`] finds the list and its column heads and keeps only what may be kept; [`rows`] checks
//! every row and says everything that is wrong at once. Neither repairs a NIP, and neither asks a
//! database: whether somebody is new is the caller's question.

mod cell;
mod clean;
mod container;
mod date;
mod entry;
mod field_reader;
mod footer;
mod golongan;
mod header;
mod jabatan;
mod name;
mod number;
mod parsed;
mod person;
mod problem_workbook;
mod read_error;
mod reason;
mod row;
mod sheet;
mod text;
mod workbook;

pub use domain::rules::ImportField;
pub use entry::Entry;
pub use parsed::{ImportRow, MappedColumn, Parsed, Problem, Rejected, Verdict, Warning};
pub use problem_workbook::{FILE_NAME as PROBLEM_FILE_NAME, problem_workbook};
pub use read_error::{Limit, MAX_BYTES, ReadError};
pub use reason::{ImportReason, ImportWarning, reason_text, warning_text};
pub use row::rows;
pub use sheet::{FileKind, Sheet};
pub use text::delimited;

use container::Container;
use domain::rules::ImportColumns;

/// Where a list comes from.
#[derive(Clone, Debug)]
pub enum Source<'a> {
    /// A file that was dropped or chosen. What it is shows in its content, not in its name.
    File {
        /// The name, only to be shown again.
        name: &'a str,
        /// The content.
        bytes: Vec<u8>,
    },
    /// Cells pasted from a spreadsheet: columns parted by tabs, or any delimited text.
    Text(&'a str),
}

/// Finds the list in a file or a pasted text, by the heads that the rules know.
///
/// Of several sheets the one whose heads match best is taken. Columns with personal data that
/// appraisal does not need (NIK, phone, address, religion …) are left out here already: no later
/// step sees them.
///
/// # Errors
/// See [`ReadError`]; nothing in it depends on the file's name.
pub fn read(source: Source<'_>, rules: &ImportColumns) -> Result<Sheet, ReadError> {
    match source {
        Source::Text(pasted) => text::read_pasted(pasted, rules),
        Source::File { name, bytes } => {
            let sheet = match Container::of(&bytes)? {
                Container::Xlsx(merged) => workbook::read_xlsx(bytes, merged, rules),
                Container::Ods => workbook::read_ods(bytes, rules),
                Container::Xls => workbook::read_xls(bytes, rules),
                Container::Delimited => text::read_delimited(&bytes, rules),
            }?;
            Ok(sheet.of_file(name))
        }
    }
}
