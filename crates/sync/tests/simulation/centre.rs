//! The centre in memory: it loads, asks for plans, and writes them.

use crate::real;
use crate::toy::{Check, Ciphers, SimulatedKey, open_batch};
use domain::Timestamp;
use record::{Chain, Placed, Record, Stream, Verdict, chain_zero};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use sync::Mutation;
use sync::centre::{
    Attempt, Change, FeedWriter, Grounds, Kept, KnownRecord, Line, Lines, Loaded, StoredRecord,
    Upload, VerifiedBatch, greet, needs, next_epoch, page, plan, receipt_of, release,
};
use sync::device::Answer;
use sync::ledger::{DocumentKey, Ledger, Passage};
use sync::message::{
    AdminEntry, AppendAnswer, DeviceId, Epoch, Feed, FeedEntry, FeedItem, FeedPosition, FeedRules,
    FeedState, FeedVerdict, Fork, Held, Hello, OfficeId, OutcomeCode, Pack, PackId, PackOffer,
    Position, PublicKey, Receipt, Refusal, Revocation, Standing, StreamClaim, UploadId,
    ValidThrough, WireVersion,
};

/// How many entries a pack holds at most.
const PAGE: usize = 16;
/// How many records one receipt speaks of at most.
const RECEIPT: u64 = 512;

/// What the centre knows of a device.
#[derive(Clone, Debug)]
pub struct DeviceRow {
    pub office: OfficeId,
    pub database: [u8; 16],
    pub key: SimulatedKey,
    pub revocation: Option<Revocation>,
}

/// What the centre has of a stream.
#[derive(Clone, Debug, Default)]
pub struct StreamRows {
    pub lines: BTreeMap<u32, Line>,
    pub records: BTreeMap<Position, StoredRecord>,
}

/// The database. A backup is a copy of it.
#[derive(Clone, Debug, Default)]
pub struct Database {
    pub epoch: Epoch,
    pub restores: Vec<(Epoch, BTreeMap<Feed, FeedPosition>)>,
    pub devices: BTreeMap<DeviceId, DeviceRow>,
    pub streams: BTreeMap<Stream, StreamRows>,
    pub ledgers: BTreeMap<OfficeId, Ledger>,
    pub feeds: BTreeMap<Feed, Vec<(FeedEntry, FeedPosition)>>,
    pub uploads: BTreeMap<UploadId, (Upload, Vec<u8>)>,
    pub batches: BTreeMap<UploadId, Rc<[u8]>>,
    pub forks: Vec<Fork>,
    /// What people at the centre let through.
    pub admitted: BTreeSet<(Stream, Position)>,
}

/// What a request to append begins.
pub enum Begun {
    /// Bytes may come.
    Attempt(Attempt),
    /// No byte is wanted.
    Answer(AppendAnswer),
}

/// The running centre.
pub struct Centre {
    pub database: Database,
    pub key: SimulatedKey,
    pub mutation: Mutation,
    pub packs: BTreeMap<PackId, Pack>,
    /// Places that were written since the last look, for the invariants.
    pub written: Vec<(Stream, Position)>,
}

impl Centre {
    pub fn new(key: SimulatedKey, mutation: Mutation) -> Self {
        Self {
            database: Database::default(),
            key,
            mutation,
            packs: BTreeMap::new(),
            written: Vec::new(),
        }
    }

    pub fn hello(&mut self, hello: &Hello, now: Timestamp) -> Answer {
        let Some(row) = self.database.devices.get(&hello.device) else {
            return Answer::Foreign;
        };
        let standing = match row.revocation {
            Some(_) => Standing::Revoked,
            None => Standing::Valid,
        };
        let feeds = [Feed::Common, Feed::Office(row.office)];
        let offsets = hello
            .uploads
            .iter()
            .map(|it| match self.database.uploads.get_mut(&it.id) {
                Some((upload, bytes)) => {
                    upload.begin_attempt();
                    bytes.truncate(upload.offset() as usize);
                    upload.offset()
                }
                None => 0,
            })
            .collect();
        let grounds = Grounds {
            epoch: self.database.epoch,
            now,
            standing,
            wire_version: WireVersion(1),
            streams: hello.streams.iter().map(|it| self.lines(it)).collect(),
            offsets,
            feeds: feeds.map(|feed| self.end_of(feed)).to_vec(),
            restored_at: self.restored_at(hello),
        };
        Answer::Hello(Box::new(greet(hello, &grounds).sign(&self.key)))
    }

