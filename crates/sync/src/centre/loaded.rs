//! What the host reads before a plan is made.

use super::line::Lines;
use crate::ledger::Ledger;
use crate::message::{Epoch, Feed, FeedEntry, FeedItem, FeedPosition, Revocation};
use crate::mutant::Mutation;
use domain::Timestamp;
use record::Chain;

/// Everything that a plan depends on beside the batch, read in the transaction that will write.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The life of the database.
    pub epoch: Epoch,
    /// The centre's time now.
    pub now: Timestamp,
    /// The chain before the first record of this stream, by the device's certificate.
    pub start: Chain,
    /// The device's revocation, if it was revoked.
    pub revocation: Option<Revocation>,
    /// The stream's lines, and its records from the place before the batch to the batch's end.
    pub lines: Lines,
    /// The documents that the batch is about, what waits for them, and the closed periods.
    pub ledger: Ledger,
    /// Where the office's feed ends. Its row is locked until the transaction ends.
    pub feed: FeedWriter,
    /// A bug that a test puts back.
    pub mutation: Mutation,
}

/// The end of a feed, where entries are added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedWriter {
    feed: Feed,
    position: FeedPosition,
    written: Vec<FeedEntry>,
}

impl FeedWriter {
    /// The end of a feed.
    #[must_use]
    pub const fn at(feed: Feed, position: FeedPosition) -> Self {
        Self {
            feed,
            position,
            written: Vec::new(),
        }
    }

    /// Adds an entry.
    pub fn push(&mut self, item: FeedItem) {
        self.position = self.position.after(&item);
        self.written.push(FeedEntry {
            seq: self.position.seq,
            item,
        });
    }

    /// Which feed.
    #[must_use]
    pub const fn feed(&self) -> Feed {
        self.feed
    }

    /// Where it ends now.
    #[must_use]
    pub const fn position(&self) -> FeedPosition {
        self.position
    }

    /// The entries that were added.
    #[must_use]
    pub fn into_written(self) -> Vec<FeedEntry> {
        self.written
    }
}
