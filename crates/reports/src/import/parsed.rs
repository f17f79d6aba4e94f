//! A list with a verdict for every row.

use super::{Entry, ImportField, ImportReason, ImportWarning};
use domain::Nip;

/// A list with a verdict for every row.
#[derive(Clone, Debug, PartialEq)]
pub struct Parsed {
    /// Row number of the column heads, counted from 1 (the lower one of two).
    pub header_row: u32,
    /// Columns that feed a field, from the left.
    pub mapping: Vec<MappedColumn>,
    /// Heads of personal columns that were not kept (NIK, address, religion …).
    pub dropped: Vec<String>,
    /// Heads of columns without a use here.
    pub ignored: Vec<String>,
    /// Rows with a person, in the order of the file. Titles, footers, signatures, blank and
    /// repeated head rows are no rows.
    pub rows: Vec<ImportRow>,
    /// Heads of all kept columns, for [`Rejected::cells`].
    pub(super) labels: Vec<String>,
}

/// A column and what it feeds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MappedColumn {
    /// Its place in the file, counted from 0.
    pub index: usize,
    /// Its head, as the file writes it.
    pub header: String,
    /// The field that it feeds.
    pub field: ImportField,
}

/// A row with a person.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportRow {
    /// Row number in the file, counted from 1.
    pub row: u32,
    /// What becomes of it.
    pub verdict: Verdict,
    /// Things to know that stop nothing.
    pub warnings: Vec<Warning>,
}

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// It can go in.
    Accepted(Box<Entry>),
    /// An earlier row says exactly the same; passed over with a warning.
    Repeated {
        /// That row.
        first_row: u32,
    },
    /// It cannot go in.
    Rejected(Rejected),
}

/// A row that cannot go in, with everything that is wrong with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Rejected {
    /// The NIP, when that at least is right.
    pub nip: Option<Nip>,
    /// The name as written, possibly empty.
    pub name: String,
    /// Every problem.
    pub problems: Vec<Problem>,
    /// Its cells as a person reads them, without the personal columns.
    pub cells: Vec<String>,
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Row number in the file, counted from 1.
    pub row: u32,
    /// Head of the column, as the file writes it.
    pub column: String,
    /// Why.
    pub reason: ImportReason,
    /// The cell, as a person reads it.
    pub value: String,
}

/// One thing to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// Row number in the file, counted from 1.
    pub row: u32,
    /// Head of the column, as the file writes it.
    pub column: String,
    /// What.
    pub reason: ImportWarning,
    /// The cell, as a person reads it.
    pub value: String,
}

impl Parsed {
    /// Whether the file has a column for this field. One without it says nothing, so that a
    /// re-import must not empty the field.
    #[must_use]
    pub fn has(&self, field: ImportField) -> bool {
        self.mapping.iter().any(|column| column.field == field)
    }

    /// Rows that can go in.
    pub fn accepted(&self) -> impl Iterator<Item = (&ImportRow, &Entry)> {
        self.rows.iter().filter_map(|row| match &row.verdict {
            Verdict::Accepted(entry) => Some((row, entry.as_ref())),
            Verdict::Repeated { .. } | Verdict::Rejected(_) => None,
        })
    }

    /// Rows that cannot go in.
    pub fn rejected(&self) -> impl Iterator<Item = (&ImportRow, &Rejected)> {
        self.rows.iter().filter_map(|row| match &row.verdict {
            Verdict::Rejected(rejected) => Some((row, rejected)),
            Verdict::Accepted(_) | Verdict::Repeated { .. } => None,
        })
    }

    /// The cell of a rejected row that feeds a field, as a person reads it; empty without one.
    #[must_use]
    pub fn cell<'a>(&self, rejected: &'a Rejected, field: ImportField) -> &'a str {
        self.mapping
            .iter()
            .find(|column| column.field == field)
            .and_then(|column| self.labels.iter().position(|label| *label == column.header))
            .and_then(|place| rejected.cells.get(place))
            .map_or("", String::as_str)
    }

    /// Every problem of every row.
    pub fn problems(&self) -> impl Iterator<Item = &Problem> {
        self.rejected().flat_map(|(_, rejected)| &rejected.problems)
    }

    /// Every warning of every row.
    pub fn warnings(&self) -> impl Iterator<Item = &Warning> {
        self.rows.iter().flat_map(|row| &row.warnings)
    }
}
