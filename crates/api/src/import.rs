//! Import of an employee list.

use domain::EmployeeId;
use serde::{Deserialize, Serialize};

/// An uploaded file, kept by the program until it ends: the page never sees a path.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UploadToken(pub String);

/// See [`crate::OfficeRequest::PreviewImport`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewImport {
    /// Where the list is.
    pub source: ImportSource,
    /// The unit for rows that name none.
    pub unit: Option<domain::UnitId>,
}

/// Where a list is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportSource {
    /// A file that was dropped or chosen.
    Upload(UploadToken),
    /// Cells pasted from Excel.
    Text(String),
}

/// What would happen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportPreview {
    /// Stands for this preview in [`ApplyImport`].
    pub token: UploadToken,
    /// The file's name; empty for pasted text.
    pub file_name: String,
    /// Row number of the column heads, as Excel counts.
    pub header_row: u32,
    /// Columns that are taken: head in the file, meaning in the user's language.
    pub columns: Vec<(String, String)>,
    /// Personal columns that are dropped (NIK, phone, address, religion).
    pub dropped: Vec<String>,
    /// Columns that mean nothing to the program.
    pub ignored: Vec<String>,
    /// Every row with its verdict, in the order of the file.
    pub rows: Vec<ImportRow>,
    /// Counts of people.
    pub counts: ImportCounts,
    /// Units that would be created.
    pub new_units: Vec<String>,
    /// People of these units who are not in the file: offered as mutasi or pensiun.
    pub missing: Vec<MissingFromFile>,
}

/// Counts of people; problems are counted one by one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportCounts {
    /// New people.
    pub new: u32,
    /// People who would change.
    pub changed: u32,
    /// People who stay as they are.
    pub same: u32,
    /// People of these units who are not in the file.
    pub missing: u32,
    /// Rows that cannot go in.
    pub rejected: u32,
    /// Warnings.
    pub warnings: u32,
}

/// A row with its verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportRow {
    /// As Excel counts.
    pub row: u32,
    /// Name, as read.
    pub name: String,
    /// NIP, as read.
    pub nip: String,
    /// Post, as read.
    pub jabatan: String,
    /// What would happen.
    pub verdict: Verdict,
    /// Things to know that stop nothing, as sentences in the user's language.
    pub warnings: Vec<String>,
}

/// What would happen to a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Baru.
    New,
    /// Berubah: what, old, new.
    Changed(Vec<FieldChange>),
    /// Sama.
    Same,
    /// Ditolak: every problem.
    Rejected(Vec<RowProblem>),
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldChange {
    /// Which field, in the user's language.
    pub field: String,
    /// Before.
    pub old: String,
    /// After.
    pub new: String,
}

/// One problem.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowProblem {
    /// As Excel counts.
    pub row: u32,
    /// Head of the column, as in the file.
    pub column: String,
    /// The sentence, in the user's language.
    pub reason: String,
    /// The cell, as read.
    pub value: String,
}

/// Somebody of these units who is not in the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissingFromFile {
    /// Who.
    pub employee: EmployeeId,
    /// Name with titles.
    pub name: String,
    /// NIP.
    pub nip: domain::Nip,
    /// Unit's name.
    pub unit: String,
}

/// See [`crate::OfficeRequest::ApplyImport`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApplyImport {
    /// The preview.
    pub token: UploadToken,
    /// First day of posts whose file has no TMT, and of changes. Attainment in the list goes to
    /// the period that this day falls into.
    pub from: chrono::NaiveDate,
    /// First day of the posts of new people whose file has no TMT, when it is another one: people
    /// who are listed for the first time were there before, and a change was not.
    pub newcomers_from: Option<chrono::NaiveDate>,
}

/// What went in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imported {
    /// Counts as done.
    pub counts: ImportCounts,
    /// Whether a backup was made before.
    pub backup: bool,
}

/// See [`crate::OfficeRequest::SaveProblemRows`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaveProblemRows {
    /// The preview.
    pub token: UploadToken,
}

/// See [`crate::OfficeRequest::SaveTemplate`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaveTemplate {}
