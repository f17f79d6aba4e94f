//! Bodies: a document as the bytes that are stored, hashed and sent.

use crate::codec::{self, Damage};
use crate::v1;
use domain::{Document, Kind};

/// A body and the version of its kind's form.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Encoded {
    /// Version of the form; every kind stands at 1.
    pub schema: u16,
    /// The body, canonical: equal documents give equal bytes.
    pub bytes: Vec<u8>,
}

/// Why a body could not be read.
#[derive(Debug, thiserror::Error)]
pub enum BodyError {
    /// No document of this kind is known: a newer program's kind, or one that is bookkeeping.
    #[error("kind {kind} is no document that this program knows")]
    UnknownKind {
        /// The kind's number.
        kind: u8,
    },
    /// The form is newer than this program. The bytes are kept, and read after an update.
    #[error("version {schema} of {kind:?} is newer than this program")]
    UnknownSchema {
        /// The kind.
        kind: Kind,
        /// The version that was found.
        schema: u16,
    },
    /// The bytes are not a body of this kind and version.
    #[error("the body of this {kind:?} is damaged")]
    Damaged {
        /// The kind.
        kind: Kind,
        /// What was wrong.
        #[source]
        source: Damage,
    },
}

impl BodyError {
    /// Whether a newer program would read it, so that it waits instead of being refused.
    #[must_use]
    pub const fn is_newer(&self) -> bool {
        matches!(self, Self::UnknownKind { .. } | Self::UnknownSchema { .. })
    }
}

/// The document's body in the newest form.
#[must_use]
pub fn encode(document: &Document) -> Encoded {
    let bytes = match document {
        Document::Unit(unit) => codec::write(&v1::Unit::from(unit)),
        Document::Employee(employee) => codec::write(&v1::Employee::from(employee)),
        Document::Assignment(assignment) => codec::write(&v1::Assignment::from(assignment)),
        Document::Exception(exception) => codec::write(&v1::Exception::from(exception)),
        Document::Signatory(signatory) => codec::write(&v1::Signatory::from(signatory)),
        Document::OrganisationResult(result) => codec::write(&v1::OrganisationResult::from(result)),
        Document::Evaluation(evaluation) => codec::write(&v1::Evaluation::from(&**evaluation)),
        Document::Note(note) => codec::write(&v1::Note::from(note)),
        Document::Evidence(evidence) => codec::write(&v1::Evidence::from(evidence)),
        Document::User(user) => codec::write(&v1::User::from(user)),
    };
    Encoded {
        schema: v1::SCHEMA,
        bytes,
    }
}

/// The document of a body, in whatever form it was written.
///
/// Keys that this program does not know are passed over: a newer program may have added an
/// optional field.
///
/// # Errors
/// [`BodyError`] says whether the body is newer than this program or damaged.
pub fn decode(kind: Kind, schema: u16, bytes: &[u8]) -> Result<Document, BodyError> {
    if matches!(kind, Kind::Alias | Kind::DeviceNote | Kind::Redaction) {
        return Err(BodyError::UnknownKind {
            kind: kind.number(),
        });
    }
    if schema != v1::SCHEMA {
        return Err(BodyError::UnknownSchema { kind, schema });
    }
    decode_v1(kind, bytes).map_err(|source| BodyError::Damaged { kind, source })
}

fn decode_v1(kind: Kind, bytes: &[u8]) -> Result<Document, Damage> {
    Ok(match kind {
        Kind::Unit => Document::Unit(codec::read::<v1::Unit>(bytes)?.into()),
        Kind::Employee => Document::Employee(codec::read::<v1::Employee>(bytes)?.into()),
        Kind::Assignment => Document::Assignment(codec::read::<v1::Assignment>(bytes)?.into()),
        Kind::Exception => Document::Exception(codec::read::<v1::Exception>(bytes)?.into()),
        Kind::Signatory => Document::Signatory(codec::read::<v1::Signatory>(bytes)?.into()),
        Kind::OrganisationResult => {
            Document::OrganisationResult(codec::read::<v1::OrganisationResult>(bytes)?.into())
        }
        Kind::Evaluation => {
            Document::Evaluation(Box::new(codec::read::<v1::Evaluation>(bytes)?.into()))
        }
        Kind::Note => Document::Note(codec::read::<v1::Note>(bytes)?.into()),
        Kind::Evidence => Document::Evidence(codec::read::<v1::Evidence>(bytes)?.into()),
        Kind::User => Document::User(codec::read::<v1::User>(bytes)?.into()),
        Kind::Alias | Kind::DeviceNote | Kind::Redaction => {
            return Err(Damage::new("bookkeeping is no document"));
        }
    })
}
