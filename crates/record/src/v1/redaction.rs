//! `redaction`, version 1.

use super::code::Code;
use super::packed::Id;
use crate::{Revision, bookkeeping};
use domain::Kind;
use minicbor::bytes::ByteArray;
use minicbor::{Decode, Encode};

#[derive(Encode, Decode)]
#[cbor(map)]
pub(crate) struct Redaction {
    #[n(0)]
    document: Id,
    #[n(1)]
    kind: Code<Kind>,
    #[n(2)]
    revision: ByteArray<16>,
    #[n(3)]
    reason: String,
}

impl From<&bookkeeping::Redaction> for Redaction {
    fn from(redaction: &bookkeeping::Redaction) -> Self {
        Self {
            document: Id(redaction.document),
            kind: Code(redaction.kind),
            revision: redaction.revision.0.into(),
            reason: redaction.reason.clone(),
        }
    }
}

impl From<Redaction> for bookkeeping::Redaction {
    fn from(redaction: Redaction) -> Self {
        Self {
            document: redaction.document.0,
            kind: redaction.kind.0,
            revision: Revision(redaction.revision.into()),
            reason: redaction.reason,
        }
    }
}
