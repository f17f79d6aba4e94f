//! A PC as the centre sees it: it seals, builds batches and asks.

use ciphers::Keypair;
use domain::{Document, Timestamp, UserId};
use record::journal::JournalChain;
use record::{
    Encoded, Head, Header, Hlc, KindNumber, Record, Revision, Stream, chain_zero, encode,
};
use sync::batch::{Contents, NothingEarlier, Tools, Zstd, build};
use sync::joining::EnrolmentCode;
use sync::message::{
    AnnouncedUpload, DeviceId, EnrolmentRequest, Epoch, FeedState, Hello, Nonce, OfficeId,
    Position, Signature, StreamClaim, UploadId, WireVersion,
};
use sync::wire::SignedHello;
use uuid::Uuid;

pub struct Pc {
    pub device: DeviceId,
    pub database: [u8; 16],
    pub keys: Keypair,
    pub head: Head,
    pub acknowledged: Position,
    pub office: OfficeId,
    pub beacon: Option<Timestamp>,
    /// Every record with the head behind it.
    pub sealed: Vec<(Record, Head)>,
}

/// A batch as it travels.
#[derive(Clone)]
pub struct Sent {
    pub id: UploadId,
    pub bytes: Vec<u8>,
}

impl Pc {
    pub fn new(number: u8) -> Self {
        let keys = Keypair::from_secret(&[number; 32]).unwrap();
        let (device, database) = ([number; 16], [number ^ 0xff; 16]);
        let stream = Stream::new(&device, &[1; 16]);
        let start = chain_zero(&database, &device, &keys.public().0, &stream.incarnation());
        let head = Head::start(stream, start);
        Self {
            device: DeviceId(device),
            database,
            head,
            acknowledged: head.into(),
            office: OfficeId([0; 16]),
            keys,
            beacon: None,
            sealed: Vec::new(),
        }
    }

    /// The same disk in another machine.
    pub fn cloned(&self) -> Self {
        Self {
            keys: Keypair::from_secret(&[self.device.0[0]; 32]).unwrap(),
            sealed: self.sealed.clone(),
            ..*self
        }
    }

    pub fn request(&self, code: &EnrolmentCode) -> EnrolmentRequest {
        EnrolmentRequest {
            code: [0; 8],
            device: self.device,
            database: self.database,
            key: self.keys.public(),
            seal_to: self.keys.seal_to(),
            name: "PC Umum".to_owned(),
            proof: [0; 32],
            signature: Signature([0; 64]),
        }
        .prove(&code.secret, &self.keys)
    }

    /// Seals a document upon its newest revision here.
    pub fn seal(&mut self, document: &Document) -> Position {
        let base = self
            .sealed
            .iter()
            .rev()
            .find(|(record, _)| record.header.doc_id == document.id())
            .map(|(_, head)| head.chain.revision());
        self.seal_upon(document, base)
    }

    pub fn seal_upon(&mut self, document: &Document, base: Option<Revision>) -> Position {
        let kind = KindNumber::from(document.kind());
        self.seal_raw(kind, (document.id(), base), encode(document))
    }

    pub fn seal_raw(
        &mut self,
        kind: KindNumber,
        (doc_id, base_rev): (Uuid, Option<Revision>),
        body: Encoded,
    ) -> Position {
        let seq = self.head.seq + 1;
        let header = Header {
            stream: self.head.stream,
            seq,
            kind,
            schema: body.schema,
            doc_id,
            base_rev,
            actor: UserId(Uuid::from_bytes([9; 16])),
            hlc: Hlc(seq),
            beacon: self.beacon,
        };
        let mut salt = [self.device.0[0]; 16];
        salt[..8].copy_from_slice(&seq.to_be_bytes());
        let record = Record::seal(header, salt, body);
        self.head = self.head.after(&record);
        self.sealed.push((record, self.head));
        self.head.into()
    }

    /// The batch of everything behind a number.
    pub fn batch_behind(&self, seq: u64) -> Sent {
        let records: Vec<Record> = self
            .sealed
            .iter()
            .filter(|(_, head)| head.seq > seq)
            .map(|(record, _)| record.clone())
            .collect();
        let contents = Contents {
            office: self.office,
            recipient: None,
            before: self.head_at(seq),
            records: &records,
            earlier: &NothingEarlier,
            journal: (0, JournalChain([0; 32])),
        };
        let tools = Tools {
            compressor: &Zstd,
            signer: &self.keys,
        };
        let batch = build(&contents, &tools).unwrap().batch;
        Sent {
            id: batch.upload(),
            bytes: batch.into_bytes(),
        }
    }

    fn head_at(&self, seq: u64) -> Head {
        match self.sealed.iter().find(|(_, head)| head.seq == seq) {
            Some((_, head)) => *head,
            None => {
                let stream = self.head.stream;
                let key = self.keys.public().0;
                let incarnation = stream.incarnation();
                let start = chain_zero(&self.database, &self.device.0, &key, &incarnation);
                Head::start(stream, start)
            }
        }
    }

    pub fn claim(&self) -> StreamClaim {
        StreamClaim {
            stream: self.head.stream,
            head: self.head.into(),
            acknowledged: self.acknowledged,
        }
    }

    pub fn hello(&self, uploads: &[&Sent], (epoch, feeds): (Epoch, Vec<FeedState>)) -> SignedHello {
        let hello = Hello {
            device: self.device,
            nonce: Nonce([7; 16]),
            wire_version: WireVersion(1),
            epoch,
            streams: vec![self.claim()],
            uploads: uploads
                .iter()
                .map(|sent| AnnouncedUpload {
                    id: sent.id,
                    length: sent.bytes.len() as u64,
                })
                .collect(),
            feeds,
        };
        SignedHello::sign(hello, &self.keys)
    }
}
