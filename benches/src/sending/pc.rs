//! A PC made by hand: it seals the corpus and builds batches, as many PCs as a measurement needs.

use anyhow::Context as _;
use ciphers::Keypair;
use corpus::{Line, Office};
use domain::{Assignment, Document, DocumentId, Timestamp, UserId};
use record::journal::journal_zero;
use record::{Head, Header, Hlc, Record, Revision, Stream, chain_zero, encode};
use std::collections::BTreeMap;
use sync::batch::{Batch, Compressor, Contents, Earlier, Tools, build};
use sync::joining::EnrolmentCode;
use sync::message::{DeviceId, EnrolmentRequest, OfficeId, Signature};
use uuid::Uuid;

/// When the list of employees was read in, in milliseconds.
const IMPORTED: u64 = 1_789_990_000_000;

/// A PC with what it sealed and has not sent.
pub(crate) struct Pc {
    pub(crate) keys: Keypair,
    pub(crate) device: DeviceId,
    pub(crate) office: OfficeId,
    /// Where its stream stands.
    pub(crate) head: Head,
    database: [u8; 16],
    sent: Head,
    pending: Vec<Record>,
    documents: BTreeMap<DocumentId, u64>,
    random: blake3::OutputReader,
    made: u64,
}

impl Pc {
    /// The same PC for the same number.
    pub(crate) fn new(number: u32) -> anyhow::Result<Self> {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&number.to_be_bytes());
        let mut random = hasher.finalize_xof();
        let secret = draw(&mut random);
        let (device, database) = (draw(&mut random), draw(&mut random));
        let keys = Keypair::from_secret(&secret)?;
        let stream = Stream::new(&device, &draw(&mut random));
        let zero = chain_zero(&database, &device, &keys.public().0, &stream.incarnation());
        let head = Head::start(stream, zero);
        Ok(Self {
            keys,
            device: DeviceId(device),
            office: OfficeId([0; 16]),
            head,
            database,
            sent: head,
            pending: Vec::new(),
            documents: BTreeMap::new(),
            random,
            made: 0,
        })
    }

    /// What it asks a centre with this code.
    pub(crate) fn request(&self, code: &EnrolmentCode) -> EnrolmentRequest {
        EnrolmentRequest {
            code: [0; 8],
            device: self.device,
            database: self.database,
            key: self.keys.public(),
            seal_to: self.keys.seal_to(),
            name: "PC".to_owned(),
            proof: [0; 32],
            signature: Signature([0; 64]),
        }
        .prove(&code.secret, &self.keys)
    }

    /// Reads the list of people in; answers the post of each line.
    pub(crate) fn import(&mut self, lines: &[Line]) -> anyhow::Result<Vec<Assignment>> {
        let office = Office::of(lines, &mut || self.id())?;
        for document in &office.master {
            self.seal(document, IMPORTED);
        }
        Ok(office.posts)
    }

    /// Seals the evaluations.
    pub(crate) fn rate(&mut self, lines: &[Line], posts: &[Assignment]) -> anyhow::Result<()> {
        for (line, post) in lines.iter().zip(posts) {
            let evaluation = line.evaluation(post)?;
            self.seal(&Document::Evaluation(Box::new(evaluation)), line.dibuat);
        }
        Ok(())
    }

    /// Batches of everything that was not sent so far.
    pub(crate) fn batches(&mut self, compressor: &dyn Compressor) -> anyhow::Result<Vec<Batch>> {
        let pending = std::mem::take(&mut self.pending);
        let mut left = pending.as_slice();
        let mut batches = Vec::new();
        while !left.is_empty() {
            let contents = Contents {
                office: self.office,
                recipient: None,
                before: self.sent,
                records: left,
                earlier: &Before(&self.documents, self.sent.seq),
                journal: (1, journal_zero(&self.database)),
            };
            let tools = Tools {
                compressor,
                signer: &self.keys,
            };
            let built = build(&contents, &tools)?;
            left = &left[built.batch.envelope().count as usize..];
            self.sent = built.head;
            batches.push(built.batch);
        }
        Ok(batches)
    }

    /// The batch of everything that was not sent so far, which is known to be small.
    pub(crate) fn batch(&mut self, compressor: &dyn Compressor) -> anyhow::Result<Batch> {
        let mut batches = self.batches(compressor)?;
        let batch = batches.pop().context("nothing to send")?;
        anyhow::ensure!(batches.is_empty(), "more than one batch");
        Ok(batch)
    }

    fn seal(&mut self, document: &Document, milliseconds: u64) {
        let at = Timestamp(milliseconds.cast_signed().saturating_mul(1000));
        let header = Header {
            stream: self.head.stream,
            seq: self.head.seq + 1,
            kind: document.kind().into(),
            schema: 0,
            doc_id: document.id(),
            base_rev: None,
            actor: UserId(Uuid::from_u128(0x0192_5c3a_7b00_7000_8000_0000_0000_0001)),
            hlc: Hlc::tick(Hlc(0), at),
            beacon: None,
        };
        let record = Record::seal(header, draw(&mut self.random), encode(document));
        self.head = self.head.after(&record);
        self.documents.insert(document.id(), self.head.seq);
        self.pending.push(record);
    }

    /// An id as the program makes them: UUIDv7, a millisecond after the one before.
    fn id(&mut self) -> Uuid {
        self.made += 1;
        let random = draw(&mut self.random);
        uuid::Builder::from_unix_timestamp_millis(IMPORTED + self.made, &random).into_uuid()
    }
}

/// Documents that were sent before a batch.
struct Before<'a>(&'a BTreeMap<DocumentId, u64>, u64);

impl Earlier for Before<'_> {
    fn document(&self, id: DocumentId) -> Option<u64> {
        self.0.get(&id).copied().filter(|seq| *seq <= self.1)
    }

    fn revision(&self, _: DocumentId, _: Revision) -> Option<u64> {
        None
    }
}

fn draw<const N: usize>(random: &mut blake3::OutputReader) -> [u8; N] {
    let mut bytes = [0; N];
    random.fill(&mut bytes);
    bytes
}
