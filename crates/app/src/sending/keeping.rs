//! What the machine wants to be written: each effect is one transaction.

use super::folding::Folding;
use super::machine::{self, Machine};
use super::shelf::{Before, feed_key, stored};
use super::showing;
use crate::{Desk, Operation, Trouble};
use record::{Head, Stream};
use store::{BatchRow, ReceiptRow, StoreError};
use sync::batch::{BuildError, Built, Contents, Tools, Zstd, build};
use sync::device::{DeviceState, Event, StoredBatch};
use sync::limits::MAX_RECORDS;
use sync::message::{Feed, FeedEntry, FeedItem, OfficeId, Pack, PackOffer, Position, Receipt};
use sync::wire::Message as _;

/// Saves where this PC stands.
pub(crate) fn save(
    desk: &Desk<'_>,
    machine: &mut Machine,
    state: &DeviceState,
) -> Result<(), Trouble> {
    let bytes = state.to_bytes();
    let beacon = state.beacon.map(|beacon| beacon.time);
    desk.transact(Operation::Send, |act| {
        Ok(act.save_centre_state(&bytes, beacon)?)
    })?;
    machine.has_stored(bytes);
    Ok(())
}

/// Keeps a receipt, what it says of each record, and where this PC stands after it.
pub(crate) fn keep_receipt(
    desk: &Desk<'_>,
    machine: &mut Machine,
    (receipt, state): (&Receipt, &DeviceState),
) -> Result<(), Trouble> {
    let bytes = state.to_bytes();
    let beacon = state.beacon.map(|beacon| beacon.time);
    let first_seq = receipt
        .outcomes
        .first()
        .map_or(receipt.through.seq, |run| run.first_seq);
    let row = ReceiptRow {
        number: 0,
        stream: receipt.stream,
        first_seq,
        through_seq: receipt.through.seq,
        server_time: receipt.server_time,
        bytes: receipt.to_bytes(),
    };
    desk.transact(Operation::Send, |act| {
        act.keep_receipt(&row)?;
        for (seq, outcome) in receipt.each() {
            if let Some(chain) = act.stream_chain(receipt.stream, seq)? {
                act.note_outcome(receipt.stream, (seq, chain), outcome.signed_form())?;
            }
        }
        Ok(act.save_centre_state(&bytes, beacon)?)
    })?;
    machine.has_stored(bytes);
    Ok(())
}

/// Writes what came down, folds it, shows what can be shown, and saves the cursor: all or nothing.
pub(crate) fn take_pack(
    desk: &Desk<'_>,
    machine: &mut Machine,
    (offer, pack, state): (&PackOffer, &Pack, &DeviceState),
) -> Result<(), Trouble> {
    let bytes = state.to_bytes();
    let beacon = state.beacon.map(|beacon| beacon.time);
    let feed = feed_key(offer.feed);
    desk.transact(Operation::Receive, |act| {
        let mut folding = Folding::begin(act)?;
        let mut position = offer.after;
        for entry in &pack.entries {
            position = position.after(&entry.item);
            if let FeedItem::Record(line) = &entry.item
                && let Some(record) = &line.record
            {
                act.keep_received(line.place.chain, record)?;
            }
            let item = without_record(entry).to_bytes();
            act.keep_feed_entry(&feed, (entry.seq, &position.chain, &item))?;
            folding.follow(act, &entry.item)?;
        }
        let touched = folding.finish(act)?;
        showing::show(act, touched, desk)?;
        Ok(act.save_centre_state(&bytes, beacon)?)
    })?;
    machine.has_stored(bytes);
    Ok(())
}

/// The centre was restored: forgets what is not true any more and folds the rest again.
pub(crate) fn rewind(
    desk: &Desk<'_>,
    machine: &mut Machine,
    ((feed, through), state): ((Feed, u64), &DeviceState),
) -> Result<(), Trouble> {
    let bytes = state.to_bytes();
    let beacon = state.beacon.map(|beacon| beacon.time);
    desk.transact(Operation::Receive, |act| {
        act.cut_feed(&feed_key(feed), through)?;
        let mut items = Vec::new();
        act.for_each_feed_entry(|bytes| {
            items.push(FeedItem::from_bytes(bytes).map_err(Trouble::Wire)?);
            Ok::<_, Trouble>(())
        })?;
        let mut folding = Folding::begin(act)?;
        for item in &items {
            folding.follow(act, item)?;
        }
        let touched = folding.finish(act)?;
        showing::show(act, touched, desk)?;
        Ok(act.save_centre_state(&bytes, beacon)?)
    })?;
    machine.has_stored(bytes);
    Ok(())
}

