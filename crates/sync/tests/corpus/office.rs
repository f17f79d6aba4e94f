//! The corpus as an office would have sealed it.
//!
//! The units, employees and assignments were saved before, so the centre has acknowledged them.

use corpus::{Line, Office};
use domain::{DocumentId, Timestamp, UserId};
use record::journal::journal_zero;
use record::{Head, Header, Hlc, Record, Revision, Stream, chain_zero, encode};
use std::collections::BTreeMap;
use sync::batch::{Contents, Earlier, Place};
use sync::message::OfficeId;
use uuid::Uuid;

/// A device with everything that it sealed.
pub struct Desk {
    pub start: Head,
    pub after_master: Head,
    /// How many of the records are master rows.
    pub master: usize,
    pub records: Vec<Record>,
    revisions: Vec<Revision>,
    documents: BTreeMap<DocumentId, u64>,
    head: Head,
    made: u64,
    random: blake3::OutputReader,
}

/// When the list of employees was read in, in milliseconds.
const IMPORTED: u64 = 1_789_990_000_000;

impl Desk {
    pub fn of(lines: &[Line]) -> Self {
        let stream = Stream::new(&[1; 16], &[2; 16]);
        let start = Head::start(stream, chain_zero(&[3; 16], &[1; 16], &[4; 32], &[2; 16]));
        let mut desk = Self {
            start,
            after_master: start,
            master: 0,
            records: Vec::new(),
            revisions: Vec::new(),
            documents: BTreeMap::new(),
            head: start,
            made: 0,
            random: blake3::Hasher::new().finalize_xof(),
        };
        let office = Office::of(lines, &mut || desk.id()).expect("an office");
        for document in &office.master {
            desk.seal(document, IMPORTED);
        }
        desk.after_master = desk.head;
        desk.master = desk.records.len();
        for (line, post) in lines.iter().zip(&office.posts) {
            let evaluation = line.evaluation(post).expect("an evaluation");
            let evaluation = domain::Document::Evaluation(Box::new(evaluation));
            desk.seal(&evaluation, line.dibuat);
        }
        desk
    }

    /// These records behind the master rows.
    pub fn contents<'a>(&'a self, records: &'a [Record]) -> Contents<'a> {
        Contents {
            office: OfficeId([7; 16]),
            recipient: None,
            before: self.after_master,
            records,
            earlier: self,
            journal: (1, journal_zero(&[1; 16])),
        }
    }

    pub fn place(&self, seq: u64) -> Place {
        let at = usize::try_from(seq - 1).expect("a place");
        Place {
            document: self.records[at].header.doc_id,
            revision: self.revisions[at],
        }
    }

    fn seal(&mut self, document: &domain::Document, milliseconds: u64) {
        let header = Header {
            stream: self.head.stream,
            seq: self.head.seq + 1,
            kind: document.kind().into(),
            schema: 0,
            doc_id: document.id(),
            base_rev: None,
            actor: UserId(Uuid::from_u128(0x0192_5c3a_7b00_7000_8000_0000_0000_0001)),
            hlc: Hlc::tick(
                Hlc(0),
                Timestamp(milliseconds.cast_signed().saturating_mul(1000)),
            ),
            beacon: None,
        };
        let record = Record::seal(header, self.bytes(), encode(document));
        self.head = self.head.after(&record);
        self.documents.insert(document.id(), self.head.seq);
        self.revisions.push(self.head.chain.revision());
        self.records.push(record);
    }

    /// An id as the program makes them: UUIDv7, here a millisecond after the one before.
    fn id(&mut self) -> Uuid {
        self.made += 1;
        let made = self.made + IMPORTED;
        let random = u128::from_be_bytes(self.bytes());
        let random = random & 0x0fff_3fff_ffff_ffff_ffff;
        Uuid::from_u128(u128::from(made) << 80 | 0x7000_8000_0000_0000_0000 | random)
    }

    fn bytes(&mut self) -> [u8; 16] {
        let mut bytes = [0; 16];
        self.random.fill(&mut bytes);
        bytes
    }
}

impl Earlier for Desk {
    fn document(&self, id: DocumentId) -> Option<u64> {
        self.documents.get(&id).copied()
    }

    fn revision(&self, _: DocumentId, _: Revision) -> Option<u64> {
        None
    }
}
