//! What a plan has to be told.

use super::VerifiedBatch;
use crate::ledger::DocumentKey;
use record::{Placed, Stream};
use std::collections::BTreeSet;

/// What to read before a batch can be planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needs {
    /// The stream: all its lines.
    pub stream: Stream,
    /// The first place of which every record of the stream is wanted; 0 wants none there.
    pub from_seq: u64,
    /// The last such place.
    pub through_seq: u64,
    /// The documents, with what waits for them.
    pub documents: BTreeSet<DocumentKey>,
}

/// What to read before this batch can be planned.
#[must_use]
pub fn needs(batch: &VerifiedBatch) -> Needs {
    Needs {
        stream: batch.before().stream,
        from_seq: batch.before().seq,
        through_seq: batch.end().seq,
        documents: batch
            .records()
            .iter()
            .filter_map(|(record, head)| {
                Placed {
                    record,
                    chain: head.chain,
                }
                .document()
            })
            .collect(),
    }
}
