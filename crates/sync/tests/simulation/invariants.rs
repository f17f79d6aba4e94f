//! What must always hold, one function for each number of the design.
//!
//! Not here: I14's and I21's bytes (the codecs' tests), I19 (the golden files of `record`). I11
//! compares two runs, I22 two traces: see `main.rs`.

use crate::centre::{Database, document_of, is_set_aside};
use crate::pc::{Disk, Pc};
use crate::toy::name_of;
use crate::world::World;
use domain::Kind;
use record::{Stream, next_chain, sealed_hash};
use std::collections::{BTreeMap, BTreeSet};
use sync::centre::{Kept, StoredRecord};
use sync::device::Report;
use sync::ledger::{Ledger, Passage};
use sync::message::{
    DeviceId, Feed, FeedItem, HelloAnswer, OutcomeCode, Pack, Position, Standing, UploadId,
};

/// An invariant that does not hold.
#[derive(Debug)]
pub struct Violation {
    /// Its number in the design.
    pub number: &'static str,
    pub what: String,
}

impl Violation {
    pub const fn new(number: &'static str, what: String) -> Self {
        Self { number, what }
    }
}

type Checked = Result<(), Violation>;

fn hold(number: &'static str, holds: bool, what: impl FnOnce() -> String) -> Checked {
    if holds {
        Ok(())
    } else {
        Err(Violation::new(number, what()))
    }
}

// While everything runs.

/// I1, the cursor: a device believes nothing acknowledged that the centre never had.
pub fn cursor_is_true(world: &World, pc: usize) -> Checked {
    let state = &world.pcs[pc].disk.state;
    for (stream, it) in &state.streams {
        let place = it.acknowledged;
        hold(
            "I1",
            place.seq == 0 || world.ever_stored.contains(&(*stream, place)),
            || format!("pc {pc} holds {place:?} for acknowledged, which never arrived"),
        )?;
    }
    Ok(())
}

/// "Complete" is said when receipts say so, and then it is true.
pub fn honest_report(world: &World, pc: usize, report: Report) -> Checked {
    let disk = &world.pcs[pc].disk;
    if report.unsent > 0 {
        return Ok(());
    }
    for (stream, own) in &disk.streams {
        let head = own.position();
        let has_receipt = head.seq == 0
            || disk
                .receipts
                .iter()
                .any(|it| it.stream == *stream && it.through == head);
        hold("honest report", has_receipt, || {
            format!("pc {pc} says complete without a receipt for {head:?}")
        })?;
    }
    Ok(())
}

/// I4 where it was just written: each new record follows the one before it on its line, and
/// nothing came that nobody sealed (I16); I18.
pub fn after_commit(world: &World, written: &[(Stream, Position)]) -> Checked {
    let database = &world.centre.database;
    for (stream, place) in written {
        hold("I16", world.sealed.contains(&(*stream, *place)), || {
            format!("nobody sealed {place:?} of {stream:?}")
        })?;
        let rows = &database.streams[stream];
        let stored = &rows.records[place];
        let follows = follows(database, *stream, stored);
        hold("I4", follows, || {
            format!("{place:?} of {stream:?} follows nothing")
        })?;
        let head = rows.lines.get(&stored.line).map(|line| line.head);
        hold("I4", head.is_some_and(|head| head.seq >= place.seq), || {
            format!("{place:?} lies behind its line's head {head:?}")
        })?;
        i18_revoked_waits(database, *stream, stored)?;
    }
    i10_final_stays(world)
}

/// I10: what is final has the body that it had when that was ruled, or none once it was erased.
fn i10_final_stays(world: &World) -> Checked {
    for ((office, key), body) in &world.finals {
        let ledger = &world.centre.database.ledgers[office];
        let now = ledger.documents.get(key).map(|it| &it.body);
        let stays = now.is_some_and(|now| now == body || now.is_none());
        hold("I10", stays, || format!("{key:?} is final and was edited"))?;
    }
    Ok(())
}

