//! What a file is, by its content: names lie, and half of all `.xls` are something else.

use super::read_error::{
    Limit, MAX_BYTES, MAX_COLUMNS, MAX_UNPACKED, MAX_UNPACKED_TABLES, ReadError,
};
use std::io::{Cursor, Read, Write};
use zip::ZipArchive;

/// The kinds that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Container {
    /// Office Open XML.
    Xlsx(MergedCells),
    /// OpenDocument.
    Ods,
    /// BIFF inside a compound file.
    Xls,
    /// Text with commas, semicolons or tabs.
    Delimited,
}

/// Whether any sheet of a workbook merges cells: finding them takes a second pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MergedCells {
    /// Look for them.
    Present,
    /// There are none.
    Absent,
}

const ZIP: &[u8] = b"PK\x03\x04";
const COMPOUND: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
/// Beginnings of texts that are no lists: documents, web pages that call themselves `.xls`.
const FOREIGN_TEXTS: [&[u8]; 4] = [b"%PDF", b"{\\rtf", b"<", b"\xEF\xBB\xBF<"];

impl Container {
    /// Judges a file, and refuses what cannot be read safely.
    pub(super) fn of(bytes: &[u8]) -> Result<Self, ReadError> {
        if bytes.len() as u64 > MAX_BYTES {
            return Err(ReadError::too_large(Limit::BYTES));
        }
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return Err(ReadError::Empty);
        }
        if bytes.starts_with(ZIP) {
            return package(bytes);
        }
        if bytes.starts_with(COMPOUND) {
            return compound(bytes);
        }
        let start = bytes.trim_ascii_start();
        if FOREIGN_TEXTS.iter().any(|mark| start.starts_with(mark)) || is_binary(bytes) {
            return Err(ReadError::NotASpreadsheet);
        }
        Ok(Self::Delimited)
    }
}

/// Control characters stand in no text, except that UTF-16 is full of zeros.
fn is_binary(bytes: &[u8]) -> bool {
    let utf16 = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    let control = |byte: &u8| matches!(byte, 0..=8 | 14..=25 | 28..=31);
    !utf16 && bytes[..bytes.len().min(8192)].iter().any(control)
}

/// A zip: which kind, and whether unpacking it stays within bounds. Sizes that a zip declares are
/// claims, so each part is unpacked once into nothing and counted.
fn package(bytes: &[u8]) -> Result<Container, ReadError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ReadError::Damaged)?;
    let has = |name: &str| archive.index_for_name(name).is_some();
    let is_workbook = has("xl/workbook.xml");
    let is_open_document = has("content.xml") && is_open_document_sheet(&mut archive);
    if !is_workbook && !is_open_document {
        return Err(ReadError::NotASpreadsheet);
    }
    let (mut total, mut tables) = (0, 0);
    let mut sheets = SheetWatcher::default();
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(zip::result::ZipError::PASSWORD_REQUIRED) => {
                ReadError::PasswordProtected
            }
            _ => ReadError::Damaged,
        })?;
        let streamed = part
            .name()
            .is_ok_and(|name| name.starts_with("xl/worksheets/") || name == "content.xml");
        let mut part = part.take(MAX_UNPACKED - total + 1);
        let unpacked = if streamed {
            std::io::copy(&mut part, &mut sheets)
        } else {
            std::io::copy(&mut part, &mut std::io::sink())
        };
        if sheets.runs_on {
            return Err(ReadError::too_large(Limit::UNPACKED));
        }
        let size = unpacked.map_err(|_| ReadError::Damaged)?;
        total += size;
        tables += if streamed { 0 } else { size };
        if total > MAX_UNPACKED || tables > MAX_UNPACKED_TABLES {
            return Err(ReadError::too_large(Limit::UNPACKED));
        }
    }
    let merged = if sheets.has_merges {
        MergedCells::Present
    } else {
        MergedCells::Absent
    };
    Ok(if is_workbook {
        Container::Xlsx(merged)
    } else {
        Container::Ods
    })
}

/// The longest text between two tags of a sheet, in bytes. A cell has at most 32 767 letters; whoever
/// reads a sheet piece by piece holds a text whole all the same.
const MAX_TEXT: usize = 1 << 20;

/// Looks for merged cells and for a text without an end, while a sheet is unpacked anyway.
#[derive(Default)]
struct SheetWatcher {
    has_merges: bool,
    /// Bytes since the last tag began.
    text: usize,
    runs_on: bool,
    /// The end of what came before: the word may be cut in two.
    tail: Vec<u8>,
}

impl Write for SheetWatcher {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        const WORD: &[u8] = b"mergeCell ";
        let has = |bytes: &[u8]| bytes.windows(WORD.len()).any(|window| window == WORD);
        self.text = match bytes.iter().rposition(|byte| *byte == b'<') {
            Some(tag) => bytes.len() - tag,
            None => self.text + bytes.len(),
        };
        if self.text > MAX_TEXT {
            self.runs_on = true;
            return Err(std::io::ErrorKind::InvalidData.into());
        }
        if !self.has_merges {
            let edge = WORD.len() - 1;
            self.tail.extend_from_slice(&bytes[..bytes.len().min(edge)]);
            self.has_merges = has(&self.tail) || has(bytes);
            self.tail = bytes[bytes.len().saturating_sub(edge)..].to_vec();
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// An OpenDocument package says its kind in a part of its own.
fn is_open_document_sheet(archive: &mut ZipArchive<Cursor<&[u8]>>) -> bool {
    let mut kind = String::new();
    let Ok(part) = archive.by_name("mimetype") else {
        return false;
    };
    part.take(100).read_to_string(&mut kind).is_ok()
        && kind
            .trim_end()
            .starts_with("application/vnd.oasis.opendocument.spreadsheet")
}

/// A compound file: an old workbook, or a new one locked with a password.
fn compound(bytes: &[u8]) -> Result<Container, ReadError> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|_| ReadError::Damaged)?;
    if file.exists("/EncryptedPackage") {
        return Err(ReadError::PasswordProtected);
    }
    let Some(name) = ["/Workbook", "/Book"]
        .into_iter()
        .find(|name| file.is_stream(name))
    else {
        return Err(ReadError::NotASpreadsheet);
    };
    let mut records = Vec::new();
    file.open_stream(name)
        .and_then(|mut stream| stream.read_to_end(&mut records))
        .map_err(|_| ReadError::Damaged)?;
    if has_cell_beyond(&records, MAX_COLUMNS) {
        return Err(ReadError::Damaged);
    }
    Ok(Container::Xls)
}

/// Whether a cell record stands in a column that Excel's old format does not have. The reader
/// makes a dense rectangle up to the last cell, so one broken record could ask for gigabytes.
fn has_cell_beyond(mut records: &[u8], columns: usize) -> bool {
    const CELL_RECORDS: [u16; 9] = [
        0x0006, 0x00BD, 0x00BE, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E,
    ];
    let number = |at: &[u8]| u16::from_le_bytes([at[0], at[1]]);
    while let Some((head, rest)) = records.split_at_checked(4) {
        let (kind, length) = (number(head), usize::from(number(&head[2..])));
        let Some((body, rest)) = rest.split_at_checked(length) else {
            return false;
        };
        if CELL_RECORDS.contains(&kind)
            && body.len() >= 4
            && usize::from(number(&body[2..])) >= columns
        {
            return true;
        }
        records = rest;
    }
    false
}
