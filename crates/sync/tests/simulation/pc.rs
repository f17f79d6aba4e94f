//! A PC in memory: what is on its disk, and the program that runs on it.

use crate::centre::document_of;
use crate::random::Random;
use crate::real;
use crate::toy::{Check, Ciphers, SimulatedKey, seal_batch};
use domain::{Kind, Timestamp, UserId};
use record::{
    Bookkeeping, Chain, DeviceNote, Encoded, Head, Header, Hlc, KindNumber, Record, Revision,
    Stream, chain_zero, encode_bookkeeping, next_chain,
};
use std::collections::BTreeMap;
use std::rc::Rc;
use sync::Mutation;
use sync::device::{
    Device, DeviceState, Effect, Event, Inputs, LocalWork, RequestId, Shelf, Shown, StoredBatch,
    Timer, shown,
};
use sync::ledger::{DocumentKey, Ledger};
use sync::message::{
    Feed, FeedEntry, FeedItem, FeedPosition, Pack, PackOffer, Position, PublicKey, Receipt,
    UploadId,
};
use uuid::Uuid;

/// A draft: the text, and what it was begun upon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub text: String,
    pub upon: Option<Revision>,
}

/// One stream that this PC wrote.
#[derive(Clone, Debug)]
pub struct OwnStream {
    pub start: Position,
    pub records: Vec<(Record, Position)>,
    pub urgent_through: u64,
}

/// Stored batches with their bytes, by stream and first record.
pub type Batches = BTreeMap<(Stream, u64), (StoredBatch, Rc<[u8]>)>;

/// Everything that survives a power cut. A backup is a copy of it.
#[derive(Clone, Debug)]
pub struct Disk {
    pub database: [u8; 16],
    pub key: SimulatedKey,
    pub incarnation: [u8; 16],
    pub state: DeviceState,
    pub streams: BTreeMap<Stream, OwnStream>,
    pub batches: Batches,
    pub receipts: Vec<Receipt>,
    pub feeds: BTreeMap<Feed, Vec<(FeedEntry, FeedPosition)>>,
    /// Records that came down, by their place.
    pub fetched: BTreeMap<(Stream, Position), Record>,
    pub ledger: Ledger,
    pub drafts: BTreeMap<DocumentKey, Draft>,
    /// The last revision that this PC sealed of each document.
    pub own_tips: BTreeMap<DocumentKey, Revision>,
    pub hlc: Hlc,
}

/// A PC: its disk, its key store, and the program while it runs.
pub struct Pc {
    pub disk: Disk,
    /// The incarnation that the key store holds.
    pub token: [u8; 16],
    pub device: Option<Device>,
    /// Counts starts, so that nothing reaches a program that was killed before.
    pub boot: u64,
    pub open: Vec<RequestId>,
    pub timers: BTreeMap<Timer, u64>,
    /// How far its clock is off, in µs.
    pub skew: i64,
    pub backup: Option<Disk>,
    /// What people typed and did not seal, noted beside the machine.
    pub typed: BTreeMap<DocumentKey, Draft>,
    /// Requests since the last hello that found nothing to do.
    pub requests_of_session: u32,
    pub quiet_session: bool,
}

impl Disk {
    pub fn stream(&self) -> Stream {
        self.state.current
    }

    pub fn chain_zero(&self, stream: Stream) -> Chain {
        let PublicKey(key) = self.key.public;
        chain_zero(
            &self.database,
            &stream.device_id(),
            &key,
            &stream.incarnation(),
        )
    }

    /// Opens a new incarnation: its first record says what it continues from.
    pub fn open_incarnation(&mut self, token: [u8; 16], wall: Timestamp) -> (Stream, Position) {
        let old = self.stream();
        let continues = self.streams.get(&old).map(|own| own.head(old));
        let stream = Stream::new(&self.state.device.0, &token);
        let start = Position {
            seq: 0,
            chain: self.chain_zero(stream),
        };
        self.incarnation = token;
        self.streams.insert(
            stream,
            OwnStream {
                start,
                records: Vec::new(),
                urgent_through: 0,
            },
        );
        let note = Bookkeeping::DeviceNote(DeviceNote {
            id: Uuid::from_bytes(token),
            users: Vec::new(),
            continues,
        });
        let sealed = Sealing {
            kind: KindNumber::from(Kind::DeviceNote),
            doc_id: note.doc_id(),
            base_rev: None,
            body: encode_bookkeeping(&note),
            is_urgent: false,
        };
        self.seal_into(stream, sealed, (wall, [7; 16]));
        (stream, start)
    }

    pub fn seal(&mut self, sealing: Sealing, stamp: (Timestamp, [u8; 16])) -> Position {
        self.seal_into(self.stream(), sealing, stamp)
    }

