//! What a plan writes.

use super::line::Line;
use crate::ledger::Arrival;
use crate::message::{FeedEntry, Fork, OutcomeCode, Position, Receipt, UploadId};
use crate::signature::Unsigned;
use record::{Folded, Stream};

/// One thing to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Keep the batch's signed bytes as they came. The upload is finished.
    Batch(UploadId),
    /// A new record.
    Record(StoredRecord),
    /// A person let a record through: its [`crate::ledger::Passage`] is another one now.
    LetThrough {
        /// The stream.
        stream: Stream,
        /// The record.
        place: Position,
    },
    /// Another outcome of a record that is there. Those whose outcome waits for a base are the
    /// ones that a [`crate::ledger::Ledger`] is loaded with as waiting.
    Outcome {
        /// The stream.
        stream: Stream,
        /// The record.
        place: Position,
        /// What became of it.
        outcome: OutcomeCode,
    },
    /// A document as it is now, with its branches.
    Document(Folded),
    /// Where a line of the stream ends now; a new one when its number is new.
    Line {
        /// The stream.
        stream: Stream,
        /// The line.
        line: Line,
    },
    /// Two records stand at one place: people are told.
    Fork(Fork),
    /// A further entry of the feed.
    Feed(FeedEntry),
}

/// A record with everything that is stored beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredRecord {
    /// The record, its place and when it came.
    pub arrival: Arrival,
    /// The line of the stream.
    pub line: u32,
    /// What became of it.
    pub outcome: OutcomeCode,
}

/// What to write in one transaction, and what to answer when it is durable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What to write. Empty when nothing is new.
    pub changes: Vec<Change>,
    /// The answer. It says what became of every record of the batch, also when all had come
    /// before.
    pub receipt: Unsigned<Receipt>,
}
