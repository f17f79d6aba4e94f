//! A verdict of the centre, as a line of a feed.

use super::WireError;
use crate::message::FeedVerdict;
use domain::{DocumentId, Kind, Timestamp};
use minicbor::bytes::ByteArray;
use minicbor::{Decode, Encode};
use record::{Revision, Ruling, Verdict};

#[derive(Encode, Decode)]
#[cbor(array)]
pub(super) struct VerdictForm {
    #[n(0)]
    kind: u8,
    #[n(1)]
    doc_id: ByteArray<16>,
    #[n(2)]
    revision: ByteArray<16>,
    #[n(3)]
    ruling: u8,
    #[n(4)]
    reason: String,
    #[n(5)]
    by: String,
    #[n(6)]
    at: i64,
}

impl From<&FeedVerdict> for VerdictForm {
    fn from(given: &FeedVerdict) -> Self {
        let verdict = &given.verdict;
        Self {
            kind: given.kind.number(),
            doc_id: given.doc_id.into_bytes().into(),
            revision: verdict.revision.0.into(),
            ruling: verdict.ruling.number(),
            reason: verdict.reason.clone(),
            by: verdict.by.clone(),
            at: verdict.at.0,
        }
    }
}

impl TryFrom<VerdictForm> for FeedVerdict {
    type Error = WireError;

    fn try_from(form: VerdictForm) -> Result<Self, WireError> {
        let unknown = |what, number: u8| WireError::Unknown {
            what,
            number: number.into(),
        };
        Ok(Self {
            kind: Kind::from_number(form.kind).ok_or_else(|| unknown("kind", form.kind))?,
            doc_id: DocumentId::from_bytes(form.doc_id.into()),
            verdict: Verdict {
                revision: Revision(form.revision.into()),
                ruling: Ruling::from_number(form.ruling)
                    .ok_or_else(|| unknown("ruling", form.ruling))?,
                reason: form.reason,
                by: form.by,
                at: Timestamp(form.at),
            },
        })
    }
}
