//! A table as a screen, a workbook or a printer shows it: titles, column heads, rows of text.

/// Everything of a table but its rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// Name of the sheet: at most 31 characters, none of `[]:*?/\`.
    pub sheet: String,
    /// Title lines from row 1 on.
    pub titles: Vec<String>,
    /// Row of the column heads, counted from 1; at least one more than there are titles.
    pub header_row: u32,
    /// The columns, from the left.
    pub columns: Vec<Column>,
}

/// One column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its head.
    pub header: String,
    /// Its width, in characters of the default font.
    pub width: u16,
}

/// A whole table in memory: for previews, small reports and tests.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Titles and columns.
    pub layout: Layout,
    /// One text per column.
    pub rows: Vec<Vec<String>>,
}

impl Layout {
    /// Column heads, from the left.
    #[must_use]
    pub fn header(&self) -> Vec<String> {
        self.columns
            .iter()
            .map(|column| column.header.clone())
            .collect()
    }
}
