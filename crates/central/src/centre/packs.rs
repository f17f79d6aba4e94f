//! Parts of feeds, made when somebody asks for them.

use super::load;
use crate::database::Sql;
use crate::files::Shelf;
use crate::tables::feed::{Read, office_of};
use crate::{Centre, Trouble, tables};
use bytes::Bytes;
use record::Stream;
use std::ops::Range;
use sync::Mutation;
use sync::batch::Zstd;
use sync::centre::{Lines, PackPage, omits, page};
use sync::message::{Epoch, FeedItem, FeedQuery, FeedState, OfficeId, PackId, PackOffer, Position};
use sync::wire::pack;

/// Entries of a pack at most.
const ENTRIES: i64 = 10_000;
/// From so many bytes on a pack takes no more entries. Packed it is a fraction of that, so that on
/// a slow line something is whole every half minute.
const BYTES: usize = 512 * 1024;

impl Centre {
    /// Makes the next part of a feed and offers it; `None` at the end, and for a feed that the
    /// office may not read or has read otherwise.
    ///
    /// # Errors
    /// When the database or the store of files fails.
    pub async fn next_pack(
        &self,
        reader: OfficeId,
        query: FeedQuery,
    ) -> Result<Option<PackOffer>, Trouble> {
        if !query.after.feed.is_open_to(reader) {
            return Ok(None);
        }
        let found = self
            .database()
            .read(move |sql| Box::pin(next_page(sql, (reader, query))))
            .await?;
        let Some((page, epoch)) = found else {
            return Ok(None);
        };
        let (page, bytes) = tokio::task::spawn_blocking(move || packed(page))
            .await
            .map_err(|_| Trouble::GaveUp)??;
        let id = PackId(blake3::hash(&bytes).into());
        let length = bytes.len() as u64;
        self.files().put((Shelf::Packs, &id.0), bytes).await?;
        let (office, now) = (office_of(query.after.feed), self.now());
        self.database()
            .write(move |sql| Box::pin(tables::pack::offered(sql, (office, id), (length, now))))
            .await?;
        Ok(Some(page.offer(epoch, (id, length)).sign(self.keys())))
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
        self.files().length((Shelf::Packs, &id.0)).await
    }

    /// A part of a pack whose length was asked before.
    ///
    /// # Errors
    /// When the store of files fails.
    pub async fn pack_part(&self, id: PackId, range: Range<u64>) -> Result<Bytes, Trouble> {
        self.files().part((Shelf::Packs, &id.0), range).await
    }

    /// The whole of a pack that was just made.
    pub(super) async fn whole_pack(&self, id: PackId) -> Result<Bytes, Trouble> {
        let found = self.files().get((Shelf::Packs, &id.0)).await?;
        found.ok_or(Trouble::NotFound("pack"))
    }
}

async fn next_page(
    sql: &mut dyn Sql,
    (reader, query): (OfficeId, FeedQuery),
) -> Result<Option<(PackPage, Epoch)>, Trouble> {
    let FeedState { feed, position } = query.after;
    if tables::feed::position(sql, feed, position.seq).await? != Some(position) {
        return Ok(None);
    }
    let Read { entries, known } = tables::feed::behind(sql, query.after, (ENTRIES, BYTES)).await?;
    if entries.is_empty() {
        return Ok(None);
    }
    let (stream, head): (Stream, Position) = query.has;
    let mut lines: Lines = load::place(sql, (reader, stream), head).await?;
    lines.known.extend(
        known
            .into_iter()
            .filter(|((of, _), _)| *of == stream)
            .map(|((_, place), known)| (place, known)),
    );
    let page = page((feed, position), entries, Mutation::default())
        .without(|line| line.stream == stream && omits(&lines, head, line.place));
    Ok(Some((page, tables::centre::epoch(sql).await?)))
}

fn packed(page: PackPage) -> Result<(PackPage, Vec<u8>), Trouble> {
    let entries = page.entries();
    let first = entries.first().map_or(1, |entry| entry.seq);
    let items: Vec<FeedItem> = entries.iter().map(|entry| entry.item.clone()).collect();
    let bytes = pack(first, &items, &Zstd).map_err(|error| Trouble::Packing(error.into()))?;
    Ok((page, bytes))
}
