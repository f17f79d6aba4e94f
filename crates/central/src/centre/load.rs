//! Reading what the rules need.

use crate::Trouble;
use crate::database::Sql;
use crate::tables::{self, device::Device};
use domain::Timestamp;
use record::Stream;
use std::collections::{BTreeMap, BTreeSet};
use sync::Mutation;
use sync::centre::{FeedWriter, Lines, Loaded};
use sync::ledger::{DocumentKey, Ledger};
use sync::message::{OfficeId, Position, Revocation, StreamClaim};

/// How many records one receipt speaks of at most.
const RECEIPT: u64 = 512;

/// The lines of a claimed stream, the records behind the acknowledged place, as many as one
/// receipt may say, and those at the two claimed places.
pub(super) async fn claimed(
    sql: &mut dyn Sql,
    office: OfficeId,
    claim: &StreamClaim,
) -> Result<Lines, Trouble> {
    let first = claim.acknowledged.seq;
    let mut lines = places(sql, (office, claim.stream), &[claim.head]).await?;
    if lines.lines.is_empty() {
        return Ok(lines);
    }
    let reach = (first, first.saturating_add(RECEIPT));
    lines
        .known
        .extend(tables::record::known(sql, (office, claim.stream), reach).await?);
    Ok(lines)
}

/// The lines of a stream and its records at some places.
pub(super) async fn places(
    sql: &mut dyn Sql,
    stream: (OfficeId, Stream),
    places: &[Position],
) -> Result<Lines, Trouble> {
    let lines = tables::line::of(sql, stream).await?;
    let mut known = BTreeMap::new();
    if !lines.is_empty() {
        for place in places {
            let found = tables::record::known(sql, stream, (place.seq, place.seq)).await?;
            known.extend(found.into_iter().filter(|(at, _)| at == place));
        }
    }
    Ok(Lines { lines, known })
}

/// The part of an office's ledger that these documents are.
pub(super) async fn ledger(
    sql: &mut dyn Sql,
    office: OfficeId,
    keys: &BTreeSet<DocumentKey>,
) -> Result<Ledger, Trouble> {
    let documents = tables::document::some(sql, office, keys.iter()).await?;
    let mut ledger = Ledger::default();
    ledger.documents = documents
        .into_iter()
        .map(|folded| ((folded.kind, folded.doc_id), folded))
        .collect();
    ledger.waiting = tables::held::waiting(sql, office, keys.iter()).await?;
    ledger.closings = tables::closing::of(sql, office).await?;
    Ok(ledger)
}

/// What a plan depends on: the office's feed is locked first, so that everything that is read
/// behind it stays true until the transaction ends.
pub(super) async fn loaded(
    sql: &mut dyn Sql,
    (device, stream, now): (&Device, Stream, Timestamp),
    (reach, documents): ((u64, u64), &BTreeSet<DocumentKey>),
) -> Result<Loaded, Trouble> {
    let office = device.certificate.office;
    let feed = tables::feed::feed_of(office);
    let end = tables::feed::lock(sql, feed).await?;
    Ok(Loaded {
        epoch: tables::centre::epoch(sql).await?,
        now,
        start: device.start_of(stream),
        revocation: revocation(sql, device).await?,
        lines: Lines {
            lines: tables::line::of(sql, (office, stream)).await?,
            known: tables::record::known(sql, (office, stream), reach).await?,
        },
        ledger: ledger(sql, office, documents).await?,
        feed: FeedWriter::at(feed, end),
        mutation: Mutation::default(),
    })
}

/// What letting records through depends on: the documents, and the locked end of the feed.
pub(super) async fn for_release(
    sql: &mut dyn Sql,
    office: OfficeId,
    (documents, now): (&BTreeSet<DocumentKey>, Timestamp),
) -> Result<Loaded, Trouble> {
    let feed = tables::feed::feed_of(office);
    let end = tables::feed::lock(sql, feed).await?;
    Ok(Loaded {
        epoch: tables::centre::epoch(sql).await?,
        now,
        start: record::Chain([0; 32]),
        revocation: None,
        lines: Lines::default(),
        ledger: ledger(sql, office, documents).await?,
        feed: FeedWriter::at(feed, end),
        mutation: Mutation::default(),
    })
}

/// The revocation as it is now, not as it was when the batch was opened.
async fn revocation(sql: &mut dyn Sql, device: &Device) -> Result<Option<Revocation>, Trouble> {
    let now = tables::device::find(sql, device.certificate.device).await?;
    Ok(now.and_then(|it| it.revocation))
}
