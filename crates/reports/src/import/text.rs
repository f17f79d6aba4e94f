//! Delimited text: files with commas, semicolons or tabs, and cells pasted from a spreadsheet.

use super::cell::Cell;
use super::header::Header;
use super::read_error::{Limit, MAX_BYTES, ReadError};
use super::sheet::{Body, FileKind, FirstRows, Sheet};
use csv::{ReaderBuilder, StringRecord};
use domain::rules::ImportColumns;
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use std::borrow::Cow;

/// Tab first: it stands in no name, so a match with tabs is never an accident.
const DELIMITERS: [u8; 3] = [b'\t', b';', b','];

/// Reads a file of delimited text: UTF-8 or UTF-16 by its mark, else UTF-8, else Windows-1252.
pub(super) fn read_delimited(bytes: &[u8], rules: &ImportColumns) -> Result<Sheet, ReadError> {
    read_text(&decoded(bytes), rules)
}

/// Reads pasted cells.
pub(super) fn read_pasted(text: &str, rules: &ImportColumns) -> Result<Sheet, ReadError> {
    if text.len() as u64 > MAX_BYTES {
        return Err(ReadError::too_large(Limit::BYTES));
    }
    read_text(text.strip_prefix('\u{feff}').unwrap_or(text), rules)
}

/// The filled cells of a small table of text that is no list of employees, trimmed, by the row
/// numbers that a spreadsheet program would show. The first row says what parts the cells.
#[must_use]
pub fn delimited(bytes: &[u8]) -> Vec<(u32, Vec<String>)> {
    let text = decoded(bytes);
    let text = with_line_feeds(&text);
    let first = text.lines().find(|line| !line.trim().is_empty());
    let parts = |delimiter: &u8| {
        let sign = char::from(*delimiter);
        first.map_or(0, |line| line.matches(sign).count())
    };
    // Of equal counts the last one is taken: a single column has commas.
    let delimiter = DELIMITERS.into_iter().max_by_key(parts).unwrap_or(b',');
    records(&text, Format::of(&text, delimiter))
        .map(|(row, record)| {
            (
                row,
                record
                    .iter()
                    .map(|it| value(it.trim()).to_owned())
                    .collect(),
            )
        })
        .filter(|(_, cells): &(u32, Vec<String>)| cells.iter().any(|cell| !cell.is_empty()))
        .collect()
}

fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark..]).0;
    }
    UTF_8
        .decode_without_bom_handling_and_without_replacement(bytes)
        .unwrap_or_else(|| WINDOWS_1252.decode_without_bom_handling(bytes).0)
}

fn read_text(text: &str, rules: &ImportColumns) -> Result<Sheet, ReadError> {
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    let text = with_line_feeds(text);
    let (format, header) = DELIMITERS
        .into_iter()
        .map(|delimiter| Format::of(&text, delimiter))
        .filter_map(|format| header(&text, format, rules).map(|header| (format, header)))
        // Of equal matches the first counts, and `max_by_key` would take the last.
        .rev()
        .max_by_key(|(_, header)| header.score())
        .ok_or(ReadError::NoHeader)?;
    let mut body = Body::below(header);
    for (number, record) in records(&text, format) {
        for (column, field) in record.iter().enumerate() {
            if body.keeps(number, column) {
                body.put(number, column, cell(field))?;
            }
        }
    }
    Ok(body.finish(FileKind::Delimited, ""))
}

/// Old line ends (a lone carriage return) become line feeds, so that rows can be counted.
fn with_line_feeds(text: &str) -> Cow<'_, str> {
    if !text.contains('\n') && text.contains('\r') {
        Cow::Owned(text.replace('\r', "\n"))
    } else {
        Cow::Borrowed(text)
    }
}

/// How the fields are parted.
#[derive(Clone, Copy)]
struct Format {
    delimiter: u8,
    quoting: bool,
}

impl Format {
    /// A lone quotation mark in a name would swallow the rest of the file, so quotes count as
    /// quotes only when they come in pairs.
    fn of(text: &str, delimiter: u8) -> Self {
        let quotes = text.bytes().filter(|byte| *byte == b'"').count();
        Self {
            delimiter,
            quoting: quotes.is_multiple_of(2),
        }
    }
}

fn header(text: &str, format: Format, rules: &ImportColumns) -> Option<Header> {
    let mut first = FirstRows::new(rules);
    let last = first.last();
    for (number, record) in records(text, format).take_while(|(row, _)| *row <= last) {
        for (column, field) in record.iter().enumerate() {
            first.put(number, column, cell(field));
        }
    }
    first.header()
}

/// The records with their row numbers, as a spreadsheet program would count: blank lines are
/// rows, and a line break inside quotes is none.
fn records(text: &str, format: Format) -> impl Iterator<Item = (u32, StringRecord)> {
    let mut rows = RowCounter {
        text: text.as_bytes(),
        at: 0,
        breaks: 0,
        inner_breaks: 0,
    };
    ReaderBuilder::new()
        .delimiter(format.delimiter)
        .quoting(format.quoting)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
        .into_records()
        .map_while(Result::ok)
        .map(move |record| (rows.row_of(&record), record))
}

/// Counts rows, because the reader passes over blank lines without a word.
struct RowCounter<'a> {
    text: &'a [u8],
    at: usize,
    breaks: usize,
    inner_breaks: usize,
}

impl RowCounter<'_> {
    fn row_of(&mut self, record: &StringRecord) -> u32 {
        let is_break = |byte: &&u8| matches!(byte, b'\n' | b'\r');
        // The reader tells where it began to look, which may be before blank lines.
        let looked = record
            .position()
            .and_then(|it| usize::try_from(it.byte()).ok());
        let looked = looked.unwrap_or(self.at).clamp(self.at, self.text.len());
        let start = looked + self.text[looked..].iter().take_while(is_break).count();
        self.breaks += line_feeds(&self.text[self.at..start]);
        self.at = start;
        let row = self.breaks + 1 - self.inner_breaks.min(self.breaks);
        self.inner_breaks += line_feeds(record.as_slice().as_bytes());
        u32::try_from(row).unwrap_or(u32::MAX)
    }
}

fn line_feeds(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte == b'\n').count()
}

fn cell(field: &str) -> Cell {
    Cell::text(value(field))
}

/// `="1985…"` is how some programs keep Excel from making a number of a text: a formula, whose
/// value is the text.
fn value(field: &str) -> &str {
    field
        .trim()
        .strip_prefix("=\"")
        .and_then(|rest| rest.strip_suffix('"'))
        .unwrap_or(field)
}
