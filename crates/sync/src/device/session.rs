//! What the machine knows of the running session. All of it may be lost at any time.

use super::backoff::Backoff;
use super::effect::RequestId;
use super::shelf::StoredBatch;
use crate::message::{Feed, FeedPosition, Nonce, PackOffer, UploadId};
use record::Stream;
use std::collections::BTreeMap;

/// The running session.
#[derive(Clone, Debug, Default)]
pub(super) struct Session {
    pub(super) phase: Phase,
    pub(super) last_request: RequestId,
    pub(super) backoff: Backoff,
    /// Something was wanted while a session ran: begin another one behind it.
    pub(super) wanted_again: bool,
    /// Since the last hello: how far the centre has each stream, receipts or not.
    pub(super) held_through: BTreeMap<Stream, u64>,
    /// Since the last hello: where each feed ends.
    pub(super) feed_ends: BTreeMap<Feed, FeedPosition>,
    /// Since the last hello: bytes of the announced uploads that the centre has.
    pub(super) offsets: BTreeMap<UploadId, u64>,
    /// Since the last hello: behind which place receipts of a stream were asked for.
    pub(super) asked_receipts: BTreeMap<Stream, u64>,
    /// The next hello names every stream, because the centre was restored.
    pub(super) claims_all: bool,
    /// One mutant has sent again what was acknowledged.
    pub(super) has_sent_again: bool,
}

/// What the machine waits for.
#[derive(Clone, Debug, Default)]
pub(super) enum Phase {
    /// Nothing: everything was done, or nothing has begun.
    #[default]
    Idle,
    /// The time to try again.
    Waiting,
    /// A person.
    Stopped,
    /// The user, who paused.
    Paused,
    /// The answer to a hello.
    Greeting { request: RequestId, nonce: Nonce },
    /// A batch that is being built.
    Building { stream: Stream },
    /// A new stream that is being opened.
    Opening,
    /// The answer to an upload.
    Sending {
        request: RequestId,
        stream: Stream,
        batch: StoredBatch,
    },
    /// Receipts.
    Fetching { request: RequestId },
    /// The offer of a pack.
    AskingPack { request: RequestId, feed: Feed },
    /// A pack.
    FetchingPack {
        request: RequestId,
        offer: Box<PackOffer>,
    },
}

impl Phase {
    /// The request that is under way.
    pub(super) const fn request(&self) -> Option<RequestId> {
        match self {
            Self::Greeting { request, .. }
            | Self::Sending { request, .. }
            | Self::Fetching { request }
            | Self::AskingPack { request, .. }
            | Self::FetchingPack { request, .. } => Some(*request),
            Self::Idle
            | Self::Waiting
            | Self::Stopped
            | Self::Paused
            | Self::Building { .. }
            | Self::Opening => None,
        }
    }

    /// Whether a session runs.
    pub(super) const fn is_running(&self) -> bool {
        !matches!(
            self,
            Self::Idle | Self::Waiting | Self::Stopped | Self::Paused
        )
    }
}