    fn restored_at(&self, hello: &Hello) -> Vec<FeedState> {
        let restores = self
            .database
            .restores
            .iter()
            .filter(|(epoch, _)| *epoch > hello.epoch);
        let mut states: Vec<FeedState> = restores
            .flat_map(|(_, ends)| ends.iter())
            .map(|(feed, position)| FeedState {
                feed: *feed,
                position: *position,
            })
            .collect();
        for read in &hello.feeds {
            let seq = read.position.seq;
            if seq <= self.end_of(read.feed).position.seq
                && self.position_of(read.feed, seq) != read.position
                && states.iter().all(|it| it.feed != read.feed)
            {
                states.push(FeedState {
                    feed: read.feed,
                    position: FeedPosition::default(),
                });
            }
        }
        states
    }

    fn end_of(&self, feed: Feed) -> FeedState {
        let entries = self.database.feeds.get(&feed);
        FeedState {
            feed,
            position: entries
                .and_then(|entries| entries.last())
                .map_or(FeedPosition::default(), |(_, position)| *position),
        }
    }

    fn position_of(&self, feed: Feed, seq: u64) -> FeedPosition {
        let entries = self.database.feeds.get(&feed);
        (seq.checked_sub(1))
            .and_then(|place| Some(entries?.get(place as usize)?.1))
            .unwrap_or_default()
    }

    fn lines(&self, claim: &StreamClaim) -> Lines {
        let Some(rows) = self.database.streams.get(&claim.stream) else {
            return Lines::default();
        };
        let first = Position {
            seq: claim.acknowledged.seq,
            chain: Chain([0; 32]),
        };
        let last = Position {
            seq: claim.acknowledged.seq + RECEIPT,
            chain: Chain([0xff; 32]),
        };
        let mut known: BTreeMap<Position, KnownRecord> = rows
            .records
            .range(first..=last)
            .map(|(position, stored)| (*position, known(stored)))
            .collect();
        if let Some(stored) = rows.records.get(&claim.head) {
            known.insert(claim.head, self::known(stored));
        }
        Lines {
            lines: rows.lines.clone(),
            known,
        }
    }

    pub fn receipts(&self, claim: &StreamClaim, now: Timestamp) -> Vec<Receipt> {
        receipt_of(claim, &self.lines(claim), (self.database.epoch, now))
            .map(|receipt| receipt.sign(&self.key))
            .into_iter()
            .collect()
    }

    pub fn next_pack(
        &mut self,
        device: DeviceId,
        after: &FeedState,
        has: (Stream, Position),
    ) -> Option<PackOffer> {
        let reader = self.database.devices.get(&device)?.office;
        if !after.feed.is_open_to(reader)
            || self.position_of(after.feed, after.position.seq) != after.position
        {
            return None;
        }
        let mut entries: Vec<FeedEntry> = self
            .database
            .feeds
            .get(&after.feed)?
            .iter()
            .skip(after.position.seq as usize)
            .take(PAGE)
            .map(|(entry, _)| entry.clone())
            .collect();
        if entries.is_empty() {
            return None;
        }
        for entry in &mut entries {
            if let FeedItem::Record(line) = &mut entry.item
                && line.stream == has.0
                && self.has(has, line.place)
            {
                line.record = None;
            }
        }
        let page =
            page((after.feed, after.position), entries, self.mutation).without_known_chains();
        let mut hasher = blake3::Hasher::new();
        hasher.update(&after.position.chain);
        hasher.update(&self.end_of(after.feed).position.chain);
        for entry in page.entries() {
            let has_body = matches!(&entry.item, FeedItem::Record(it) if it.record.is_some());
            hasher.update(&[u8::from(has_body)]);
        }
        let id = PackId(hasher.finalize().into());
        let length = 100 * page.entries().len() as u64;
        self.packs.insert(
            id,
            Pack {
                id,
                entries: page.entries().to_vec(),
            },
        );
        Some(
            page.offer(self.database.epoch, (id, length))
                .sign(&self.key),
        )
    }

    /// Whether a device that holds a stream up to a head has the record at this place.
    fn has(&self, (stream, head): (Stream, Position), place: Position) -> bool {
        let Some(rows) = self.database.streams.get(&stream) else {
            return false;
        };
        let known = |place| Some((place, known(rows.records.get(&place)?)));
        let lines = Lines {
            lines: rows.lines.clone(),
            known: known(head).into_iter().collect(),
        };
        known(place).is_some_and(|(_, it)| lines.has(head, (it.line, place.seq)))
    }

