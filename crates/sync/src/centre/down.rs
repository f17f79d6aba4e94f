//! What goes down: parts of a feed.

use crate::message::{Epoch, Feed, FeedEntry, FeedItem, FeedPosition, OfficeId, PackId, PackOffer};
use crate::mutant::{Mutant, Mutation};
use crate::signature::{NOT_SIGNED, Unsigned};

/// A part of a feed, to be written as a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackPage {
    feed: Feed,
    after: FeedPosition,
    through: FeedPosition,
    entries: Vec<FeedEntry>,
}

/// A part of a feed that begins behind `after`. The entries are the ones that follow there,
/// without a hole.
#[must_use]
pub fn page(
    (feed, after): (Feed, FeedPosition),
    mut entries: Vec<FeedEntry>,
    mutation: Mutation,
) -> PackPage {
    let through = entries
        .iter()
        .fold(after, |position, entry| position.after(&entry.item));
    if mutation.is(Mutant::LastOfPageLost) && entries.len() > 1 {
        entries.pop();
    }
    PackPage {
        feed,
        after,
        through,
        entries,
    }
}

impl PackPage {
    /// Leaves out the chain's values of records that are left out. Where the part ends, they count.
    #[must_use]
    pub fn without_known_chains(mut self) -> Self {
        for entry in &mut self.entries {
            if let FeedItem::Record(line) = &mut entry.item
                && line.record.is_none()
            {
                line.leave_out();
            }
        }
        self
    }

    /// The entries, to be written as bytes.
    #[must_use]
    pub fn entries(&self) -> &[FeedEntry] {
        &self.entries
    }

    /// The offer of the written bytes.
    #[must_use]
    pub const fn offer(&self, epoch: Epoch, (id, length): (PackId, u64)) -> Unsigned<PackOffer> {
        Unsigned::new(PackOffer {
            feed: self.feed,
            epoch,
            after: self.after,
            through: self.through,
            id,
            length,
            signature: NOT_SIGNED,
        })
    }
}

impl Feed {
    /// Whether a device of this office may read it. Nothing of another office leaves the centre.
    #[must_use]
    pub fn is_open_to(self, reader: OfficeId) -> bool {
        match self {
            Self::Common => true,
            Self::Office(office) => office == reader,
        }
    }
}
