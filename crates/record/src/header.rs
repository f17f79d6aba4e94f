//! The header of a record: everything about it that is not its body.

use crate::codec::{self, Damage};
use crate::v1::Id;
use crate::{Hlc, Revision, Stream};
use domain::{DocumentId, Kind, Timestamp, UserId};
use minicbor::bytes::ByteArray;
use minicbor::{Decode, Encode};

/// A kind's number, which may be one that only a newer program knows: such a record is kept
/// and sent on, and folded after an update.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KindNumber(pub u8);

impl KindNumber {
    /// The kind, unless it is newer than this program.
    #[must_use]
    pub const fn known(self) -> Option<Kind> {
        Kind::from_number(self.0)
    }
}

impl From<Kind> for KindNumber {
    fn from(kind: Kind) -> Self {
        Self(kind.number())
    }
}

/// What stands in the chain beside the body's hash.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Header {
    /// The stream.
    pub stream: Stream,
    /// Place in the stream: 1, 2, 3 … without a hole.
    pub seq: u64,
    /// Kind of the body.
    pub kind: KindNumber,
    /// Version of that kind's body.
    pub schema: u16,
    /// The document.
    pub doc_id: DocumentId,
    /// The revision that it was made upon; `None` for a new document.
    pub base_rev: Option<Revision>,
    /// Who did it.
    pub actor: UserId,
    /// When, as far as the PC knows: for display and order on a screen, never a gate.
    pub hlc: Hlc,
    /// The last time of the centre that the device had seen: it was not made before that.
    pub beacon: Option<Timestamp>,
}

impl Header {
    /// The canonical bytes, as they are hashed and sent.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        codec::write(&HeaderForm::from(self))
    }

    /// The header of canonical bytes.
    ///
    /// # Errors
    /// [`Damage`] when the bytes are no header or not canonical.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Damage> {
        let header = Self::from(codec::read::<HeaderForm>(bytes)?);
        if header.bytes() == bytes {
            Ok(header)
        } else {
            Err(Damage::new("not canonical"))
        }
    }
}

/// Frozen, as the bodies are: the chain of every stream stands on it.
#[derive(Encode, Decode)]
#[cbor(array)]
pub(crate) struct HeaderForm {
    #[n(0)]
    stream: ByteArray<32>,
    #[n(1)]
    seq: u64,
    #[n(2)]
    kind: u8,
    #[n(3)]
    schema: u16,
    #[n(4)]
    doc_id: Id,
    #[n(5)]
    base_rev: Option<ByteArray<16>>,
    #[n(6)]
    actor: Id,
    #[n(7)]
    hlc: u64,
    #[n(8)]
    beacon: Option<i64>,
}

impl From<&Header> for HeaderForm {
    fn from(header: &Header) -> Self {
        Self {
            stream: header.stream.0.into(),
            seq: header.seq,
            kind: header.kind.0,
            schema: header.schema,
            doc_id: Id(header.doc_id),
            base_rev: header.base_rev.map(|revision| revision.0.into()),
            actor: Id(header.actor.0),
            hlc: header.hlc.0,
            beacon: header.beacon.map(|beacon| beacon.0),
        }
    }
}

impl From<HeaderForm> for Header {
    fn from(form: HeaderForm) -> Self {
        Self {
            stream: Stream(form.stream.into()),
            seq: form.seq,
            kind: KindNumber(form.kind),
            schema: form.schema,
            doc_id: form.doc_id.0,
            base_rev: form.base_rev.map(|revision| Revision(revision.into())),
            actor: UserId(form.actor.0),
            hlc: Hlc(form.hlc),
            beacon: form.beacon.map(Timestamp),
        }
    }
}
