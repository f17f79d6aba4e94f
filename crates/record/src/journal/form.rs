//! The journal's bytes: frozen, because its chain stands on them.

use super::{Change, Entry};
use crate::codec::{self, Damage};
use crate::v1::Id;
use crate::{Encoded, Hlc};
use domain::{Kind, Timestamp, UserId};
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

/// Why an entry of the journal could not be read.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// A change of a kind that only a newer program knows.
    #[error("the journal holds kind {kind}, which this program does not know")]
    UnknownKind {
        /// The kind's number.
        kind: u8,
    },
    /// The bytes are no entry, or no changes.
    #[error("the journal's bytes are damaged")]
    Damaged {
        /// What was wrong.
        #[source]
        source: Damage,
    },
}

#[derive(Encode, Decode)]
#[cbor(array)]
struct EntryForm {
    #[n(0)]
    seq: u64,
    #[n(1)]
    op: String,
    #[n(2)]
    actor: Id,
    #[n(3)]
    at: i64,
    #[n(4)]
    hlc: u64,
    #[n(5)]
    changes: Vec<ChangeForm>,
    #[n(6)]
    undo_of: Option<u64>,
}

#[derive(Encode, Decode)]
#[cbor(array)]
struct ChangeForm {
    #[n(0)]
    kind: u8,
    #[n(1)]
    doc_id: Id,
    #[n(2)]
    before: Option<BodyForm>,
    #[n(3)]
    after: Option<BodyForm>,
}

#[derive(Encode, Decode)]
#[cbor(array)]
struct BodyForm {
    #[n(0)]
    schema: u16,
    #[n(1)]
    bytes: ByteVec,
}

/// The canonical bytes of a whole entry, as they are hashed.
#[must_use]
pub fn encode_entry(entry: &Entry) -> Vec<u8> {
    codec::write(&EntryForm {
        seq: entry.seq,
        op: entry.op.clone(),
        actor: Id(entry.actor.0),
        at: entry.at.0,
        hlc: entry.hlc.0,
        changes: entry.changes.iter().map(ChangeForm::from).collect(),
        undo_of: entry.undo_of,
    })
}

/// The entry of these bytes.
///
/// # Errors
/// [`JournalError`] says whether it is newer than this program or damaged.
pub fn decode_entry(bytes: &[u8]) -> Result<Entry, JournalError> {
    let form: EntryForm = codec::read(bytes).map_err(|source| JournalError::Damaged { source })?;
    Ok(Entry {
        seq: form.seq,
        op: form.op,
        actor: UserId(form.actor.0),
        at: Timestamp(form.at),
        hlc: Hlc(form.hlc),
        changes: form
            .changes
            .into_iter()
            .map(Change::try_from)
            .collect::<Result<_, _>>()?,
        undo_of: form.undo_of,
    })
}

/// The changes alone, for the column that holds them.
#[must_use]
pub fn encode_changes(changes: &[Change]) -> Vec<u8> {
    codec::write(&changes.iter().map(ChangeForm::from).collect::<Vec<_>>())
}

/// The changes of these bytes.
///
/// # Errors
/// [`JournalError`] says whether they are newer than this program or damaged.
pub fn decode_changes(bytes: &[u8]) -> Result<Vec<Change>, JournalError> {
    let forms: Vec<ChangeForm> =
        codec::read(bytes).map_err(|source| JournalError::Damaged { source })?;
    forms.into_iter().map(Change::try_from).collect()
}

impl From<&Change> for ChangeForm {
    fn from(change: &Change) -> Self {
        Self {
            kind: change.kind.number(),
            doc_id: Id(change.doc_id),
            before: change.before.as_ref().map(BodyForm::from),
            after: change.after.as_ref().map(BodyForm::from),
        }
    }
}

impl TryFrom<ChangeForm> for Change {
    type Error = JournalError;

    fn try_from(form: ChangeForm) -> Result<Self, JournalError> {
        Ok(Self {
            kind: Kind::from_number(form.kind)
                .ok_or(JournalError::UnknownKind { kind: form.kind })?,
            doc_id: form.doc_id.0,
            before: form.before.map(Encoded::from),
            after: form.after.map(Encoded::from),
        })
    }
}

impl From<&Encoded> for BodyForm {
    fn from(body: &Encoded) -> Self {
        Self {
            schema: body.schema,
            bytes: body.bytes.clone().into(),
        }
    }
}

impl From<BodyForm> for Encoded {
    fn from(form: BodyForm) -> Self {
        Self {
            schema: form.schema,
            bytes: form.bytes.into(),
        }
    }
}