    fn seal_into(
        &mut self,
        stream: Stream,
        sealing: Sealing,
        (wall, salt): (Timestamp, [u8; 16]),
    ) -> Position {
        self.hlc = Hlc::tick(self.hlc, wall);
        let own = self.streams.get_mut(&stream).expect("the stream is open");
        let before = own.position();
        let header = Header {
            stream,
            seq: before.seq + 1,
            kind: sealing.kind,
            schema: sealing.body.schema,
            doc_id: sealing.doc_id,
            base_rev: sealing.base_rev,
            actor: UserId::from_bytes([5; 16]),
            hlc: self.hlc,
            beacon: self.state.beacon.map(|beacon| beacon.time),
        };
        let record = Record::seal(header, salt, sealing.body);
        let place = Position {
            seq: before.seq + 1,
            chain: next_chain(&before.chain, &record.header, &record.body_hash),
        };
        if sealing.is_urgent {
            own.urgent_through = place.seq;
        }
        if let Some(key) = document_of(&record, place) {
            self.own_tips.insert(key, place.chain.revision());
        }
        own.records.push((record, place));
        place
    }

    /// The revision that a new edit of a document is made upon, as the screen shows it.
    pub fn base_of(&self, key: DocumentKey) -> Option<Revision> {
        let folded = self.ledger.documents.get(&key);
        match self.own_tips.get(&key) {
            Some(tip) if !folded.is_some_and(|it| it.knows(*tip)) => Some(*tip),
            _ => folded.and_then(record::Folded::revision),
        }
    }

    /// Builds a batch, or finds the stored one.
    pub fn build(&mut self, stream: Stream, (first, last): (u64, u64)) -> Option<StoredBatch> {
        if let Some((batch, _)) = self.batches.get(&(stream, first)) {
            return Some(*batch);
        }
        let (batch, bytes) = self.make_batch(stream, (first, last))?;
        self.batches.insert((stream, first), (batch, bytes));
        Some(batch)
    }

    fn make_batch(
        &self,
        stream: Stream,
        (first, last): (u64, u64),
    ) -> Option<(StoredBatch, Rc<[u8]>)> {
        let own = self.streams.get(&stream)?;
        let from = first.checked_sub(1)? as usize;
        let mut raw = 0;
        let records: Vec<(Record, Chain)> = own
            .records
            .get(from..)?
            .iter()
            .take_while(|(record, place)| {
                raw += record.body.as_ref().map_or(0, Vec::len);
                place.seq <= last && (raw <= 48 * 1024 || place.seq == first)
            })
            .map(|(record, place)| (record.clone(), place.chain))
            .collect();
        let last_seq = records.last()?.0.header.seq;
        let before = own.place(first - 1)?;
        let (upload, bytes) = match self.key.ciphers() {
            Ciphers::Toy => seal_batch(before.chain, &records, self.key),
            Ciphers::Real => {
                let earlier = real::Before(own.records.get(..from)?);
                real::seal_batch(before.in_stream(stream), &records, (&earlier, self.key))
            }
        };
        let batch = StoredBatch {
            upload,
            first_seq: first,
            last_seq,
            length: bytes.len() as u64,
        };
        Some((batch, bytes))
    }

    /// What one mutant does to a stored batch.
    pub fn rebuild(&mut self, upload: UploadId) {
        let Some((stream, first)) = self
            .batches
            .iter()
            .find(|(_, (batch, _))| batch.upload == upload)
            .map(|(key, _)| *key)
        else {
            return;
        };
        let head = self.streams[&stream].position().seq;
        if let Some((mut batch, bytes)) = self.make_batch(stream, (first, head)) {
            batch.upload = upload;
            self.batches.insert((stream, first), (batch, bytes));
        }
    }

    pub fn bytes_of(&self, upload: UploadId) -> Option<(StoredBatch, Rc<[u8]>)> {
        self.batches
            .values()
            .find(|(batch, _)| batch.upload == upload)
            .cloned()
    }

    /// A record by its place, wherever it came from.
    pub fn find(&self, stream: Stream, place: Position) -> Option<Record> {
        if let Some(record) = self.fetched.get(&(stream, place)) {
            return Some(record.clone());
        }
        let own = self.streams.get(&stream)?;
        let (record, found) = own.records.get(place.seq.checked_sub(1)? as usize)?;
        (*found == place).then(|| record.clone())
    }

    fn follow(&mut self, entry: &FeedEntry) {
        let place = match &entry.item {
            FeedItem::Record(line) => {
                if let Some(record) = &line.record {
                    self.fetched
                        .insert((line.stream, line.place), record.clone());
                }
                Some((line.stream, line.place))
            }
            FeedItem::Outcome { stream, place, .. } => Some((*stream, *place)),
            _ => None,
        };
        let record = place.and_then(|(stream, place)| self.find(stream, place));
        self.ledger.follow(&entry.item, record.as_ref());
    }

