//! Checkpoints: one signature for everything up to a place.

use crate::journal::JournalChain;
use crate::{Chain, Stream};

/// What a device signs with each batch: its stream so far, and where its journal stands, so
/// that a journal shown later can be proved unaltered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Checkpoint {
    /// The stream.
    pub stream: Stream,
    /// The last record that it covers.
    pub through_seq: u64,
    /// The chain's value there.
    pub chain: Chain,
    /// The last row of the journal.
    pub journal_seq: u64,
    /// The journal's chain there.
    pub journal_chain: JournalChain,
}

/// Names what is signed, so that the signature fits nothing else.
const PURPOSE: &[u8; 21] = b"kinerja checkpoint v1";

impl Checkpoint {
    /// The bytes that are signed: purpose, stream, number, chain, journal's number and chain;
    /// numbers big-endian in eight bytes.
    #[must_use]
    pub fn signing_bytes(&self) -> Vec<u8> {
        [
            PURPOSE.as_slice(),
            &self.stream.0,
            &self.through_seq.to_be_bytes(),
            &self.chain.0,
            &self.journal_seq.to_be_bytes(),
            &self.journal_chain.0,
        ]
        .concat()
    }
}
