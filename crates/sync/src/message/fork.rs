//! Forks: two records at one place of a stream.

use super::Position;
use domain::Timestamp;
use record::Stream;

/// Two different records stand at one place: a cloned disk wrote in both copies. Both are kept
/// and folded; the device opens a new stream, and people are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fork {
    /// The stream.
    pub stream: Stream,
    /// The number of this line of the stream, 1, 2, 3 …; 0 is the line that came first.
    pub line: u32,
    /// The first record of this line, and the chain's value after it.
    pub first: Position,
    /// The centre's time when it was seen.
    pub seen_at: Timestamp,
}