    fn take_pack(&mut self, offer: &PackOffer, pack: &Pack, mutation: Mutation) {
        for entry in &pack.entries {
            let log = self.feeds.entry(offer.feed).or_default();
            let before = log.last().map_or(offer.after, |(_, position)| *position);
            log.push((entry.clone(), before.after(&entry.item)));
            self.follow(entry);
        }
        let ledger = &self.ledger;
        self.drafts.retain(|key, draft| {
            let centre = ledger.documents.get(key).and_then(record::Folded::revision);
            let local = LocalWork::Draft { upon: draft.upon };
            matches!(shown(centre, local, mutation), Shown::Draft { .. })
        });
    }

    fn rewind(&mut self, feed: Feed, through: u64, mutation: Mutation) {
        if let Some(log) = self.feeds.get_mut(&feed) {
            log.truncate(through as usize);
        }
        self.ledger = Ledger::default().with_mutation(mutation);
        let entries: Vec<FeedEntry> = self
            .feeds
            .values()
            .flatten()
            .map(|(entry, _)| entry.clone())
            .collect();
        for entry in entries {
            self.follow(&entry);
        }
    }

    /// Performs an effect that writes; answers whether it was one.
    pub fn write(&mut self, effect: &Effect, mutation: Mutation) -> bool {
        match effect {
            Effect::Save(state) => self.state = state.clone(),
            Effect::KeepReceipt { receipt, state } => {
                self.receipts.push((**receipt).clone());
                self.state = state.clone();
            }
            Effect::TakePack { offer, pack, state } => {
                self.take_pack(offer, pack, mutation);
                self.state = state.clone();
            }
            Effect::RewindFeed {
                feed,
                through,
                state,
            } => {
                self.rewind(*feed, *through, mutation);
                self.state = state.clone();
            }
            _ => return false,
        }
        true
    }
}

/// Something to seal.
pub struct Sealing {
    pub kind: KindNumber,
    pub doc_id: Uuid,
    pub base_rev: Option<Revision>,
    pub body: Encoded,
    pub is_urgent: bool,
}

impl OwnStream {
    pub fn position(&self) -> Position {
        self.records.last().map_or(self.start, |(_, place)| *place)
    }

    pub fn head(&self, stream: Stream) -> Head {
        self.position().in_stream(stream)
    }

    pub fn place(&self, seq: u64) -> Option<Position> {
        match seq.checked_sub(1) {
            None => Some(self.start),
            Some(before) => Some(self.records.get(before as usize)?.1),
        }
    }
}

impl Shelf for Disk {
    fn head(&self, stream: Stream) -> Option<Position> {
        Some(self.streams.get(&stream)?.position())
    }

    fn place(&self, stream: Stream, seq: u64) -> Option<Position> {
        self.streams.get(&stream)?.place(seq)
    }

    fn urgent_through(&self, stream: Stream) -> u64 {
        self.streams.get(&stream).map_or(0, |it| it.urgent_through)
    }

    fn batch_with(&self, stream: Stream, seq: u64) -> Option<StoredBatch> {
        let (_, (batch, _)) = self
            .batches
            .range((stream, 0)..=(stream, seq))
            .next_back()?;
        (seq <= batch.last_seq).then_some(*batch)
    }

    fn feed_position(&self, feed: Feed, seq: u64) -> Option<FeedPosition> {
        match seq.checked_sub(1) {
            None => Some(FeedPosition::default()),
            Some(before) => Some(self.feeds.get(&feed)?.get(before as usize)?.1),
        }
    }
}

impl Pc {
    pub fn new(disk: Disk, skew: i64) -> Self {
        Self {
            token: disk.incarnation,
            disk,
            device: None,
            boot: 0,
            open: Vec::new(),
            timers: BTreeMap::new(),
            skew,
            backup: None,
            typed: BTreeMap::new(),
            requests_of_session: 0,
            quiet_session: false,
        }
    }

    /// What the PC believes the time to be.
    pub const fn wall(&self, now: Timestamp) -> Timestamp {
        Timestamp(now.0 + self.skew)
    }

    pub fn step(&mut self, event: Event, random: &mut Random) -> Vec<Effect> {
        let Some(device) = &mut self.device else {
            return Vec::new();
        };
        let inputs = Inputs {
            shelf: &self.disk,
            signatures: &Check(self.disk.key.ciphers()),
            random: random.bytes(),
        };
        device.step(event, &inputs)
    }

    /// Power goes.
    pub fn kill(&mut self) {
        self.device = None;
        self.boot += 1;
        self.open.clear();
        self.timers.clear();
    }
}
