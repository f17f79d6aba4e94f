//! Small workbooks in memory, and shorthands.

use domain::rules::bundle;
use reports::import::{self, Entry, ImportReason, ImportWarning, Parsed, ReadError, Sheet, Source};
use rust_xlsxwriter::{Workbook, Worksheet};

pub const ANDI: &str = "198504122010011005";
pub const NURAINI: &str = "197504211999032001";
pub const HASAN: &str = "196804111993031009";
pub const SITI: &str = "200012312024211001";

/// An .xlsx of one sheet.
pub fn xlsx(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(book.add_worksheet());
    book.save_to_buffer().expect("a workbook")
}

/// An .xlsx with these texts from the first row on.
pub fn xlsx_of(rows: &[&[&str]]) -> Vec<u8> {
    xlsx(|sheet| put(sheet, 0, rows))
}

/// Puts rows of texts from this row on (counted from 0); an empty text leaves its cell empty.
pub fn put(sheet: &mut Worksheet, first: u32, rows: &[&[&str]]) {
    for (row, cells) in (first..).zip(rows) {
        for (column, text) in (0..).zip(*cells).filter(|(_, text)| !text.is_empty()) {
            sheet.write_string(row, column, *text).expect("a cell");
        }
    }
}

pub fn read(name: &str, bytes: Vec<u8>) -> Result<Sheet, ReadError> {
    import::read(Source::File { name, bytes }, &bundle().import_columns)
}

pub fn parsed(bytes: Vec<u8>) -> Parsed {
    import::rows(&read("daftar", bytes).expect("a list"), bundle())
}

pub fn pasted(text: &str) -> Parsed {
    let sheet = import::read(Source::Text(text), &bundle().import_columns);
    import::rows(&sheet.expect("a list"), bundle())
}

pub fn entries(parsed: &Parsed) -> Vec<&Entry> {
    parsed.accepted().map(|(_, entry)| entry).collect()
}

pub fn names(parsed: &Parsed) -> Vec<&str> {
    parsed
        .accepted()
        .map(|(_, entry)| entry.name.as_str())
        .collect()
}

/// Row, column and reason of every problem.
pub fn problems(parsed: &Parsed) -> Vec<(u32, &str, ImportReason)> {
    parsed
        .problems()
        .map(|it| (it.row, it.column.as_str(), it.reason))
        .collect()
}

/// Row and reason of every warning.
pub fn warnings(parsed: &Parsed) -> Vec<(u32, ImportWarning)> {
    parsed.warnings().map(|it| (it.row, it.reason)).collect()
}
