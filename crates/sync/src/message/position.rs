//! A place in a stream.

use record::{Chain, Head, Stream};

/// A number in a stream and the chain's value there: it stands for everything up to it, so two
/// sides that name the same position have the same records before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The record's number; 0 before the first.
    pub seq: u64,
    /// The chain's value after it.
    pub chain: Chain,
}

impl Position {
    /// The position as the head of a stream.
    #[must_use]
    pub const fn in_stream(self, stream: Stream) -> Head {
        Head {
            stream,
            seq: self.seq,
            chain: self.chain,
        }
    }
}

impl From<Head> for Position {
    fn from(head: Head) -> Self {
        Self {
            seq: head.seq,
            chain: head.chain,
        }
    }
}