fn follows(database: &Database, stream: Stream, stored: &StoredRecord) -> bool {
    let record = &stored.arrival.record;
    let place = stored.arrival.place;
    let follows_on = |before| next_chain(&before, &record.header, &record.body_hash) == place.chain;
    if place.seq == 1 {
        let row = &database.devices[&DeviceId(stream.device_id())];
        return follows_on(crate::centre::start_of(row, stream));
    }
    let first = Position {
        seq: place.seq - 1,
        chain: record::Chain([0; 32]),
    };
    let last = Position {
        seq: place.seq - 1,
        chain: record::Chain([0xff; 32]),
    };
    database.streams[&stream]
        .records
        .range(first..=last)
        .any(|(before, _)| follows_on(before.chain))
}

/// I18: nothing after a revocation is folded without a person.
fn i18_revoked_waits(database: &Database, stream: Stream, stored: &StoredRecord) -> Checked {
    let row = &database.devices[&DeviceId(stream.device_id())];
    let place = stored.arrival.place;
    let must_wait = row.revocation.as_ref().is_some_and(|it| {
        stored.arrival.received_at > it.at && place.seq > it.valid_through_seq(stream)
    }) && !database.admitted.contains(&(stream, place));
    hold("I18", !must_wait || is_set_aside(stored.outcome), || {
        format!("{place:?} of a revoked device became {:?}", stored.outcome)
    })
}

/// I8: what people typed stays as they left it, whatever comes down.
pub fn i08_drafts_stay(pc: &Pc) -> Checked {
    hold("I8", pc.typed == pc.disk.drafts, || {
        format!("typed {:?}, found {:?}", pc.typed, pc.disk.drafts)
    })
}

/// I12: bytes that arrive in their place move the offset.
pub fn i12_offset_moves(kept: Kept, count: u64) -> Checked {
    hold("I12", kept == Kept::Bytes(count), || {
        format!("{count} bytes came and became {kept:?}")
    })
}

/// I13: bytes sent at most 1.10 × payload + 5 kB for each connection.
pub fn i13_bytes((connections, sent, length): (u64, u64, u64)) -> Checked {
    let most = length * 11 / 10 + 5_000 * connections;
    hold("I13", sent <= most, || {
        format!("{sent} bytes for {length} over {connections} connections")
    })
}

/// I14: an empty synchronisation is one round trip.
pub fn i14_empty_sync(pc: &Pc) -> Checked {
    hold(
        "I14",
        !pc.quiet_session || pc.requests_of_session == 1,
        || format!("{} requests for nothing", pc.requests_of_session),
    )
}

/// Whether this answer says that there is nothing to do.
pub fn has_nothing_to_do(pc: &Pc, answer: &HelloAnswer) -> bool {
    let state = &pc.disk.state;
    let all_acknowledged = pc
        .disk
        .streams
        .iter()
        .all(|(stream, own)| state.acknowledged(*stream) == Some(own.position()));
    let all_read = answer
        .feeds
        .iter()
        .all(|it| state.read_through(it.feed) == it.position);
    let nothing_lost = answer
        .streams
        .iter()
        .all(|it| state.acknowledged(it.stream) == it.line_head || it.line_head.is_none());
    all_acknowledged
        && all_read
        && nothing_lost
        && answer.epoch == state.epoch
        && answer.standing == Standing::Valid
}

/// I15: what stands on a disk after a power cut fits together.
pub fn i15_atomic(disk: &Disk) -> Checked {
    for (feed, position) in &disk.state.feeds {
        let log = disk.feeds.get(feed);
        let end = log.and_then(|log| log.last()).map(|(_, end)| *end);
        hold("I15", end.unwrap_or_default() == *position, || {
            format!("the cursor of {feed:?} is {position:?}, its log ends at {end:?}")
        })?;
    }
    for (stream, it) in &disk.state.streams {
        let head = disk.streams.get(stream).map(|own| own.position().seq);
        hold(
            "I15",
            head.is_some_and(|it2| it2 >= it.acknowledged.seq),
            || format!("acknowledged {:?}, sealed {head:?}", it.acknowledged),
        )?;
    }
    Ok(())
}

