//! A device that seals, and both ends of the wire.

use domain::{Timestamp, UserId};
use record::journal::journal_zero;
use record::{
    Encoded, Head, Header, Hlc, KindNumber, Record, Revision, Stream, chain_zero, encode_record,
};
use sync::batch::{
    Batch, BuildError, Built, Compressor, Contents, Earlier, NoCompressor, NothingEarlier,
    OpenError, Opened, Place, Tools, Zstd, build,
};
use sync::message::{OfficeId, PublicKey, Signature};
use sync::{SignatureCheck, Signer, Statement};
use uuid::Uuid;

/// A signature that anybody can make: the hash of everything that it stands for.
pub struct Toy(pub u8);

impl Toy {
    pub fn public(&self) -> PublicKey {
        PublicKey([self.0; 32])
    }
}

fn toy(key: u8, statement: Statement<'_>) -> Signature {
    let mut hasher = blake3::Hasher::new_derive_key(statement.context);
    hasher.update(&[key]).update(statement.message);
    let mut signature = [0; 64];
    hasher.finalize_xof().fill(&mut signature);
    Signature(signature)
}

impl Signer for Toy {
    fn sign(&self, statement: Statement<'_>) -> Signature {
        toy(self.0, statement)
    }
}

impl SignatureCheck for Toy {
    fn fits(&self, key: &PublicKey, statement: Statement<'_>, signature: &Signature) -> bool {
        toy(key.0[0], statement) == *signature
    }
}

/// A device and what it sealed.
pub struct Device {
    pub start: Head,
    pub head: Head,
    pub records: Vec<Record>,
    pub heads: Vec<Head>,
}

impl Device {
    pub fn new() -> Self {
        let stream = Stream::new(&[5; 16], &[6; 16]);
        let start = Head::start(stream, chain_zero(&[1; 16], &[5; 16], &[5; 32], &[6; 16]));
        Self {
            start,
            head: start,
            records: Vec::new(),
            heads: Vec::new(),
        }
    }

    /// Seals a body; the rest of the header is made up, and differs.
    pub fn seal(&mut self, kind: u8, doc_id: Uuid, body: Encoded) -> Revision {
        let seq = self.head.seq + 1;
        let header = Header {
            stream: self.head.stream,
            seq,
            kind: KindNumber(kind),
            schema: body.schema,
            doc_id,
            base_rev: self.base(doc_id, seq),
            actor: UserId(crate::samples::id((seq / 7) as u8)),
            hlc: Hlc((1_790_000_000_000 + seq * 977) << 16 | (seq % 3)),
            beacon: (seq % 4 > 1)
                .then(|| Timestamp(1_790_000_000_123_456 + (seq / 5).cast_signed())),
        };
        self.push(Record::seal(header, [seq as u8; 16], body))
    }

    pub fn push(&mut self, record: Record) -> Revision {
        self.head = self.head.after(&record);
        self.records.push(record);
        self.heads.push(self.head);
        self.head.chain.revision()
    }

    /// The newest revision of the document, sometimes one that nobody knows, else none.
    fn base(&self, doc_id: Uuid, seq: u64) -> Option<Revision> {
        let newest = self
            .records
            .iter()
            .rposition(|it| it.header.doc_id == doc_id);
        match newest {
            Some(at) => Some(self.heads[at].chain.revision()),
            None => seq.is_multiple_of(11).then_some(Revision([seq as u8; 16])),
        }
    }

    /// Erases the body of a record, as a redaction does.
    pub fn erase(&mut self, at: usize) {
        self.records[at] = self.records[at].clone().redacted();
    }

    pub fn place(&self, seq: u64) -> Place {
        let at = usize::try_from(seq - 1).expect("a place");
        Place {
            document: self.records[at].header.doc_id,
            revision: self.heads[at].chain.revision(),
        }
    }

    /// Builds a batch of what was sealed from a place on.
    pub fn build(&self, from: usize, compressor: &dyn Compressor) -> Result<Built, BuildError> {
        self.build_with(from, self, compressor)
    }

    pub fn build_with(
        &self,
        from: usize,
        earlier: &dyn Earlier,
        compressor: &dyn Compressor,
    ) -> Result<Built, BuildError> {
        let before = from.checked_sub(1).map_or(self.start, |at| self.heads[at]);
        let contents = Contents {
            office: OfficeId([7; 16]),
            recipient: None,
            before,
            records: &self.records[from..],
            earlier,
            journal: (3, journal_zero(&[1; 16])),
        };
        let tools = Tools {
            compressor,
            signer: &Toy(5),
        };
        build(&contents, &tools)
    }

    /// Opens bytes as the centre does that holds everything before them.
    pub fn open(&self, bytes: &[u8]) -> Result<Opened, OpenError> {
        let batch = Batch::parse(bytes.to_vec())?;
        let key = Toy(5).public();
        let unpacked = batch.verify(&key, &Toy(0))?.unpack(&Zstd)?;
        let places: Vec<Place> = unpacked
            .references()
            .iter()
            .map(|seq| self.place(*seq))
            .collect();
        unpacked.records(&places)
    }

    /// Sends everything from a place on, batch by batch, and compares what arrives.
    pub fn check(&self, from: usize) {
        for compressor in [&Zstd as &dyn Compressor, &NoCompressor] {
            for earlier in [self as &dyn Earlier, &NothingEarlier] {
                let mut at = from;
                while at < self.records.len() {
                    let built = self.build_with(at, earlier, compressor).expect("a batch");
                    let opened = self.open(built.batch.bytes()).expect("the records");
                    assert_eq!(opened.upload(), built.batch.upload());
                    for (record, head) in opened.records() {
                        assert_eq!(encode_record(record), encode_record(&self.records[at]));
                        assert_eq!(*head, self.heads[at]);
                        at += 1;
                    }
                    assert_eq!(built.head, self.heads[at - 1]);
                }
            }
        }
    }
}

impl Earlier for Device {
    fn document(&self, id: Uuid) -> Option<u64> {
        let at = self.records.iter().position(|it| it.header.doc_id == id)?;
        Some(at as u64 + 1)
    }

    fn revision(&self, _: Uuid, revision: Revision) -> Option<u64> {
        let mut heads = self.heads.iter();
        let at = heads.position(|it| it.chain.revision() == revision)?;
        Some(at as u64 + 1)
    }
}
