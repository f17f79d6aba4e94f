//! Evidence files: what stands beside the database, encrypted.

use crate::{EmployeeId, EvidenceId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a file is, judged by its content and never by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EvidenceType {
    /// Portable document.
    Pdf,
    /// Photograph.
    Jpeg,
    /// Screenshot.
    Png,
    /// Workbook.
    Xlsx,
    /// Letter.
    Docx,
}

impl EvidenceType {
    /// The extension for a temporary copy.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Xlsx => "xlsx",
            Self::Docx => "docx",
        }
    }
}

/// One file about one employee.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Identity, made on this PC.
    pub id: EvidenceId,
    /// About whom.
    pub employee: EmployeeId,
    /// The day that it speaks of.
    pub date: NaiveDate,
    /// BLAKE3 of the content, in the clear.
    pub content_hash: [u8; 32],
    /// The file's name when it was added.
    pub name: String,
    /// What it is.
    pub file_type: EvidenceType,
    /// Bytes, at most [`Evidence::MAX_BYTES`].
    pub size: u64,
    /// Withdrawn; the file stays until retention ends.
    pub withdrawn: bool,
}

impl Evidence {
    /// 20 MB: beyond it a scan was made at a useless resolution.
    pub const MAX_BYTES: u64 = 20 * 1024 * 1024;
}
