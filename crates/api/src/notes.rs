//! Catatan & Bukti.

use crate::import::UploadToken;
use chrono::NaiveDate;
use domain::evidence::EvidenceType;
use domain::note::NoteSource;
use domain::{AssignmentId, EmployeeId, EvidenceId, NoteId, Period, Timestamp, UnitId};
use serde::{Deserialize, Serialize};

/// See [`crate::OfficeRequest::ListNotes`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListNotes {
    /// People of which unit.
    pub unit: UnitId,
    /// About one person only.
    pub employee: Option<EmployeeId>,
    /// Of one period only.
    pub period: Option<Period>,
    /// Words in the text, the tags or the person's name.
    pub query: String,
    /// At most so many.
    pub limit: u32,
}

/// Notes and evidence, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timeline {
    /// Notes.
    pub notes: Vec<NoteLine>,
    /// Evidence without a note.
    pub evidence: Vec<EvidenceLine>,
    /// How many there are in all.
    pub total: u32,
}

/// A note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteLine {
    /// Identity.
    pub id: NoteId,
    /// About whom.
    pub employee: EmployeeId,
    /// Name with titles.
    pub name: String,
    /// The day that it speaks of.
    pub date: NaiveDate,
    /// How it is known.
    pub source: NoteSource,
    /// The text.
    pub text: String,
    /// Words for finding it again.
    pub tags: Vec<String>,
    /// Files that prove it.
    pub evidence: Vec<EvidenceLine>,
    /// When it was written last.
    pub saved_at: Timestamp,
}

/// A piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceLine {
    /// Identity.
    pub id: EvidenceId,
    /// About whom.
    pub employee: EmployeeId,
    /// Name with titles.
    pub person: String,
    /// The file's name.
    pub name: String,
    /// What it is.
    pub file_type: EvidenceType,
    /// Bytes.
    pub size: u64,
    /// The day that it speaks of.
    pub date: NaiveDate,
}

/// See [`crate::OfficeRequest::SaveNote`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaveNote {
    /// Which; empty writes a new one.
    pub note: Option<NoteId>,
    /// About whom.
    pub employee: EmployeeId,
    /// The day that it speaks of.
    pub date: NaiveDate,
    /// How it is known.
    pub source: NoteSource,
    /// The text.
    pub text: String,
    /// Words for finding it again.
    pub tags: Vec<String>,
    /// Files that prove it, attached before.
    pub evidence: Vec<EvidenceId>,
}

/// See [`crate::OfficeRequest::WithdrawNote`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WithdrawNote {
    /// Which.
    pub note: NoteId,
}

/// See [`crate::OfficeRequest::WithdrawEvidence`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WithdrawEvidence {
    /// Which.
    pub evidence: EvidenceId,
}

/// It is taken back; Undo brings it again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawn {}

/// See [`crate::OfficeRequest::AttachEvidence`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttachEvidence {
    /// The file.
    pub upload: UploadToken,
    /// About whom.
    pub employee: EmployeeId,
    /// The day that it speaks of.
    pub date: NaiveDate,
    /// The rating that it stands behind, when it is added from the sheet.
    pub rating: Option<(AssignmentId, Period)>,
}

/// See [`crate::OfficeRequest::OpenEvidence`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenEvidence {
    /// Which.
    pub evidence: EvidenceId,
}

/// The office's own viewer has it; the copy goes when the program ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {}