/// Builds and stores one batch; answers the one that is stored already, if there is one.
pub(crate) fn build_batch(
    desk: &Desk<'_>,
    machine: &Machine,
    (stream, first_seq, last_seq): (Stream, u64, u64),
) -> Result<Option<StoredBatch>, Trouble> {
    let most = first_seq.saturating_add(MAX_RECORDS as u64 - 1);
    let last_seq = last_seq.min(most);
    // Packing takes seconds on an old PC: it is done beside a reader, and nobody's writing waits.
    let built = desk.read(|view| {
        if let Some(batch) = view.batch_with(stream, first_seq)? {
            return Ok(Made::Before(stored(&batch)));
        }
        let records = view.stream_records(stream, first_seq..=last_seq)?;
        let records: Vec<_> = records.into_iter().map(|(record, _)| record).collect();
        let contents = Contents {
            office: OfficeId(machine.centre().office),
            recipient: Some(sync::message::PublicKey(machine.centre().key).fingerprint()),
            before: before(view, stream, first_seq)?,
            records: &records,
            earlier: &Before {
                view,
                stream,
                first_seq,
            },
            journal: view.journal_place()?,
        };
        let tools = Tools {
            compressor: &Zstd,
            signer: &*machine.keys,
        };
        match build(&contents, &tools) {
            Ok(built) => Ok(Made::Now(Box::new(built))),
            Err(BuildError::Nothing) => Ok(Made::Nothing),
            Err(error) => Err(Trouble::Batch(error)),
        }
    })?;
    let built = match built {
        Made::Before(batch) => return Ok(Some(batch)),
        Made::Nothing => return Ok(None),
        Made::Now(built) => built,
    };
    desk.transact(Operation::Send, |act| {
        // The window and the terminal may have built at once: the first one counts.
        if let Some(batch) = act.batch_with(stream, first_seq)? {
            return Ok(Some(stored(&batch)));
        }
        let row = BatchRow {
            upload: built.batch.upload().0,
            first_seq,
            last_seq: built.head.seq,
            length: built.batch.bytes().len() as u64,
        };
        act.keep_batch(stream, (&row, built.batch.bytes()))?;
        Ok(Some(stored(&row)))
    })
}

/// Where a batch comes from.
enum Made {
    /// It was there.
    Before(StoredBatch),
    /// It was built and is not kept yet.
    Now(Box<Built>),
    /// There is nothing to send.
    Nothing,
}

/// Opens a new stream: key store first, then the database, whose first record says what the stream
/// continues from.
pub(crate) fn open_stream(desk: &Desk<'_>) -> Result<Event, Trouble> {
    let incarnation = machine::random(desk.host())?;
    crate::backup::begin_incarnation(desk.host(), desk.place, incarnation)?;
    let stream = desk.place.store.identity().stream();
    let chain = desk.read(|view| view.stream_start(stream))?;
    Ok(Event::StreamOpened(stream, Position { seq: 0, chain }))
}

fn before(view: &store::View<'_>, stream: Stream, first_seq: u64) -> Result<Head, StoreError> {
    let seq = first_seq.saturating_sub(1);
    let chain = match view.stream_chain(stream, seq)? {
        Some(chain) => chain,
        None => view.stream_start(stream)?,
    };
    Ok(Head { stream, seq, chain })
}

/// The entry as it is kept: the record stands elsewhere.
fn without_record(entry: &FeedEntry) -> FeedItem {
    match &entry.item {
        FeedItem::Record(line) => {
            let mut line = line.clone();
            line.record = None;
            FeedItem::Record(line)
        }
        other => other.clone(),
    }
}

/// Seals who uses this PC, when that is not sealed yet.
pub(crate) fn note_users(desk: &Desk<'_>) -> Result<(), Trouble> {
    desk.transact(Operation::Send, |act| Ok(act.note_users()?))
}
