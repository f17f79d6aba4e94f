//! Forms that several messages have.

use super::WireError;
use crate::message::{
    Beacon, Feed, FeedPosition, FeedState, Held, OfficeId, OutcomeCode, Position, Signature,
};
use domain::Timestamp;
use minicbor::bytes::ByteArray;
use minicbor::{Decode, Encode};
use record::{Chain, HeldReason, Revision, Violation};

#[derive(Encode, Decode)]
#[cbor(array)]
pub(crate) struct PositionForm {
    #[n(0)]
    seq: u64,
    #[n(1)]
    chain: ByteArray<32>,
}

impl PositionForm {
    pub(crate) const fn seq(&self) -> u64 {
        self.seq
    }
}

impl From<Position> for PositionForm {
    fn from(position: Position) -> Self {
        Self {
            seq: position.seq,
            chain: position.chain.0.into(),
        }
    }
}

impl From<PositionForm> for Position {
    fn from(form: PositionForm) -> Self {
        Self {
            seq: form.seq,
            chain: Chain(form.chain.into()),
        }
    }
}

#[derive(Encode, Decode)]
#[cbor(array)]
pub(crate) struct BeaconForm {
    #[n(0)]
    time: i64,
    #[n(1)]
    signature: ByteArray<64>,
}

impl From<Beacon> for BeaconForm {
    fn from(beacon: Beacon) -> Self {
        Self {
            time: beacon.time.0,
            signature: beacon.signature.0.into(),
        }
    }
}

impl From<BeaconForm> for Beacon {
    fn from(form: BeaconForm) -> Self {
        Self {
            time: Timestamp(form.time),
            signature: Signature(form.signature.into()),
        }
    }
}

/// A feed: nothing for the common one, else the office.
#[derive(Encode, Decode)]
#[cbor(transparent)]
pub(super) struct FeedForm(#[n(0)] Option<ByteArray<16>>);

impl From<Feed> for FeedForm {
    fn from(feed: Feed) -> Self {
        Self(match feed {
            Feed::Common => None,
            Feed::Office(office) => Some(office.0.into()),
        })
    }
}

impl From<FeedForm> for Feed {
    fn from(form: FeedForm) -> Self {
        form.0
            .map_or(Self::Common, |office| Self::Office(OfficeId(office.into())))
    }
}

#[derive(Encode, Decode)]
#[cbor(array)]
pub(super) struct FeedPositionForm {
    #[n(0)]
    seq: u64,
    #[n(1)]
    chain: ByteArray<32>,
}

impl From<FeedPosition> for FeedPositionForm {
    fn from(position: FeedPosition) -> Self {
        Self {
            seq: position.seq,
            chain: position.chain.into(),
        }
    }
}

impl From<FeedPositionForm> for FeedPosition {
    fn from(form: FeedPositionForm) -> Self {
        Self {
            seq: form.seq,
            chain: form.chain.into(),
        }
    }
}

#[derive(Encode, Decode)]
#[cbor(array)]
pub(crate) struct FeedStateForm {
    #[n(0)]
    feed: FeedForm,
    #[n(1)]
    position: FeedPositionForm,
}

impl From<&FeedState> for FeedStateForm {
    fn from(state: &FeedState) -> Self {
        Self {
            feed: state.feed.into(),
            position: state.position.into(),
        }
    }
}

impl From<FeedStateForm> for FeedState {
    fn from(form: FeedStateForm) -> Self {
        Self {
            feed: form.feed.into(),
            position: form.position.into(),
        }
    }
}

/// What became of a record: the number that is signed, and the branch if there is one.
#[derive(Encode, Decode)]
#[cbor(array)]
pub(super) struct OutcomeForm {
    #[n(0)]
    code: u8,
    #[n(1)]
    branch: Option<ByteArray<16>>,
}

impl From<OutcomeCode> for OutcomeForm {
    fn from(outcome: OutcomeCode) -> Self {
        let (code, detail) = outcome.signed_form();
        let has_branch = matches!(outcome, OutcomeCode::Conflict { .. });
        Self {
            code,
            branch: has_branch.then(|| detail.into()),
        }
    }
}

impl TryFrom<OutcomeForm> for OutcomeCode {
    type Error = WireError;

    fn try_from(form: OutcomeForm) -> Result<Self, WireError> {
        Ok(match (form.code, form.branch) {
            (0, None) => Self::Applied,
            (1, None) => Self::Duplicate,
            (2, None) => Self::Held(Held::ByRule(HeldReason::MissingBase)),
            (3, None) => Self::Held(Held::ByRule(HeldReason::Late)),
            (4, None) => Self::Held(Held::ByRule(HeldReason::PerhapsLate)),
            (5, None) => Self::Held(Held::Revoked),
            (6, Some(branch)) => Self::Conflict {
                branch: Revision(branch.into()),
            },
            (7, None) => Self::Rejected(Violation::LocalKind),
            (8, None) => Self::Rejected(Violation::DamagedBody),
            (9, None) => Self::Rejected(Violation::OtherDocument),
            (10, None) => Self::Rejected(Violation::IdentityChanged),
            (11, None) => Self::UnknownKind,
            (12, None) => Self::Rejected(Violation::Final),
            (code, _) => {
                return Err(WireError::Unknown {
                    what: "outcome",
                    number: code.into(),
                });
            }
        })
    }
}
