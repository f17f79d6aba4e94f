//! The journal: one entry for each act, drafts included. It never leaves the PC except in a
//! backup; its head stands in every checkpoint.

mod form;
mod verify;

pub use form::{JournalError, decode_changes, decode_entry, encode_changes, encode_entry};
pub use verify::{JournalBroken, JournalFault, verify_journal};

use crate::chain::hex;
use crate::{Encoded, Hlc};
use domain::{DocumentId, Kind, Timestamp, UserId};
use std::fmt;

/// One document before and after an act.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Change {
    /// The document's kind.
    pub kind: Kind,
    /// The document.
    pub doc_id: DocumentId,
    /// Its body before, in the form that it was stored in; `None` when it is new.
    pub before: Option<Encoded>,
    /// Its body after; `None` when it was removed.
    pub after: Option<Encoded>,
}

/// One act.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Entry {
    /// 1, 2, 3 … without a hole.
    pub seq: u64,
    /// The operation's code: `rate`, `import`.
    pub op: String,
    /// Who did it.
    pub actor: UserId,
    /// When, by the PC's clock.
    pub at: Timestamp,
    /// When, in an order that the clock cannot turn back.
    pub hlc: Hlc,
    /// What it changed.
    pub changes: Vec<Change>,
    /// The entry that this one takes back.
    pub undo_of: Option<u64>,
}

/// The journal's chain at one place.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct JournalChain(pub [u8; 32]);

impl fmt::Debug for JournalChain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JournalChain(")?;
        hex(f, &self.0)?;
        f.write_str(")")
    }
}

/// The journal's chain before the first entry. The journal belongs to the database: it goes on
/// through every incarnation of the device.
#[must_use]
pub fn journal_zero(database_id: &[u8; 16]) -> JournalChain {
    let mut hasher = blake3::Hasher::new_derive_key("kinerja journal zero v1");
    JournalChain(hasher.update(database_id).finalize().into())
}

/// The journal's chain after one more entry.
#[must_use]
pub fn next_journal_chain(previous: &JournalChain, entry: &Entry) -> JournalChain {
    let mut hasher = blake3::Hasher::new_derive_key("kinerja journal v1");
    hasher.update(&previous.0).update(&encode_entry(entry));
    JournalChain(hasher.finalize().into())
}
