//! Tertahan: what waits for a person, and edits made beside each other.

use super::OfficeId;
use domain::{DocumentId, Kind, Period, Timestamp};
use serde::{Deserialize, Serialize};

/// See [`crate::CentralRequest::ListHeld`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListHeld {
    /// The first row, from nought.
    pub skip: u32,
}

/// A page of what waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldPage {
    /// Oldest first.
    pub rows: Vec<HeldLine>,
    /// In all.
    pub total: u32,
}

/// A document that waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldLine {
    /// The office's name.
    pub office_name: String,
    /// Which record.
    pub record: RecordPlace,
    /// Why.
    pub why: Why,
    /// The kind of document; nothing for one that a newer program made.
    pub kind: Option<Kind>,
    /// Whom or what it is about.
    pub about: String,
    /// The period, of a rating.
    pub period: Option<Period>,
    /// Since when.
    pub since: Timestamp,
    /// Somebody looked at it and left it.
    pub left: Option<LeftBy>,
}

/// Which record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordPlace {
    /// Its stream, hexadecimal.
    pub stream: String,
    /// Its number there.
    pub seq: u64,
    /// Its chain value, hexadecimal.
    pub chain: String,
}

/// Why something waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// What it was made upon has not come.
    MissingBase,
    /// It was made after its period was closed.
    Late,
    /// It came after its period was closed, and may have been made before.
    PerhapsLate,
    /// Its computer was revoked before.
    Revoked,
    /// A newer program made it.
    Newer,
}

impl Why {
    /// Whether a person can let it through.
    #[must_use]
    pub const fn is_for_people(self) -> bool {
        matches!(self, Self::Late | Self::PerhapsLate | Self::Revoked)
    }
}

/// Who left it, when, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftBy {
    /// The name.
    pub name: String,
    /// When.
    pub at: Timestamp,
    /// Why.
    pub reason: String,
}

/// See [`crate::CentralRequest::LetThrough`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetThrough {
    /// Which record.
    pub record: RecordPlace,
}

/// See [`crate::CentralRequest::Leave`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leave {
    /// Which record.
    pub record: RecordPlace,
    /// Why.
    pub reason: String,
}

/// See [`crate::CentralRequest::ListBranched`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListBranched {
    /// The first row, from nought.
    pub skip: u32,
}

/// A page of documents with edits made beside each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BranchedPage {
    /// Newest first.
    pub rows: Vec<BranchedLine>,
    /// In all.
    pub total: u32,
}

/// A document with edits made beside each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BranchedLine {
    /// The office.
    pub office: OfficeId,
    /// The office's name.
    pub office_name: String,
    /// The kind.
    pub kind: Kind,
    /// The document.
    pub id: DocumentId,
    /// Whom or what it is about.
    pub about: String,
    /// The period, of a rating.
    pub period: Option<Period>,
    /// Edits beside the valid one.
    pub branches: u32,
    /// When something of it came last.
    pub changed_at: Timestamp,
}

/// See [`crate::CentralRequest::GetBranched`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetBranched {
    /// The office.
    pub office: OfficeId,
    /// The kind.
    pub kind: Kind,
    /// The document.
    pub id: DocumentId,
}

/// Versions side by side: the valid one first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Branched {
    /// Fields in which they differ.
    pub fields: Vec<FieldLine>,
    /// How many versions.
    pub versions: u32,
}

/// A field of every version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldLine {
    /// The field, as documents name it.
    pub field: String,
    /// What each version says.
    pub values: Vec<String>,
}
