//! What the machine reads of the PC's store, and what a step is given beside the event.

use crate::message::{Feed, FeedPosition, Position, UploadId};
use crate::signature::SignatureCheck;
use record::Stream;

/// The PC's store, for reading. A step reads it as it is after the effects of the step before.
pub trait Shelf {
    /// The last sealed record of a stream; `None` when this PC has nothing of it.
    fn head(&self, stream: Stream) -> Option<Position>;

    /// The place of one record of a stream; number 0 is the place before the first.
    fn place(&self, stream: Stream, seq: u64) -> Option<Position>;

    /// The last record that should go first, because somebody waits for it; 0 when none does.
    fn urgent_through(&self, stream: Stream) -> u64;

    /// The stored batch that holds this record.
    fn batch_with(&self, stream: Stream, seq: u64) -> Option<StoredBatch>;

    /// The position of a feed after this entry, which came down before.
    fn feed_position(&self, feed: Feed, seq: u64) -> Option<FeedPosition>;
}

/// A batch that was built and stored. It is sent as it is for ever, also after an update of the
/// program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct StoredBatch {
    /// The upload that sends it.
    pub upload: UploadId,
    /// Its first record.
    pub first_seq: u64,
    /// Its last record.
    pub last_seq: u64,
    /// Its length in bytes.
    pub length: u64,
}

/// What a step is given beside the event.
#[derive(Clone, Copy)]
pub struct Inputs<'a> {
    /// The PC's store.
    pub shelf: &'a dyn Shelf,
    /// The cipher.
    pub signatures: &'a dyn SignatureCheck,
    /// Fresh random bytes, for nonces and for waiting a little longer or shorter than others.
    pub random: [u8; 16],
}
