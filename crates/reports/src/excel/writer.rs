//! The sheet while it is being written.

use super::destination::Destination;
use super::{WriteError, Written};
use crate::table::Layout;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
    XlsxError,
};
use std::io::BufWriter;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

/// Writes a workbook row by row, for rows that come from a query and may fail half-way: dropping
/// the writer leaves nothing behind.
pub struct Writer {
    destination: Destination,
    workbook: Workbook,
    sheet: Worksheet,
    columns: u16,
    header_row: u32,
    rows: u32,
}

/// The built-in number format `@`: what is typed into the cell stays text.
const TEXT_FORMAT: u8 = 49;
/// Light blue, as the forms of the regulation print their heads.
const HEADER_FILL: u32 = 0x00D9_E1F2;

impl Writer {
    /// Opens the destination and writes titles and column heads.
    ///
    /// # Errors
    /// [`WriteError::NotWritable`] and [`WriteError::InUse`] come here, before any row is asked for.
    pub fn create(layout: &Layout, path: &Path) -> Result<Self, WriteError> {
        let mut destination = Destination::open(path)?;
        let mut workbook = Workbook::new();
        workbook.set_properties(&fixed_properties()?);
        // The library's own scratch file stays beside the target: names and NIP in clear go
        // nowhere else, and one disk decides whether there is room.
        workbook
            .set_tempdir(destination.folder())
            .map_err(WriteError::from_xlsx)?;
        let text = Format::new().set_num_format_index(TEXT_FORMAT);
        let mut sheet = workbook
            .new_worksheet_with_constant_memory()
            .map_err(WriteError::from_xlsx)?;
        guarded(|| head(&mut sheet, layout, &text))
            .unwrap_or_else(|Stopped| Err(destination.trouble()))?;
        Ok(Self {
            destination,
            workbook,
            sheet,
            columns: u16::try_from(layout.columns.len()).map_err(|_| WriteError::TooManyRows)?,
            header_row: layout.header_row,
            rows: 0,
        })
    }

    /// Adds one row. Empty texts leave their cell empty.
    ///
    /// # Errors
    /// [`WriteError::TooManyRows`], or trouble with the temporary file.
    pub fn row<C: AsRef<str>>(
        &mut self,
        cells: impl IntoIterator<Item = C>,
    ) -> Result<(), WriteError> {
        let row = self.header_row + self.rows;
        let (sheet, columns) = (&mut self.sheet, 0..self.columns);
        guarded(|| {
            for (column, cell) in columns.zip(cells) {
                let cell = cell.as_ref();
                if !cell.is_empty() {
                    // The cell takes the format of its column: naming it again for every cell
                    // would make the library look it up every time, at twice the cost.
                    sheet.write_string(row, column, clipped(cell))?;
                }
            }
            Ok(())
        })
        .unwrap_or_else(|Stopped| Err(self.destination.trouble()))?;
        self.rows += 1;
        Ok(())
    }

    /// Completes the workbook and puts it in place.
    ///
    /// # Errors
    /// See [`WriteError`].
    pub fn finish(mut self) -> Result<Written, WriteError> {
        let (first, rows) = (self.header_row.saturating_sub(1), self.rows);
        let (workbook, mut sheet) = (&mut self.workbook, self.sheet);
        let file = BufWriter::with_capacity(1 << 16, self.destination.file());
        guarded(|| {
            if let Some(last_column) = self.columns.checked_sub(1) {
                sheet.autofilter(first, 0, first + rows, last_column)?;
            }
            workbook.push_worksheet(sheet);
            workbook.save_to_writer(file)
        })
        .unwrap_or_else(|Stopped| Err(self.destination.trouble()))?;
        let bytes = self.destination.replace()?;
        Ok(Written {
            rows: self.rows,
            bytes,
        })
    }
}

/// The library gave up in the middle of its work.
struct Stopped;

/// The library passes on what the disk refuses when it saves, but gives up with a panic when its
/// scratch file cannot grow. A full disk is no reason to end the program; nothing of the workbook
/// is used after a panic.
fn guarded(
    write: impl FnOnce() -> Result<(), XlsxError>,
) -> Result<Result<(), WriteError>, Stopped> {
    match catch_unwind(AssertUnwindSafe(write)) {
        Ok(written) => Ok(written.map_err(WriteError::from_xlsx)),
        Err(_) => Err(Stopped),
    }
}

impl std::fmt::Debug for Writer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Writer")
            .field("destination", &self.destination)
            .field("rows", &self.rows)
            .finish_non_exhaustive()
    }
}

fn head(sheet: &mut Worksheet, layout: &Layout, text: &Format) -> Result<(), XlsxError> {
    let header_row = layout.header_row.saturating_sub(1);
    sheet.set_name(&layout.sheet)?;
    for (column, style) in (0u16..).zip(&layout.columns) {
        sheet.set_column_width(column, f64::from(style.width))?;
        sheet.set_column_format(column, text)?;
    }
    sheet.set_freeze_panes(header_row + 1, 0)?;
    sheet.set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(header_row, header_row)?;
    let title = text.clone().set_bold();
    for (row, line) in (0u32..).zip(&layout.titles) {
        sheet.write_string_with_format(row, 0, clipped(line), &title)?;
    }
    let style = text
        .clone()
        .set_bold()
        .set_background_color(Color::RGB(HEADER_FILL))
        .set_border(FormatBorder::Thin)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap();
    for (column, it) in (0u16..).zip(&layout.columns) {
        sheet.write_string_with_format(header_row, column, clipped(&it.header), &style)?;
    }
    Ok(())
}

/// A fixed creation time: a repeated export is the same file.
fn fixed_properties() -> Result<DocProperties, WriteError> {
    let created = ExcelDateTime::from_ymd(2000, 1, 1).map_err(WriteError::from_xlsx)?;
    Ok(DocProperties::new()
        .set_author("Kinerja Luring")
        .set_creation_datetime(&created))
}

/// A cell holds 32 767 characters at most, as UTF-16 counts them.
fn clipped(text: &str) -> &str {
    const LIMIT: usize = 32_767;
    if text.len() <= LIMIT {
        return text;
    }
    let mut units = 0;
    let fits = |sign: &char| {
        units += sign.len_utf16();
        units <= LIMIT
    };
    let end = text.chars().take_while(fits).map(char::len_utf8).sum();
    &text[..end]
}
