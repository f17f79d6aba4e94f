//! Workbooks: .xlsx cell by cell with bounded memory, .xls and .ods through their whole range.

use super::cell::Cell;
use super::container::MergedCells;
use super::header::Header;
use super::read_error::ReadError;
use super::sheet::{Body, FileKind, FirstRows, Sheet};
use calamine::{
    Data, DataRef, Dimensions, Ods, OdsError, Range, Reader, SheetType, SheetVisible, Xls,
    XlsError, Xlsx, XlsxCellReader, XlsxError,
};
use domain::rules::ImportColumns;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

type Bytes = Cursor<Vec<u8>>;

/// Reads an .xlsx.
pub(super) fn read_xlsx(
    bytes: Vec<u8>,
    merged: MergedCells,
    rules: &ImportColumns,
) -> Result<Sheet, ReadError> {
    guarded(|| {
        let mut book: Xlsx<Bytes> = Xlsx::new(Cursor::new(bytes)).map_err(xlsx_error)?;
        let (name, header) = best_sheet(names(&book), |name| first_rows(&mut book, name, rules))?;
        let merged = match merged {
            MergedCells::Present => book.merge_cells_by_sheet_name(&name).map_err(xlsx_error)?,
            MergedCells::Absent => Vec::new(),
        };
        let mut body = Body::below(header);
        let reader = book.worksheet_cells_reader(&name).map_err(xlsx_error)?;
        visit(reader, |number, column, cell| {
            if body.keeps(number, column) {
                body.put(number, column, cell.into_cell())?;
            }
            Ok(Onward::Yes)
        })?;
        fill(&mut body, &merged);
        Ok(body.finish(FileKind::Xlsx, &name))
    })
}

/// Reads an .xls.
pub(super) fn read_xls(bytes: Vec<u8>, rules: &ImportColumns) -> Result<Sheet, ReadError> {
    guarded(|| {
        let mut book: Xls<Bytes> = Xls::new(Cursor::new(bytes)).map_err(xls_error)?;
        let ranges = ranges(&mut book).map_err(xls_error)?;
        let (name, mut body) = best_range(&ranges, rules)?;
        fill(
            &mut body,
            &book.merge_cells_by_sheet_name(&name).map_err(xls_error)?,
        );
        Ok(body.finish(FileKind::Xls, &name))
    })
}

/// Reads an .ods. Where cells are merged is not told by the reader; a merged unit name stands in
/// its first row only.
pub(super) fn read_ods(bytes: Vec<u8>, rules: &ImportColumns) -> Result<Sheet, ReadError> {
    guarded(|| {
        let mut book: Ods<Bytes> = Ods::new(Cursor::new(bytes)).map_err(ods_error)?;
        let ranges = ranges(&mut book).map_err(ods_error)?;
        let (name, body) = best_range(&ranges, rules)?;
        Ok(body.finish(FileKind::Ods, &name))
    })
}

/// A reader may stumble over a broken file in ways that it does not report. A panic there is a
/// damaged file to the person who chose it, and no reason to end the program.
fn guarded(read: impl FnOnce() -> Result<Sheet, ReadError>) -> Result<Sheet, ReadError> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or(Err(ReadError::Damaged))
}

/// Names of the worksheets, visible ones first: of equal matches the first is taken.
fn names<B: Reader<Bytes>>(book: &B) -> Vec<String> {
    let mut sheets: Vec<_> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .collect();
    sheets.sort_by_key(|sheet| sheet.visible != SheetVisible::Visible);
    sheets.into_iter().map(|sheet| sheet.name.clone()).collect()
}

/// The sheet whose heads name most fields.
fn best_sheet<'a>(
    names: Vec<String>,
    mut first_rows: impl FnMut(&str) -> Result<FirstRows<'a>, ReadError>,
) -> Result<(String, Header), ReadError> {
    let mut best: Option<(String, Header)> = None;
    let mut empty = true;
    for name in names {
        let rows = first_rows(&name)?;
        empty &= rows.is_empty();
        if let Some(header) = rows.header()
            && best
                .as_ref()
                .is_none_or(|(_, best)| header.score() > best.score())
        {
            best = Some((name, header));
        }
    }
    best.ok_or(if empty {
        ReadError::Empty
    } else {
        ReadError::NoHeader
    })
}

/// The first rows of one sheet of an .xlsx.
fn first_rows<'a>(
    book: &mut Xlsx<Bytes>,
    name: &str,
    rules: &'a ImportColumns,
) -> Result<FirstRows<'a>, ReadError> {
    let mut first = FirstRows::new(rules);
    let last = first.last();
    match book.worksheet_cells_reader(name) {
        Ok(reader) => visit(reader, |number, column, cell| {
            if number > last {
                return Ok(Onward::No);
            }
            first.put(number, column, cell.into_cell());
            Ok(Onward::Yes)
        })?,
        // A sheet that holds a chart or a dialog.
        Err(XlsxError::NotAWorksheet(_)) => {}
        Err(error) => return Err(xlsx_error(error)),
    }
    Ok(first)
}

