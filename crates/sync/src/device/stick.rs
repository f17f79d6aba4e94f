//! Where there is no line: a stick.

use super::shelf::Shelf;
use super::{DeviceState, StoredBatch};
use record::Stream;

/// A part of what a stick carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StickPart {
    /// This batch, as it is stored.
    Stored(StoredBatch),
    /// Nothing is stored from this record on: build a batch, as [`super::Effect::Build`] does,
    /// and ask again.
    Unbuilt {
        /// The stream.
        stream: Stream,
        /// The batch's first record.
        first_seq: u64,
        /// The last record that it may hold.
        last_seq: u64,
    },
}

/// What to write on a stick: every batch with a record that has no verified receipt. The same
/// batches go over the line, so neither way disturbs the other.
#[must_use]
pub fn stick_parts(state: &DeviceState, shelf: &dyn Shelf) -> Vec<StickPart> {
    let mut parts = Vec::new();
    for (stream, it) in &state.streams {
        let last_seq = shelf.head(*stream).map_or(0, |head| head.seq);
        let mut seq = it.acknowledged.seq.saturating_add(1);
        while seq <= last_seq {
            let Some(batch) = shelf.batch_with(*stream, seq) else {
                parts.push(StickPart::Unbuilt {
                    stream: *stream,
                    first_seq: seq,
                    last_seq,
                });
                break;
            };
            parts.push(StickPart::Stored(batch));
            seq = batch.last_seq.saturating_add(1);
        }
    }
    parts
}
