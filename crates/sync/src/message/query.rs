//! Questions beside `hello`.

use super::{FeedState, Position, Receipt, StreamClaim};
use record::Stream;

/// Asks for receipts of what the centre holds behind the acknowledged place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ReceiptsQuery(pub StreamClaim);

/// The receipts, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Receipts(pub Vec<Receipt>);

/// Asks for the next part of a feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FeedQuery {
    /// Which feed, and how far it was read.
    pub after: FeedState,
    /// Records of this stream up to here need not come down.
    pub has: (Stream, Position),
}