    /// An upload begins or goes on.
    pub fn begin_upload(
        &mut self,
        id: UploadId,
        (length, at): (u64, u64),
        now: Timestamp,
    ) -> Begun {
        // A batch that came by another way is answered before a byte of it is sent again.
        if let Some(bytes) = self.database.batches.get(&id).cloned() {
            return Begun::Answer(match self.ingest(id, &bytes, now) {
                Ok(receipt) => AppendAnswer::Taken(Box::new(receipt)),
                Err(refusal) => AppendAnswer::Refused(refusal),
            });
        }
        let (upload, bytes) = self
            .database
            .uploads
            .entry(id)
            .or_insert_with(|| (Upload::new(length, self.mutation), Vec::new()));
        let attempt = upload.begin_attempt();
        bytes.truncate(upload.offset() as usize);
        if upload.offset() == at {
            Begun::Attempt(attempt)
        } else {
            Begun::Answer(AppendAnswer::Offset(upload.offset()))
        }
    }

    /// Bytes came.
    pub fn keep(&mut self, id: UploadId, attempt: Attempt, (at, bytes): (u64, &[u8])) -> Kept {
        let Some((upload, kept)) = self.database.uploads.get_mut(&id) else {
            return Kept::Fenced;
        };
        let answer = upload.keep(attempt, at, bytes.len() as u64);
        if let Kept::Bytes(count) = answer {
            kept.extend_from_slice(&bytes[..count as usize]);
        }
        answer
    }

    /// Whether an upload is whole now; then it is taken in.
    pub fn complete(&mut self, id: UploadId, now: Timestamp) -> Option<AppendAnswer> {
        let (upload, bytes) = self.database.uploads.get(&id)?;
        if !upload.is_complete() {
            return None;
        }
        let bytes: Rc<[u8]> = bytes.clone().into();
        let answer = match self.ingest(id, &bytes, now) {
            Ok(receipt) => {
                self.database.uploads.remove(&id);
                AppendAnswer::Taken(Box::new(receipt))
            }
            Err(refusal) => {
                if let Some((upload, bytes)) = self.database.uploads.get_mut(&id) {
                    upload.forget();
                    bytes.clear();
                }
                AppendAnswer::Refused(refusal)
            }
        };
        Some(answer)
    }

    /// The one way in, for line and stick.
    pub fn ingest(
        &mut self,
        id: UploadId,
        bytes: &Rc<[u8]>,
        now: Timestamp,
    ) -> Result<Receipt, Refusal> {
        let (batch, row) = match self.key.ciphers() {
            Ciphers::Toy => {
                let received = open_batch(id, bytes)?;
                let row = self.device_of(received.checkpoint.stream)?;
                let check = Check(Ciphers::Toy);
                let batch = VerifiedBatch::verify(received, &row.key.public, &check)?;
                (batch, row)
            }
            Ciphers::Real => self.open_real(id, bytes)?,
        };
        let loaded = self.load(&batch, &row, now);
        let plan = plan(loaded, &batch)?;
        for change in plan.changes {
            self.write(row.office, change, bytes);
        }
        Ok(plan.receipt.sign(&self.key))
    }

    fn device_of(&self, stream: Stream) -> Result<DeviceRow, Refusal> {
        let device = DeviceId(stream.device_id());
        let row = self.database.devices.get(&device);
        row.cloned().ok_or(Refusal::UnknownDevice)
    }

    fn open_real(&self, id: UploadId, bytes: &[u8]) -> Result<(VerifiedBatch, DeviceRow), Refusal> {
        let (batch, stream) = real::stream_of(bytes)?;
        if batch.upload() != id {
            return Err(Refusal::Damaged);
        }
        let row = self.device_of(stream)?;
        let before: Position = batch.envelope().before.into();
        let lines = self.lines(&StreamClaim {
            stream,
            head: before,
            acknowledged: before,
        });
        let rows = self.database.streams.get(&stream);
        let opened = real::open_batch(&batch, &row.key, (rows, &lines))?;
        Ok((opened, row))
    }

    fn load(&self, batch: &VerifiedBatch, row: &DeviceRow, now: Timestamp) -> Loaded {
        let needs = needs(batch);
        let stream = needs.stream;
        let claim = StreamClaim {
            stream,
            head: batch.end().into(),
            acknowledged: batch.before().into(),
        };
        Loaded {
            epoch: self.database.epoch,
            now,
            start: start_of(row, stream),
            revocation: row.revocation.clone(),
            lines: self.lines(&claim),
            ledger: self.part_of_ledger(row.office, &needs.documents),
            feed: self.feed_writer(row.office),
            mutation: self.mutation,
        }
    }

