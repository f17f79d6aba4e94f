//! What the machine reads of the store.

use record::{Revision, Stream};
use store::{StoreError, View};
use sync::batch::Earlier;
use sync::device::{Shelf, StoredBatch};
use sync::message::{Feed, FeedPosition, Position, UploadId};
use uuid::Uuid;

/// The store as the machine reads it, in one state.
pub(crate) struct StoreShelf<'a, 'c>(pub(crate) &'a View<'c>);

/// The bytes that stand for a feed in the store.
pub(crate) fn feed_key(feed: Feed) -> Vec<u8> {
    feed.signed_form()
}

/// A batch as the machine knows it.
pub(crate) const fn stored(batch: &store::BatchRow) -> StoredBatch {
    StoredBatch {
        upload: UploadId(batch.upload),
        first_seq: batch.first_seq,
        last_seq: batch.last_seq,
        length: batch.length,
    }
}

/// A database that cannot be read now has nothing to say: the machine concludes less, and the
/// effect that needs the database fails with the cause.
fn told<T>(found: Result<Option<T>, StoreError>) -> Option<T> {
    found.unwrap_or_else(|error| {
        tracing::warn!(%error, "the store could not be asked");
        None
    })
}

impl Shelf for StoreShelf<'_, '_> {
    fn head(&self, stream: Stream) -> Option<Position> {
        told(self.0.stream_head(stream)).map(Into::into)
    }

    fn place(&self, stream: Stream, seq: u64) -> Option<Position> {
        if seq == 0 {
            return Some(Position {
                seq,
                chain: told(self.0.stream_start(stream).map(Some))?,
            });
        }
        let chain = told(self.0.stream_chain(stream, seq))?;
        Some(Position { seq, chain })
    }

    fn urgent_through(&self, stream: Stream) -> u64 {
        told(self.0.last_rating(stream).map(Some)).unwrap_or(0)
    }

    fn batch_with(&self, stream: Stream, seq: u64) -> Option<StoredBatch> {
        told(self.0.batch_with(stream, seq)).map(|batch| stored(&batch))
    }

    fn feed_position(&self, feed: Feed, seq: u64) -> Option<FeedPosition> {
        if seq == 0 {
            return Some(FeedPosition::default());
        }
        let chain = told(self.0.feed_chain(&feed_key(feed), seq))?;
        Some(FeedPosition { seq, chain })
    }
}

/// What a stream brought before a batch.
pub(crate) struct Before<'a, 'c> {
    pub(crate) view: &'a View<'c>,
    pub(crate) stream: Stream,
    pub(crate) first_seq: u64,
}

impl Earlier for Before<'_, '_> {
    fn document(&self, id: Uuid) -> Option<u64> {
        let place = (self.stream, self.first_seq);
        told(self.view.earlier_of_document(id, place))
    }

    fn revision(&self, document: Uuid, revision: Revision) -> Option<u64> {
        let place = (self.stream, self.first_seq);
        told(self.view.earlier_of_revision((document, revision), place))
    }
}