/// What leaves under a name is what the name says: built once, sent byte for byte.
pub fn sent_as_built(world: &World, upload: UploadId, bytes: &[u8]) -> Checked {
    let found = name_of(world.run.ciphers, bytes);
    hold("byte-identical", found == Some(upload), || {
        format!("{upload:?} is sent with other bytes")
    })
}

/// I17: nothing of another office comes down.
pub fn i17_scope(world: &World, pc: usize, pack: &Pack) -> Checked {
    let office = world.centre.office_of(world.pcs[pc].disk.state.device);
    for entry in &pack.entries {
        if let FeedItem::Record(line) = &entry.item {
            let from = world.centre.office_of(DeviceId(line.stream.device_id()));
            hold("I17", from == office, || {
                format!("pc {pc} gets a record of {from:?}")
            })?;
        }
    }
    Ok(())
}

// When everything has healed.

/// Everything that can only be asked at the end.
pub fn at_the_end(world: &World) -> Checked {
    let database = &world.centre.database;
    i01_acknowledged_is_there(world)?;
    i02_nothing_is_lost(world)?;
    i03_at_most_once(database)?;
    i04_contiguous(database)?;
    i05_forks_are_kept_and_told(world)?;
    i05_one_writer(world)?;
    i06_same_state(world)?;
    i07_fold_again(world)?;
    i09_one_outcome(database)?;
    i16_genuine(world)?;
    for (stream, rows) in &database.streams {
        for stored in rows.records.values() {
            i18_revoked_waits(database, *stream, stored)?;
        }
    }
    i20_poison_is_alone(database)
}

fn is_stored(database: &Database, stream: Stream, place: Position) -> bool {
    database
        .streams
        .get(&stream)
        .is_some_and(|rows| rows.records.contains_key(&place))
}

/// I1: a record with a verified receipt is at the centre, unless a restored centre lost it and
/// no PC has it any more.
fn i01_acknowledged_is_there(world: &World) -> Checked {
    let database = &world.centre.database;
    for (number, pc) in world.pcs.iter().enumerate() {
        for receipt in &pc.disk.receipts {
            let known = pc.disk.streams.get(&receipt.stream);
            let is_own = known.is_some_and(|own| own.position().seq >= receipt.through.seq);
            if is_own && !world.revoked.contains(&pc.disk.state.device) {
                hold(
                    "I1",
                    is_stored(database, receipt.stream, receipt.through),
                    || format!("pc {number} has a receipt for {:?}", receipt.through),
                )?;
            }
        }
    }
    Ok(())
}

/// I2: what is sealed on a PC that may write is at the centre, byte for byte.
fn i02_nothing_is_lost(world: &World) -> Checked {
    let database = &world.centre.database;
    for (number, pc) in world.pcs.iter().enumerate() {
        if world.revoked.contains(&pc.disk.state.device) {
            continue;
        }
        for (stream, own) in &pc.disk.streams {
            for (record, place) in &own.records {
                let there = database
                    .streams
                    .get(stream)
                    .and_then(|rows| rows.records.get(place))
                    .is_some_and(|stored| stored.arrival.record == *record);
                hold("I2", there, || format!("{place:?} of pc {number} is lost"))?;
            }
        }
    }
    Ok(())
}

/// I3: a record has one effect: one line in the feed, one place in its document.
fn i03_at_most_once(database: &Database) -> Checked {
    for entries in database.feeds.values() {
        let mut seen = BTreeSet::new();
        for (entry, _) in entries {
            if let FeedItem::Record(line) = &entry.item {
                hold("I3", seen.insert((line.stream, line.place)), || {
                    format!("{:?} was taken in twice", line.place)
                })?;
            }
        }
    }
    for ledger in database.ledgers.values() {
        for folded in ledger.documents.values() {
            let mut revisions: Vec<_> = folded
                .history
                .iter()
                .chain(folded.branches.iter().flat_map(|it| &it.revisions))
                .collect();
            revisions.sort_unstable();
            let all = revisions.len();
            revisions.dedup();
            hold("I3", revisions.len() == all, || {
                format!("{:?} has a revision twice", folded.doc_id)
            })?;
        }
    }
    Ok(())
}

