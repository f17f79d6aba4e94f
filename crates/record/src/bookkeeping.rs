//! Bodies that are no documents of the office: aliases, notes of the device, redactions.

use crate::body::{BodyError, Encoded};
use crate::codec::{self, Damage};
use crate::{Head, Revision, v1};
use domain::{DocumentId, Kind, User};

/// How a local document was recognised as one of the centre.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AliasMatch {
    /// Both name the same UNOR of SIASN.
    SiasnUnorId,
    /// Both have the same NIP.
    Nip,
    /// A person said so.
    Person,
}

/// The centre knows this document by another id. Written at enrolment, which rewrites nothing.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Alias {
    /// Identity of the alias itself.
    pub id: DocumentId,
    /// What it is about: a unit or an employee.
    pub kind: Kind,
    /// The id on this PC.
    pub local: DocumentId,
    /// The id at the centre.
    pub central: DocumentId,
    /// How it was recognised.
    pub matched_by: AliasMatch,
}

/// What a device says of itself. The first record of a new incarnation is one that continues.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeviceNote {
    /// Identity of the note itself.
    pub id: DocumentId,
    /// The people who use the program there, so that the centre can name the actors.
    pub users: Vec<User>,
    /// The point of an earlier incarnation that this stream continues from.
    pub continues: Option<Head>,
}

/// A body has to be erased (UU 27/2022 on personal data). The chain still verifies, because
/// only the salted hash of the body stands in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Redaction {
    /// The document whose body goes; also the `doc_id` of the record that carries this.
    pub document: DocumentId,
    /// That document's kind.
    pub kind: Kind,
    /// The revision whose body goes.
    pub revision: Revision,
    /// Why, and by which decision.
    pub reason: String,
}

/// Any of the three.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bookkeeping {
    /// See [`Alias`].
    Alias(Alias),
    /// See [`DeviceNote`].
    DeviceNote(DeviceNote),
    /// See [`Redaction`].
    Redaction(Redaction),
}

impl Bookkeeping {
    /// Its kind.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Alias(_) => Kind::Alias,
            Self::DeviceNote(_) => Kind::DeviceNote,
            Self::Redaction(_) => Kind::Redaction,
        }
    }

    /// The `doc_id` of its record: its own id, or the document that a redaction is about.
    #[must_use]
    pub const fn doc_id(&self) -> DocumentId {
        match self {
            Self::Alias(alias) => alias.id,
            Self::DeviceNote(note) => note.id,
            Self::Redaction(redaction) => redaction.document,
        }
    }
}

/// The body in the newest form.
#[must_use]
pub fn encode_bookkeeping(body: &Bookkeeping) -> Encoded {
    let bytes = match body {
        Bookkeeping::Alias(alias) => codec::write(&v1::Alias::from(alias)),
        Bookkeeping::DeviceNote(note) => codec::write(&v1::DeviceNote::from(note)),
        Bookkeeping::Redaction(redaction) => codec::write(&v1::Redaction::from(redaction)),
    };
    Encoded {
        schema: v1::SCHEMA,
        bytes,
    }
}

/// The bookkeeping of a body.
///
/// # Errors
/// [`BodyError`] says whether the body is newer than this program, a document, or damaged.
pub fn decode_bookkeeping(kind: Kind, schema: u16, bytes: &[u8]) -> Result<Bookkeeping, BodyError> {
    let read = match kind {
        Kind::Alias => read_alias,
        Kind::DeviceNote => read_device_note,
        Kind::Redaction => read_redaction,
        _ => {
            return Err(BodyError::UnknownKind {
                kind: kind.number(),
            });
        }
    };
    if schema != v1::SCHEMA {
        return Err(BodyError::UnknownSchema { kind, schema });
    }
    read(bytes).map_err(|source| BodyError::Damaged { kind, source })
}

fn read_alias(bytes: &[u8]) -> Result<Bookkeeping, Damage> {
    codec::read::<v1::Alias>(bytes).map(|body| Bookkeeping::Alias(body.into()))
}

fn read_device_note(bytes: &[u8]) -> Result<Bookkeeping, Damage> {
    codec::read::<v1::DeviceNote>(bytes).map(|body| Bookkeeping::DeviceNote(body.into()))
}

fn read_redaction(bytes: &[u8]) -> Result<Bookkeeping, Damage> {
    codec::read::<v1::Redaction>(bytes).map(|body| Bookkeeping::Redaction(body.into()))
}
