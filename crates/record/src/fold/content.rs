//! A record's body, read for the rules that look into it.

use super::{Folded, Outcome, Violation};
use crate::{BodyError, Bookkeeping, Record, Redaction, decode, decode_bookkeeping};
use domain::{Document, Kind, Period};

/// What a record carries.
pub(super) enum Content {
    /// A document.
    Document(Box<Document>),
    /// An alias or a note of the device: kept as it is.
    Kept,
    /// A body that must go.
    Redaction(Redaction),
    /// Nothing: the body itself was erased before the record came here.
    Erased,
}

impl Content {
    /// Reads the body, and checks that it is the document that the header names.
    pub(super) fn of(record: &Record) -> Result<Self, Outcome> {
        let header = &record.header;
        let kind = header.kind.known().ok_or(Outcome::UnknownKind)?;
        let bytes = match &record.body {
            Some(bytes) => bytes,
            // What an erased redaction erased, nobody can tell any more.
            None if kind == Kind::Redaction => {
                return Err(Outcome::Rejected(Violation::DamagedBody));
            }
            None => return Ok(Self::Erased),
        };
        let (id, content) = match kind {
            Kind::Alias | Kind::DeviceNote | Kind::Redaction => {
                let body = decode_bookkeeping(kind, header.schema, bytes)
                    .map_err(|error| refuse(&error))?;
                match body {
                    Bookkeeping::Redaction(redaction) => {
                        (redaction.document, Self::Redaction(redaction))
                    }
                    kept => (kept.doc_id(), Self::Kept),
                }
            }
            _ => {
                let document =
                    decode(kind, header.schema, bytes).map_err(|error| refuse(&error))?;
                (document.id(), Self::Document(Box::new(document)))
            }
        };
        if id == header.doc_id {
            Ok(content)
        } else {
            Err(Outcome::Rejected(Violation::OtherDocument))
        }
    }

    /// The period that a rating is about.
    pub(super) fn period(&self) -> Option<Period> {
        match self {
            Self::Document(document) => match &**document {
                Document::Evaluation(evaluation) => Some(evaluation.period),
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether this is about something else than the document was until now.
    pub(super) fn changes_identity_of(&self, folded: &Folded) -> bool {
        let Self::Document(new) = self else {
            return false;
        };
        let Some(body) = &folded.body else {
            return false;
        };
        let Ok(old) = decode(folded.kind, body.schema, &body.bytes) else {
            return false;
        };
        match (&old, &**new) {
            (Document::Evaluation(old), Document::Evaluation(new)) => {
                // The post may be another one: a promotion that becomes known late takes the rating
                // of its period along.
                (old.employee, old.period) != (new.employee, new.period)
            }
            (Document::Note(old), Document::Note(new)) => old.employee != new.employee,
            (Document::Evidence(old), Document::Evidence(new)) => {
                (old.employee, old.content_hash) != (new.employee, new.content_hash)
            }
            _ => false,
        }
    }
}

fn refuse(error: &BodyError) -> Outcome {
    if error.is_newer() {
        Outcome::UnknownKind
    } else {
        Outcome::Rejected(Violation::DamagedBody)
    }
}
