//! Sinkron: where sending stands, joining a centre, sticks, and what needs a decision.

mod condition;

pub use condition::{Condition, FailureReason, Held};

use crate::import::UploadToken;
use crate::reports::Saved;
use crate::sheet::Verdict;
use domain::{AssignmentId, DocumentId, Kind, Period, Timestamp, UnitId, Zone};
use serde::{Deserialize, Serialize};

/// See [`crate::OfficeRequest::GetSync`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetSync {}

/// The screen Sinkron.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SyncView {
    /// The centre; `None` until one is joined.
    pub centre: Option<CentreLine>,
    /// Where it stands, in one sentence.
    pub condition: Condition,
    /// The office's zone, for showing times.
    pub zone: Zone,
    /// Sealed and without a verified receipt, by kind of document.
    pub unsent: Vec<KindCount>,
    /// Receipts, newest first, at most fifty.
    pub receipts: Vec<ReceiptLine>,
    /// What the centre does not apply as it is.
    pub troubles: Vec<TroubleLine>,
    /// What was changed here and at the centre.
    pub decisions: Vec<DecisionLine>,
    /// Packets on sticks whose answer has not come back, newest first.
    pub packets: Vec<PacketLine>,
    /// Evidence files that are still to be sent.
    pub files: FilesLine,
    /// The user paused sending.
    pub paused: bool,
    /// A request to join was written to a file and waits for the centre's answer.
    pub joining: bool,
    /// How many seconds this PC's clock is ahead of the centre's (behind: negative), when they
    /// differ by more than five minutes. It blocks nothing.
    pub skew_seconds: Option<i64>,
}

/// The centre that was joined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CentreLine {
    /// What the centre calls this office.
    pub office_name: String,
    /// Its address.
    pub server: String,
    /// When it was joined, by the centre's time.
    pub joined_at: Timestamp,
}

/// So many of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KindCount {
    /// The kind.
    pub kind: Kind,
    /// How many.
    pub count: u64,
}

/// A receipt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptLine {
    /// What people call it: `2026-W43-0117`.
    pub name: String,
    /// The centre's time.
    pub at: Timestamp,
    /// Documents that it is about.
    pub documents: u64,
    /// Of these, applied.
    pub applied: u64,
    /// Of these, waiting or refused.
    pub set_aside: u64,
    /// The last record's chain value, hexadecimal: what the centre compares.
    pub chain: String,
}

/// A document that the centre does not apply as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TroubleLine {
    /// Its kind.
    pub kind: Kind,
    /// Which.
    pub id: DocumentId,
    /// What people call it.
    pub title: String,
    /// Why.
    pub why: Held,
    /// Since when, by this PC's clock.
    pub since: Timestamp,
    /// Where the rating stands that it is about.
    pub rating: Option<RatingPlace>,
    /// What the centre ruled about it.
    pub verdict: Option<Verdict>,
}

/// Where a rating stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RatingPlace {
    /// The row.
    pub assignment: AssignmentId,
    /// The unit.
    pub unit: UnitId,
    /// The period.
    pub period: Period,
}

/// A document that was changed here and at the centre.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionLine {
    /// Its kind.
    pub kind: Kind,
    /// Which.
    pub id: DocumentId,
    /// What people call it: *jabatan Rina*.
    pub title: String,
    /// *Milik Anda*.
    pub mine: Version,
    /// *Milik pusat*.
    pub centre: Version,
    /// *Sebelumnya*: what both began with, if it is known.
    pub before: Option<Version>,
    /// What differs, each with the three values.
    pub fields: Vec<FieldLine>,
    /// What the program recommends.
    pub recommended: Choice,
}

/// A version of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// Who made it, if that is known here.
    pub who: Option<String>,
    /// When, by the clock of the PC on which it was made.
    pub at: Option<Timestamp>,
    /// The revision, hexadecimal; a decision names it, so that nobody decides upon another one.
    pub revision: String,
}

/// A value that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldLine {
    /// What it is, in the user's language.
    pub label: String,
    /// *Milik Anda*.
    pub mine: String,
    /// *Milik pusat*.
    pub centre: String,
    /// *Sebelumnya*.
    pub before: String,
}

/// What a person decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// *Milik Anda* is sealed upon what the centre has.
    Mine,
    /// *Milik pusat* takes the place of what is here, and that is sealed too.
    Centre,
}

/// A packet on a stick.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PacketLine {
    /// What people call it: `PKT-0043`.
    pub name: String,
    /// When it was written, by this PC's clock.
    pub at: Timestamp,
    /// The file's name.
    pub file_name: String,
    /// Where it was written to.
    pub folder: String,
    /// Bytes.
    pub size: u64,
    /// Documents in it.
    pub documents: u64,
}

/// Evidence files on their way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilesLine {
    /// How many are still to be sent.
    pub waiting: u64,
    /// Their bytes.
    pub bytes: u64,
    /// The centre has no room for more of this office.
    pub quota_reached: bool,
}

/// See [`crate::OfficeRequest::Join`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Join {
    /// The code from the centre, as it was pasted.
    pub code: String,
}

/// See [`crate::OfficeRequest::SaveJoinRequest`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaveJoinRequest {
    /// The code from the centre, as it was pasted.
    pub code: String,
}

/// See [`crate::OfficeRequest::SyncNow`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SyncNow {}

/// See [`crate::OfficeRequest::PauseSync`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PauseSync {}

/// See [`crate::OfficeRequest::ResumeSync`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResumeSync {}

/// See [`crate::OfficeRequest::WriteStick`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WriteStick {}

/// A packet was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StickWritten {
    /// The file.
    pub saved: Saved,
    /// The packet.
    pub packet: PacketLine,
}

/// See [`crate::OfficeRequest::ReadStick`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadStick {
    /// A file from the centre: an answer to a packet, or to a request to join.
    pub upload: UploadToken,
}

/// A file from the centre was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StickRead {
    /// The office is joined now; its name.
    Joined(String),
    /// An answer to a packet.
    Answer {
        /// Documents that the centre has received by it and that were not acknowledged before.
        received: u64,
        /// News from the centre.
        news: u64,
    },
}

/// See [`crate::OfficeRequest::Decide`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decide {
    /// The document's kind.
    pub kind: Kind,
    /// The document.
    pub id: DocumentId,
    /// [`DecisionLine::centre`]'s revision, as it was looked at.
    pub centre: String,
    /// The decision.
    pub choice: Choice,
}