    fn part_of_ledger(&self, office: OfficeId, keys: &BTreeSet<DocumentKey>) -> Ledger {
        let mut part = Ledger::default().with_mutation(self.mutation);
        if let Some(whole) = self.database.ledgers.get(&office) {
            part.closings = whole.closings.clone();
            for key in keys {
                if let Some(folded) = whole.documents.get(key) {
                    part.documents.insert(*key, folded.clone());
                }
                if let Some(waiting) = whole.waiting.get(key) {
                    part.waiting.insert(*key, waiting.clone());
                }
            }
        }
        part
    }

    fn feed_writer(&self, office: OfficeId) -> FeedWriter {
        let feed = Feed::Office(office);
        FeedWriter::at(feed, self.end_of(feed).position)
    }

    fn write(&mut self, office: OfficeId, change: Change, bytes: &Rc<[u8]>) {
        let database = &mut self.database;
        match change {
            Change::Batch(upload) => {
                database.batches.insert(upload, bytes.clone());
            }
            Change::Record(stored) => {
                let arrival = &stored.arrival;
                if stored.outcome.waits_for_base()
                    && let Some(key) = document_of(&arrival.record, arrival.place)
                {
                    let ledger = database.ledgers.entry(office).or_default();
                    ledger.waiting.entry(key).or_default().push(arrival.clone());
                }
                self.written.push((arrival.stream, arrival.place));
                let rows = database.streams.entry(arrival.stream).or_default();
                rows.records.insert(arrival.place, stored);
            }
            Change::LetThrough { stream, place } => {
                let rows = database.streams.entry(stream).or_default();
                if let Some(stored) = rows.records.get_mut(&place) {
                    stored.arrival.passage = Passage::LetThrough;
                }
            }
            Change::Outcome {
                stream,
                place,
                outcome,
            } => {
                let rows = database.streams.entry(stream).or_default();
                let Some(stored) = rows.records.get_mut(&place) else {
                    return;
                };
                stored.outcome = outcome;
                let arrival = stored.arrival.clone();
                let ledger = database.ledgers.entry(office).or_default();
                if let Some(key) = document_of(&arrival.record, place) {
                    let waiting = ledger.waiting.entry(key).or_default();
                    waiting.retain(|it| (it.stream, it.place) != (stream, place));
                    if outcome.waits_for_base() {
                        waiting.push(arrival);
                    }
                    if waiting.is_empty() {
                        ledger.waiting.remove(&key);
                    }
                }
            }
            Change::Document(folded) => {
                let ledger = database.ledgers.entry(office).or_default();
                ledger
                    .documents
                    .insert((folded.kind, folded.doc_id), folded);
            }
            Change::Line { stream, line } => {
                let rows = database.streams.entry(stream).or_default();
                rows.lines.insert(line.number, line);
            }
            Change::Fork(fork) => database.forks.push(fork),
            Change::Feed(entry) => self.append(Feed::Office(office), entry.item),
        }
    }

    /// Adds an entry to a feed.
    pub fn append(&mut self, feed: Feed, item: FeedItem) {
        let position = self.end_of(feed).position.after(&item);
        let entry = FeedEntry {
            seq: position.seq,
            item,
        };
        self.database
            .feeds
            .entry(feed)
            .or_default()
            .push((entry, position));
    }

    pub fn close_period(&mut self, office: OfficeId, period: domain::Period, at: Timestamp) {
        let ledger = self.database.ledgers.entry(office).or_default();
        if ledger.closings.contains_key(&period) {
            return;
        }
        ledger.closings.insert(period, at);
        self.append(Feed::Office(office), FeedItem::Closing { period, at });
    }

    /// Publishes rules: their version is one above the newest.
    pub fn publish_rules(&mut self, package: Vec<u8>) {
        let published = self.database.feeds.get(&Feed::Common).map_or(0, Vec::len);
        let version = u32::try_from(published).unwrap_or(u32::MAX) + 2;
        let rules = FeedRules { version, package };
        self.append(Feed::Common, FeedItem::Rules(Box::new(rules)));
    }

