//! The list that was found: its heads and its rows, without the columns that may not be kept.

use super::cell::{Cell, Row};
use super::header::Header;
use super::read_error::{Limit, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, ReadError};
use domain::rules::ImportColumns;

/// What kind of file a list came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// Office Open XML (`.xlsx`).
    Xlsx,
    /// Excel 97–2003 (`.xls`).
    Xls,
    /// OpenDocument (`.ods`).
    Ods,
    /// Delimited text (`.csv`) or pasted cells.
    Delimited,
}

/// A list as it was read. [`super::rows`] checks it.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    file: String,
    name: String,
    kind: FileKind,
    pub(super) header: Header,
    /// Cells in the order of `header.columns`.
    pub(super) rows: Vec<Row>,
}

impl Sheet {
    /// The file's name; empty for pasted text.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The sheet's name; empty where a file has no sheets.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What the content turned out to be, whatever the name.
    #[must_use]
    pub const fn kind(&self) -> FileKind {
        self.kind
    }

    /// Row number of the column heads, counted from 1.
    #[must_use]
    pub const fn header_row(&self) -> u32 {
        self.header.row
    }

    pub(super) fn of_file(self, file: &str) -> Self {
        Self {
            file: file.to_owned(),
            ..self
        }
    }
}

/// The first rows of a sheet, where heads are looked for.
#[derive(Debug)]
pub(super) struct FirstRows<'a> {
    rules: &'a ImportColumns,
    rows: Vec<Row>,
}

impl<'a> FirstRows<'a> {
    pub(super) const fn new(rules: &'a ImportColumns) -> Self {
        Self {
            rules,
            rows: Vec::new(),
        }
    }

    /// Number of the last row that is looked at: a second head row may follow the last first one.
    pub(super) fn last(&self) -> u32 {
        u32::try_from(self.rules.header_rows_searched())
            .unwrap_or(u32::MAX)
            .saturating_add(1)
    }

    /// Takes a cell; cells must come row by row.
    pub(super) fn put(&mut self, number: u32, column: usize, cell: Cell) {
        if cell.is_empty() || column >= MAX_COLUMNS {
            return;
        }
        if self.rows.last().is_none_or(|row| row.number != number) {
            self.rows.push(Row {
                number,
                cells: Vec::new(),
            });
        }
        if let Some(row) = self.rows.last_mut() {
            row.put(column, cell);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub(super) fn header(&self) -> Option<Header> {
        Header::find(&self.rows, self.rules)
    }
}

/// The rows below the heads while they are read: dropped columns never get in.
#[derive(Debug)]
pub(super) struct Body {
    header: Header,
    /// File column → place among the kept columns.
    places: Vec<Option<usize>>,
    rows: Vec<Row>,
}

impl Body {
    pub(super) fn below(header: Header) -> Self {
        let width = header.columns.last().map_or(0, |column| column.index + 1);
        let mut places = vec![None; width];
        for (place, column) in header.columns.iter().enumerate() {
            places[column.index] = Some(place);
        }
        Self {
            header,
            places,
            rows: Vec::new(),
        }
    }

    /// Whether a cell in this place would be kept.
    pub(super) fn keeps(&self, number: u32, column: usize) -> bool {
        number > self.header.row && self.places.get(column).is_some_and(Option::is_some)
    }

    /// Takes a cell; cells must come row by row.
    pub(super) fn put(&mut self, number: u32, column: usize, cell: Cell) -> Result<(), ReadError> {
        if cell.is_empty() || !self.keeps(number, column) {
            return Ok(());
        }
        let Some(place) = self.places[column] else {
            return Ok(());
        };
        if number > MAX_ROWS {
            return Err(ReadError::too_large(Limit::ROWS));
        }
        if self.rows.last().is_none_or(|row| row.number != number) {
            let width = self.header.columns.len();
            if (self.rows.len() as u64 + 1) * width as u64 > MAX_CELLS {
                return Err(ReadError::too_large(Limit::CELLS));
            }
            self.rows.push(Row {
                number,
                cells: vec![Cell::Empty; width],
            });
        }
        if let Some(row) = self.rows.last_mut() {
            row.put(place, cell);
        }
        Ok(())
    }

    /// A cell merged downwards (a unit's name beside all of its people) stands in each of its
    /// rows. Cells merged sideways are titles and stay where they are.
    pub(super) fn fill_merged(&mut self, column: usize, first: u32, last: u32) {
        let Some(Some(place)) = self.places.get(column).copied() else {
            return;
        };
        let start = self.rows.partition_point(|row| row.number < first);
        let Some(top) = self.rows.get(start).filter(|row| row.number == first) else {
            return;
        };
        let value = top.cell(place).clone();
        for row in self.rows[start + 1..]
            .iter_mut()
            .take_while(|row| row.number <= last)
        {
            if row.cell(place).is_empty() {
                row.put(place, value.clone());
            }
        }
    }

    pub(super) fn finish(mut self, kind: FileKind, name: &str) -> Sheet {
        // A file whose rows are out of order is still read in the order of its row numbers.
        if !self.rows.is_sorted_by_key(|row| row.number) {
            self.rows.sort_by_key(|row| row.number);
        }
        self.rows.retain(|row| !row.is_blank());
        let name = name.to_owned();
        Sheet {
            file: String::new(),
            name,
            kind,
            header: self.header,
            rows: self.rows,
        }
    }
}