/// Whether the next cell is wanted.
enum Onward {
    Yes,
    No,
}

/// A cell as the reader gives it: most are skipped, so nothing is copied before it is wanted.
struct Found<'a> {
    value: DataRef<'a>,
    percent: bool,
}

impl Found<'_> {
    fn into_cell(self) -> Cell {
        match Cell::from(self.value) {
            Cell::Number(fraction) if self.percent => Cell::Percent(fraction),
            cell => cell,
        }
    }
}

/// Goes through the cells of a sheet: row number from 1, column from 0.
fn visit<'a>(
    mut reader: XlsxCellReader<'a, Bytes>,
    mut take: impl FnMut(u32, usize, Found<'a>) -> Result<Onward, ReadError>,
) -> Result<(), ReadError> {
    let percent: Vec<bool> = reader
        .styles()
        .iter()
        .map(|style| {
            style
                .number_format
                .as_ref()
                .is_some_and(|it| it.format_code.contains('%'))
        })
        .collect();
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(xlsx_error)? {
        let (row, column) = cell.get_position();
        let value = cell.get_value().clone();
        if matches!(value, DataRef::Empty) {
            continue;
        }
        let percent = percent.get(style).copied().unwrap_or(false);
        let found = Found { value, percent };
        if matches!(
            take(row.saturating_add(1), column as usize, found)?,
            Onward::No
        ) {
            break;
        }
    }
    Ok(())
}

/// Every worksheet with its cells.
fn ranges<B: Reader<Bytes>>(book: &mut B) -> Result<Vec<(String, Range<Data>)>, B::Error> {
    names(book)
        .into_iter()
        .map(|name| book.worksheet_range(&name).map(|range| (name, range)))
        .collect()
}

/// The sheet whose heads name most fields, and its rows.
fn best_range(
    ranges: &[(String, Range<Data>)],
    rules: &ImportColumns,
) -> Result<(String, Body), ReadError> {
    let range = |name: &str| {
        ranges
            .iter()
            .find(|(it, _)| it == name)
            .map(|(_, range)| range)
    };
    let names = ranges.iter().map(|(name, _)| name.clone()).collect();
    let (name, header) = best_sheet(names, |name| {
        let mut first = FirstRows::new(rules);
        let last = first.last();
        for (number, column, value) in range(name).into_iter().flat_map(cells) {
            if number > last {
                break;
            }
            first.put(number, column, Cell::from(value));
        }
        Ok(first)
    })?;
    let mut body = Body::below(header);
    for (number, column, value) in range(&name).into_iter().flat_map(cells) {
        if body.keeps(number, column) {
            body.put(number, column, Cell::from(value))?;
        }
    }
    Ok((name, body))
}

/// The cells of a range with absolute places: row number from 1, column from 0.
fn cells(range: &Range<Data>) -> impl Iterator<Item = (u32, usize, &Data)> {
    let (top, left) = range.start().unwrap_or_default();
    range.used_cells().filter_map(move |(row, column, value)| {
        let number = u32::try_from(row).ok()?.checked_add(top)?.checked_add(1)?;
        Some((number, column + left as usize, value))
    })
}

fn fill(body: &mut Body, merged: &[Dimensions]) {
    for area in merged.iter().filter(|area| area.start.1 == area.end.1) {
        let row = |row: u32| row.saturating_add(1);
        body.fill_merged(area.start.1 as usize, row(area.start.0), row(area.end.0));
    }
}

#[expect(clippy::needless_pass_by_value, reason = "for map_err")]
fn xlsx_error(error: XlsxError) -> ReadError {
    match error {
        XlsxError::Password => ReadError::PasswordProtected,
        _ => ReadError::Damaged,
    }
}

#[expect(clippy::needless_pass_by_value, reason = "for map_err")]
fn xls_error(error: XlsError) -> ReadError {
    match error {
        XlsError::Password => ReadError::PasswordProtected,
        _ => ReadError::Damaged,
    }
}

#[expect(clippy::needless_pass_by_value, reason = "for map_err")]
fn ods_error(error: OdsError) -> ReadError {
    match error {
        OdsError::Password => ReadError::PasswordProtected,
        OdsError::CellLimitExceeded { .. } => ReadError::too_large(super::Limit::CELLS),
        _ => ReadError::Damaged,
    }
}