    /// Rules about a document as it is now; says whether that changed anything.
    pub fn rule(&mut self, office: OfficeId, key: DocumentKey, verdict: Verdict) -> bool {
        let ledger = self.database.ledgers.entry(office).or_default();
        let Some(document) = ledger.documents.get_mut(&key) else {
            return false;
        };
        let Some(judged) = document.judged(&verdict) else {
            return false;
        };
        *document = judged;
        let item = FeedItem::Verdict(Box::new(FeedVerdict {
            kind: key.0,
            doc_id: key.1,
            verdict,
        }));
        self.append(Feed::Office(office), item);
        true
    }

    /// Revokes a device: trusted is what the centre holds now.
    pub fn revoke(&mut self, device: DeviceId, at: Timestamp) {
        let valid_through = self
            .database
            .streams
            .iter()
            .filter(|(stream, _)| stream.device_id() == device.0)
            .filter_map(|(stream, rows)| {
                Some(ValidThrough {
                    stream: *stream,
                    seq: rows.lines.get(&0)?.head.seq,
                })
            })
            .collect();
        let revocation = Revocation {
            device,
            valid_through,
            at,
        };
        let Some(row) = self.database.devices.get_mut(&device) else {
            return;
        };
        if row.revocation.is_some() {
            return;
        }
        row.revocation = Some(revocation.clone());
        let feed = Feed::Office(row.office);
        self.append(feed, FeedItem::Admin(AdminEntry::Revoked(revocation)));
    }

    /// Records that wait for a person.
    pub fn waiting_for_people(&self) -> Vec<(Stream, Position)> {
        let rows = self.database.streams.iter();
        rows.flat_map(|(stream, rows)| {
            rows.records
                .iter()
                .filter(|(_, it)| {
                    matches!(it.outcome, OutcomeCode::Held(_)) && !it.outcome.waits_for_base()
                })
                .map(|(place, _)| (*stream, *place))
        })
        .collect()
    }

    /// A person lets a record through.
    pub fn admit(&mut self, stream: Stream, place: Position, now: Timestamp) {
        let Some(stored) = self
            .database
            .streams
            .get(&stream)
            .and_then(|rows| rows.records.get(&place))
            .cloned()
        else {
            return;
        };
        let Some(row) = self
            .database
            .devices
            .get(&DeviceId(stream.device_id()))
            .cloned()
        else {
            return;
        };
        let keys = document_of(&stored.arrival.record, place);
        let loaded = Loaded {
            epoch: self.database.epoch,
            now,
            start: start_of(&row, stream),
            revocation: None,
            lines: Lines::default(),
            ledger: self.part_of_ledger(row.office, &keys.into_iter().collect()),
            feed: self.feed_writer(row.office),
            mutation: self.mutation,
        };
        let nothing: Rc<[u8]> = Rc::new([]);
        let (arrival, outcome) = (stored.arrival, stored.outcome);
        for change in release(loaded, vec![(arrival, outcome)]) {
            self.write(row.office, change, &nothing);
        }
        self.database.admitted.insert((stream, place));
    }

    /// The server breaks, and yesterday's backup takes its place.
    pub fn restore(&mut self, backup: Database, now: Timestamp) {
        self.database = backup;
        self.database.epoch = next_epoch(self.database.epoch, now);
        let ends = self
            .database
            .feeds
            .keys()
            .map(|feed| (*feed, self.end_of(*feed).position))
            .collect::<BTreeMap<_, _>>();
        let mut all = ends;
        for row in self.database.devices.values() {
            all.entry(Feed::Office(row.office)).or_default();
        }
        all.entry(Feed::Common).or_default();
        self.database.restores.push((self.database.epoch, all));
        self.packs.clear();
    }

    pub fn office_of(&self, device: DeviceId) -> Option<OfficeId> {
        Some(self.database.devices.get(&device)?.office)
    }
}

fn known(stored: &StoredRecord) -> KnownRecord {
    KnownRecord {
        line: stored.line,
        outcome: stored.outcome,
    }
}

/// The document that a record is about.
pub fn document_of(record: &Record, place: Position) -> Option<DocumentKey> {
    Placed {
        record,
        chain: place.chain,
    }
    .document()
}

/// The chain before the first record of a device's stream.
pub fn start_of(row: &DeviceRow, stream: Stream) -> Chain {
    let PublicKey(key) = row.key.public;
    chain_zero(
        &row.database,
        &stream.device_id(),
        &key,
        &stream.incarnation(),
    )
}

/// Whether an outcome is that of a revoked device.
pub const fn is_set_aside(outcome: OutcomeCode) -> bool {
    matches!(outcome, OutcomeCode::Held(Held::Revoked))
}