/// I4: every line is a chain without a hole from its first record to its head.
fn i04_contiguous(database: &Database) -> Checked {
    for (stream, rows) in &database.streams {
        for line in rows.lines.values() {
            let seqs: Vec<u64> = rows
                .records
                .iter()
                .filter(|(_, stored)| stored.line == line.number)
                .map(|(place, _)| place.seq)
                .collect();
            let expected: Vec<u64> = (line.first_seq..=line.head.seq).collect();
            hold("I4", seqs == expected, || {
                format!("line {} of {stream:?} has {seqs:?}", line.number)
            })?;
        }
        for stored in rows.records.values() {
            hold("I4", follows(database, *stream, stored), || {
                format!("{:?} follows nothing", stored.arrival.place)
            })?;
        }
    }
    Ok(())
}

/// I5: where the PCs have two records for one place, the centre has both and says so.
fn i05_forks_are_kept_and_told(world: &World) -> Checked {
    let database = &world.centre.database;
    for (stream, rows) in &database.streams {
        let mut by_seq: BTreeMap<u64, u32> = BTreeMap::new();
        for place in rows.records.keys() {
            *by_seq.entry(place.seq).or_default() += 1;
        }
        let is_forked = by_seq.values().any(|count| *count > 1);
        let is_told = database.forks.iter().any(|fork| fork.stream == *stream);
        hold("I5", is_forked == is_told, || {
            format!("forked {is_forked}, told {is_told}: {stream:?}")
        })?;
    }
    Ok(())
}

/// I5, what the device does about it: nobody goes on in a stream that somebody else goes on in.
fn i05_one_writer(world: &World) -> Checked {
    for (number, pc) in world.pcs.iter().enumerate() {
        let stream = pc.disk.stream();
        let rows = world.centre.database.streams.get(&stream);
        let first_line = rows.and_then(|rows| rows.lines.get(&0));
        if world.revoked.contains(&pc.disk.state.device) {
            continue;
        }
        let head = pc.disk.streams[&stream].position();
        hold("I5", first_line.is_none_or(|it| it.head == head), || {
            format!("pc {number} goes on at {head:?} beside {first_line:?}")
        })?;
    }
    Ok(())
}

/// I6: device and centre have the same documents.
fn i06_same_state(world: &World) -> Checked {
    for (number, pc) in world.pcs.iter().enumerate() {
        if world.revoked.contains(&pc.disk.state.device) {
            continue;
        }
        let office = world.centre.office_of(pc.disk.state.device);
        let centre = office.and_then(|office| world.centre.database.ledgers.get(&office));
        let empty = Ledger::default();
        let centre = centre.unwrap_or(&empty);
        hold(
            "I6",
            centre.sealed_hash() == pc.disk.ledger.sealed_hash()
                && centre.documents == pc.disk.ledger.documents,
            || format!("pc {number} sees other documents than the centre"),
        )?;
    }
    Ok(())
}

/// I7: the feed folded from its beginning is what was folded step by step.
fn i07_fold_again(world: &World) -> Checked {
    let database = &world.centre.database;
    for (feed, entries) in &database.feeds {
        let Feed::Office(office) = feed else { continue };
        let mut ledger = Ledger::default().with_mutation(world.run.mutation);
        for (entry, _) in entries {
            let record = match &entry.item {
                FeedItem::Record(line) => line.record.as_ref(),
                FeedItem::Outcome { stream, place, .. } => database
                    .streams
                    .get(stream)
                    .and_then(|rows| rows.records.get(place))
                    .map(|stored| &stored.arrival.record),
                _ => None,
            };
            ledger.follow(&entry.item, record);
        }
        let stored = database.ledgers.get(office);
        hold(
            "I7",
            stored.is_none_or(|it| {
                it.documents == ledger.documents && waiting(it) == waiting(&ledger)
            }),
            || "the feed folds to other documents".to_owned(),
        )?;
    }
    Ok(())
}

