//! Parts of feeds, made when somebody asks for them.

use super::load;
use crate::database::Sql;
use crate::files::Shelf;
use crate::tables::feed::office_of;
use crate::{Centre, Trouble, tables};
use bytes::Bytes;
use record::Stream;
use std::ops::Range;
use sync::Mutation;
use sync::batch::Zstd;
use sync::centre::{PackPage, page};
use sync::message::{Epoch, FeedItem, FeedQuery, FeedState, OfficeId, PackId, PackOffer};
use sync::wire::pack;

/// How much a pack takes at most: entries, and bytes of their records from which on it takes no
/// more. The first entry always has room.
type Room = (i64, usize);

/// Packed, so many bytes are a fraction of that: on a slow line something is whole every half
/// minute.
const AMPLE: Room = (10_000, 512 * 1024);
/// Entries of a pack that has to be small. More are not read only to be left out.
const FEW: i64 = 256;
/// A single entry.
const LONE: Room = (1, 0);

/// The next part of a feed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NextPack {
    /// To be fetched by its name.
    Fetched(PackOffer),
    /// The pack goes along with its offer, and nowhere else.
    Along(PackOffer, Bytes),
}

impl NextPack {
    /// The offer.
    #[must_use]
    pub const fn offer(&self) -> &PackOffer {
        match self {
            Self::Fetched(offer) | Self::Along(offer, _) => offer,
        }
    }
}

impl Centre {
    /// Makes the next part of a feed. One of at most `along` bytes goes along with its offer; while
    /// the store of files is down every part does, and so they are small. `None` at the end, for a
    /// feed that the office may not read or has read otherwise, and while the next entry needs the
    /// store and the store is down: the reader comes again from the same place.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn next_pack(
        &self,
        reader: OfficeId,
        query: FeedQuery,
        along: u64,
    ) -> Result<Option<NextPack>, Trouble> {
        if !query.after.feed.is_open_to(reader) {
            return Ok(None);
        }
        if !self.store_watch().rests(self.now()) {
            let Some((offer, bytes)) = self.make((reader, query), AMPLE).await? else {
                return Ok(None);
            };
            if offer.length <= along {
                return Ok(Some(NextPack::Along(offer, bytes)));
            }
            if self.keep_pack(offer.id, &bytes).await {
                self.note_offer(offer).await?;
                return Ok(Some(NextPack::Fetched(offer)));
            }
        }
        let most = usize::try_from(along).map_or(AMPLE.1, |it| it.min(AMPLE.1));
        for room in [(FEW, most), LONE] {
            let Some((offer, bytes)) = self.make((reader, query), room).await? else {
                return Ok(None);
            };
            if offer.length <= along {
                return Ok(Some(NextPack::Along(offer, bytes)));
            }
        }
        let seq = query.after.position.seq;
        tracing::warn!(behind = seq, "a feed waits for the store of files");
        Ok(None)
    }

    async fn make(
        &self,
        asked: (OfficeId, FeedQuery),
        room: Room,
    ) -> Result<Option<(PackOffer, Bytes)>, Trouble> {
        let found = self
            .database()
            .read(move |sql| Box::pin(next_page(sql, asked, room)))
            .await?;
        let Some((page, epoch)) = found else {
            return Ok(None);
        };
        let (page, bytes) = tokio::task::spawn_blocking(move || packed(page))
            .await
            .map_err(|_| Trouble::GaveUp)??;
        let id = PackId(blake3::hash(&bytes).into());
        let offer = page.offer(epoch, (id, bytes.len() as u64));
        Ok(Some((offer.sign(self.keys()), Bytes::from(bytes))))
    }

    /// Notes who may fetch a pack.
    async fn note_offer(&self, offer: PackOffer) -> Result<(), Trouble> {
        let (pack, now) = ((office_of(offer.feed), offer.id), self.now());
        self.database()
            .write(move |sql| Box::pin(tables::pack::offered(sql, pack, (offer.length, now))))
            .await
    }

    /// How long a pack is; `None` when it was not offered to devices of this office.
    ///
    /// # Errors
    /// When the database or the store of files fails.
    pub async fn pack_length(&self, reader: OfficeId, id: PackId) -> Result<Option<u64>, Trouble> {
        let is_open = self
            .database()
            .read(move |sql| Box::pin(tables::pack::is_open_to(sql, (reader, id))))
            .await?;
        if !is_open {
            return Ok(None);
        }
        self.watched(self.files().length((Shelf::Packs, &id.0)).await)
    }

    /// A part of a pack whose length was asked before.
    ///
    /// # Errors
    /// When the store of files fails.
    pub async fn pack_part(&self, id: PackId, range: Range<u64>) -> Result<Bytes, Trouble> {
        self.watched(self.files().part((Shelf::Packs, &id.0), range).await)
    }
}

async fn next_page(
    sql: &mut dyn Sql,
    (reader, query): (OfficeId, FeedQuery),
    room: Room,
) -> Result<Option<(PackPage, Epoch)>, Trouble> {
    let FeedState { feed, position } = query.after;
    if tables::feed::position(sql, feed, position.seq).await? != Some(position) {
        return Ok(None);
    }
    let (stream, head) = query.has;
    let lines = load::place(sql, (reader, stream), head).await?;
    let has = |of: Stream, place| of == stream && lines.has(head, place);
    let entries = tables::feed::behind(sql, query.after, (room, has)).await?;
    if entries.is_empty() {
        return Ok(None);
    }
    let page = page((feed, position), entries, Mutation::default()).without_known_chains();
    Ok(Some((page, tables::centre::epoch(sql).await?)))
}

fn packed(page: PackPage) -> Result<(PackPage, Vec<u8>), Trouble> {
    let entries = page.entries();
    let first = entries.first().map_or(1, |entry| entry.seq);
    let items: Vec<FeedItem> = entries.iter().map(|entry| entry.item.clone()).collect();
    let bytes = pack(first, &items, &Zstd).map_err(|error| Trouble::Packing(error.into()))?;
    Ok((page, bytes))
}
