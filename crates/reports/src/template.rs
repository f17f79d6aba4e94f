//! The empty list to fill in. Every column is text, so Excel leaves a NIP as it is typed.

use crate::excel::{self, WriteError, Written};
use crate::import::ImportField;
use crate::table::{Column, Layout};
use catalogue::{Language, import as words};
use domain::rules::ImportColumns;
use std::path::Path;

/// What the file is called.
pub const FILE_NAME: &str = "format daftar pegawai.xlsx";

/// The columns that an office can fill without asking SIASN, most needed first.
const FIELDS: [(ImportField, u16); 18] = [
    (ImportField::Nip, 22),
    (ImportField::Name, 34),
    (ImportField::TitleBefore, 12),
    (ImportField::TitleAfter, 16),
    (ImportField::EmployeeKind, 12),
    (ImportField::Golongan, 12),
    (ImportField::GolonganSince, 14),
    (ImportField::Jabatan, 34),
    (ImportField::JabatanKind, 16),
    (ImportField::Jenjang, 14),
    (ImportField::JabatanSince, 14),
    (ImportField::Unit, 34),
    (ImportField::Education, 20),
    (ImportField::AppraiserName, 34),
    (ImportField::AppraiserNip, 22),
    (ImportField::AppraiserJabatan, 34),
    (ImportField::SuperiorName, 34),
    (ImportField::SuperiorNip, 22),
];

/// Writes the empty list. Its heads are names that the import knows.
///
/// # Errors
/// See [`WriteError`].
pub fn write(
    rules: &ImportColumns,
    language: Language,
    path: &Path,
) -> Result<Written, WriteError> {
    let column = |(field, width)| Column {
        header: head(rules, language, field).to_owned(),
        width,
    };
    let layout = Layout {
        sheet: words::template_sheet(language).to_owned(),
        titles: Vec::new(),
        header_row: 1,
        columns: FIELDS.map(column).to_vec(),
    };
    excel::write(&layout, std::iter::empty::<Vec<String>>(), path)
}

/// The file is a form of an Indonesian office: a head that the import would not know in the
/// chosen language stays Indonesian.
fn head(rules: &ImportColumns, language: Language, field: ImportField) -> &'static str {
    let chosen = words::field(language, field);
    if rules.field(chosen) == Some(field) {
        chosen
    } else {
        words::field(Language::Indonesian, field)
    }
}