/// What waits in a ledger, and whether the rules still decide about it.
fn waiting(ledger: &Ledger) -> Vec<(Stream, Position, Passage)> {
    let arrivals = ledger.waiting.values().flatten();
    arrivals
        .map(|it| (it.stream, it.place, it.passage))
        .collect()
}

/// I9: the outcome that stands beside a record is the last one that the feed said of it.
fn i09_one_outcome(database: &Database) -> Checked {
    let mut said: BTreeMap<(Stream, Position), OutcomeCode> = BTreeMap::new();
    for (entry, _) in database.feeds.values().flatten() {
        match &entry.item {
            FeedItem::Record(line) => said.insert((line.stream, line.place), line.outcome),
            FeedItem::Outcome {
                stream,
                place,
                outcome,
            } => said.insert((*stream, *place), *outcome),
            _ => None,
        };
    }
    for (stream, rows) in &database.streams {
        for (place, stored) in &rows.records {
            hold(
                "I9",
                said.get(&(*stream, *place)) == Some(&stored.outcome),
                || {
                    format!(
                        "{place:?} is {:?}, said was {:?}",
                        stored.outcome,
                        said.get(&(*stream, *place))
                    )
                },
            )?;
        }
    }
    Ok(())
}

/// I16: nothing at the centre was changed on its way.
fn i16_genuine(world: &World) -> Checked {
    for (stream, rows) in &world.centre.database.streams {
        for (place, stored) in &rows.records {
            let is_genuine = stored.arrival.record.body_is_genuine()
                && world.sealed.contains(&(*stream, *place));
            hold("I16", is_genuine, || format!("{place:?} was changed"))?;
        }
    }
    for (upload, bytes) in &world.centre.database.batches {
        let found = name_of(world.run.ciphers, bytes);
        hold("I16", found == Some(*upload), || {
            format!("{upload:?} was changed")
        })?;
    }
    Ok(())
}

/// I20: a record waits for its base only while no record that was folded is its base.
fn i20_poison_is_alone(database: &Database) -> Checked {
    for rows in database.streams.values() {
        for (place, stored) in &rows.records {
            if !stored.outcome.waits_for_base() {
                continue;
            }
            let record = &stored.arrival.record;
            let Some(key) = document_of(record, *place) else {
                continue;
            };
            let base = record.header.base_rev;
            let is_there = database.ledgers.values().any(|ledger| {
                ledger
                    .documents
                    .get(&key)
                    .is_some_and(|it| base.is_some_and(|base| it.contains(base)))
            });
            hold("I20", !is_there, || {
                format!("{place:?} waits for {base:?}, which is there")
            })?;
        }
    }
    Ok(())
}

/// What a run came to, without what clocks are hashed into.
pub fn result_of(database: &Database) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    for ledger in database.ledgers.values() {
        // A device's note names a head of its old stream, whose chain has the clock in it.
        let documents = ledger.documents.values();
        let bodies = documents.filter(|it| it.kind != Kind::DeviceNote);
        hasher.update(&sealed_hash(bodies.map(|it| {
            let body = it.body.as_ref().map_or(&[][..], |body| &body.bytes);
            (it.kind, it.doc_id, body)
        })));
    }
    for (entry, _) in database.feeds.values().flatten() {
        match &entry.item {
            FeedItem::Record(line) => {
                hasher.update(&line.stream.0);
                hasher.update(&line.place.seq.to_le_bytes());
                hasher.update(&[line.outcome.signed_form().0]);
            }
            FeedItem::Outcome {
                stream,
                place,
                outcome,
            } => {
                hasher.update(&stream.0);
                hasher.update(&place.seq.to_le_bytes());
                hasher.update(&[outcome.signed_form().0]);
            }
            _ => {}
        }
    }
    hasher.finalize().into()
}
