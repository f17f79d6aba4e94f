//! Laporan: the BKN workbook, the copy sheet, the recap.

use crate::home::MissingPerson;
use domain::{AssignmentId, ExceptionKind, Period, UnitId, missing::MissingCode};
use serde::{Deserialize, Serialize};

/// Which workbook.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// The 31 columns.
    #[default]
    Full,
    /// The 13 columns seen in one regency.
    Short,
    /// Counts of the unit.
    Recap,
}

/// See [`crate::OfficeRequest::PreviewExport`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewExport {
    /// Which unit; every unit when empty.
    pub unit: Option<UnitId>,
    /// Which period.
    pub period: Period,
    /// Which workbook.
    pub form: Form,
}

/// What the workbook would hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportPreview {
    /// The title lines, A1 to A6.
    pub title: Vec<String>,
    /// Column heads.
    pub columns: Vec<String>,
    /// The first rows, as they will stand in the cells.
    pub rows: Vec<Vec<String>>,
    /// How many rows there are.
    pub row_count: u32,
    /// People who are not ready, with what is missing: they go in as they are.
    pub not_ready: Vec<(MissingPerson, Vec<MissingCode>)>,
    /// Rows that cannot go in, with the reason as a sentence.
    pub left_out: Vec<(MissingPerson, String)>,
    /// People whose cells are "-" because of an exception.
    pub exempt: u32,
    /// The file's name.
    pub file_name: String,
}

/// See [`crate::OfficeRequest::Export`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Export {
    /// Which unit; every unit when empty.
    pub unit: Option<UnitId>,
    /// Which period.
    pub period: Period,
    /// Which workbook.
    pub form: Form,
}

/// A file was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saved {
    /// Stands for the file in [`OpenSaved`].
    pub token: String,
    /// The file's name.
    pub file_name: String,
    /// Its folder, for reading.
    pub folder: String,
    /// Rows in it.
    pub rows: u32,
}

/// See [`crate::OfficeRequest::OpenSaved`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenSaved {
    /// [`Saved::token`].
    pub token: String,
    /// What to open.
    pub what: OpenWhat,
}

/// What to open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OpenWhat {
    /// "Buka berkas".
    File,
    /// "Buka folder".
    Folder,
}

/// It was handed to the system.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedOpened {}

/// See [`crate::OfficeRequest::GetCopySheet`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetCopySheet {
    /// Which unit.
    pub unit: UnitId,
    /// Which period.
    pub period: Period,
}

/// Lembar salin: per person, the values in the order of the BKN screens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopySheet {
    /// One card per row of the workbook.
    pub people: Vec<CopyCard>,
}

/// The values of one person in one post.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CopyCard {
    /// The post; somebody who holds two has two cards.
    pub assignment: AssignmentId,
    /// Name with titles.
    pub name: String,
    /// NIP without spaces.
    pub nip: String,
    /// The post's name.
    pub jabatan: String,
    /// Why nobody rates this card.
    pub exempt: Option<ExceptionKind>,
    /// Label and value, in order: the NIP, then what is retyped, if there is anything.
    pub values: Vec<(String, String)>,
}

/// See [`crate::OfficeRequest::GetRecap`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetRecap {
    /// Which unit.
    pub unit: UnitId,
    /// Which period.
    pub period: Period,
}

/// Rekap unit, for the screen and for paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recap {
    /// Unit's name.
    pub unit: String,
    /// Its government.
    pub instansi: String,
    /// Rows: label, PNS, PPPK, all.
    pub lines: Vec<RecapLine>,
    /// The organisation's predicate, when set.
    pub organisation: Option<domain::OrganisationPredikat>,
    /// Who signs: place, jabatan, name, pangkat, NIP.
    pub signature: Option<Signature>,
    /// Rules that computed it.
    pub rules_version: u32,
}

/// One line of the recap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecapLine {
    /// Predikat, or "not rated", "exempt", "total".
    pub label: String,
    /// PNS.
    pub pns: u32,
    /// PPPK.
    pub pppk: u32,
}

/// A signature block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// Place and date: `Sinabang, 31 Oktober 2026`.
    pub place_and_date: String,
    /// Jabatan of the signatory.
    pub jabatan: String,
    /// Name with titles.
    pub name: String,
    /// Pangkat and golongan; empty when unknown.
    pub pangkat: String,
    /// NIP, grouped; empty when none.
    pub nip: String,
}
