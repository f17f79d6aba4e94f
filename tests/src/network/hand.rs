//! A device made by hand: it says to the centre what no program of ours would.

use super::centre::{Centre, OFFICE};
use super::http::{self, Answer};
use anyhow::Context as _;
use ciphers::{Keypair, Signatures};
use domain::{Document, Timestamp, UserId};
use record::journal::JournalChain;
use record::{
    Encoded, Head, Header, Hlc, KindNumber, Record, Revision, Stream, chain_zero, encode,
};
use std::fmt::Write as _;
use std::net::SocketAddr;
use sync::batch::{Batch, Contents, NothingEarlier, Tools, Zstd, build};
use sync::joining::EnrolmentCode;
use sync::message::{
    AppendAnswer, DeviceId, EnrolmentAnswer, EnrolmentOutcome, EnrolmentRequest, Epoch, FeedState,
    Hello, HelloAnswer, Nonce, OfficeId, OutcomeCode, Position, Signature, StreamClaim,
    WireVersion,
};
use sync::wire::{Message as _, SignedHello};
use uuid::Uuid;

/// A device that a centre without TLS knows, and a token that it was given.
#[derive(Debug)]
pub struct Hand {
    /// Where it sends to.
    pub server: SocketAddr,
    /// What it signs with.
    pub keys: Keypair,
    /// What the centre answered when it joined.
    pub enrolled: EnrolmentAnswer,
    /// Where its stream stands.
    pub head: Head,
    /// Goes with every call but a greeting.
    pub token: String,
    /// What its clock says; it stands still in 1970 when nobody says.
    pub clock: Option<Timestamp>,
    device: [u8; 16],
    records: Vec<Record>,
    start: Head,
}

impl Hand {
    /// A device of the office of most stories; the number makes it another one than the others.
    ///
    /// # Errors
    /// The centre does not take it in.
    pub fn join(centre: &Centre, number: u8) -> anyhow::Result<Self> {
        Self::of_office(centre, OFFICE, number)
    }

    /// A device of an office with this name.
    ///
    /// # Errors
    /// The centre does not take it in.
    pub fn of_office(centre: &Centre, office: &str, number: u8) -> anyhow::Result<Self> {
        let code: EnrolmentCode = centre.code(office)?.parse()?;
        let server = centre.address()?;
        let keys = Keypair::from_secret(&[number; 32])?;
        let (device, database) = ([number; 16], [number ^ 0xff; 16]);
        let request = EnrolmentRequest {
            code: [0; 8],
            device: DeviceId(device),
            database,
            key: keys.public(),
            seal_to: keys.seal_to(),
            name: "buatan tangan".to_owned(),
            proof: [0; 32],
            signature: Signature([0; 64]),
        }
        .prove(&code.secret, &keys);
        let answer = http::ask(server, ("POST", "/v1/enrol"), &CBOR, &request.to_bytes())?;
        let outcome = EnrolmentOutcome::from_bytes(&answer.body)?;
        let EnrolmentOutcome::Enrolled(enrolled) = outcome else {
            anyhow::bail!("not taken in: {outcome:?}");
        };
        anyhow::ensure!(
            enrolled.answers(&request, code.centre, &Signatures),
            "somebody else answered"
        );
        let stream = Stream::new(&device, &[1; 16]);
        let zero = chain_zero(&database, &device, &keys.public().0, &stream.incarnation());
        let start = Head::start(stream, zero);
        let mut hand = Self {
            server,
            keys,
            enrolled: *enrolled,
            head: start,
            token: String::new(),
            clock: None,
            device,
            records: Vec::new(),
            start,
        };
        hand.greet()?;
        Ok(hand)
    }

    /// Greets the centre and keeps the token; the answer was signed by the centre.
    ///
    /// # Errors
    /// The centre does not answer as one.
    pub fn greet(&mut self) -> anyhow::Result<HelloAnswer> {
        let hello = SignedHello::sign(self.hello(), &self.keys);
        let answer = http::ask(self.server, ("POST", "/v1/hello"), &CBOR, &hello.to_bytes())?;
        let token = answer.header("kinerja-token").context("no token")?;
        token.clone_into(&mut self.token);
        Ok(HelloAnswer::from_bytes(&answer.body)?)
    }

    fn hello(&self) -> Hello {
        Hello {
            device: DeviceId(self.device),
            nonce: Nonce([7; 16]),
            wire_version: WireVersion(1),
            epoch: Epoch(self.enrolled.epoch.0),
            streams: vec![StreamClaim {
                stream: self.head.stream,
                head: self.head.into(),
                acknowledged: self.start.into(),
            }],
            uploads: Vec::new(),
            feeds: Vec::<FeedState>::new(),
        }
    }

    /// Its office.
    #[must_use]
    pub const fn office(&self) -> OfficeId {
        self.enrolled.office()
    }

    /// Seals a document.
    pub fn seal(&mut self, document: &Document, base: Option<Revision>) -> Revision {
        let kind = KindNumber::from(document.kind());
        self.seal_raw(kind, (document.id(), base), encode(document))
    }

    /// Seals whatever the bytes are.
    pub fn seal_raw(
        &mut self,
        kind: KindNumber,
        (doc_id, base_rev): (Uuid, Option<Revision>),
        body: Encoded,
    ) -> Revision {
        let seq = self.head.seq + 1;
        let header = Header {
            stream: self.head.stream,
            seq,
            kind,
            schema: body.schema,
            doc_id,
            base_rev,
            actor: UserId(Uuid::from_bytes([9; 16])),
            hlc: self
                .clock
                .map_or(Hlc(seq), |now| Hlc::tick(Hlc::default(), now)),
            beacon: Some(Timestamp(0)).filter(|_| seq.is_multiple_of(2)),
        };
        let mut salt = [self.device[0]; 16];
        salt[..8].copy_from_slice(&seq.to_be_bytes());
        let record = Record::seal(header, salt, body);
        self.head = self.head.after(&record);
        self.records.push(record);
        self.head.chain.revision()
    }

    /// Forgets what it sealed behind a number: whatever it seals next stands in the same places.
    pub fn forget_behind(&mut self, seq: u64) {
        self.head = self.head_at(seq);
        self.records.truncate(usize::try_from(seq).unwrap_or(0));
    }

    /// The batch of everything behind a number.
    ///
    /// # Errors
    /// There is nothing, or too much.
    pub fn batch_behind(&self, seq: u64) -> anyhow::Result<Batch> {
        let first = usize::try_from(seq)?;
        let contents = Contents {
            office: self.office(),
            recipient: None,
            before: self.head_at(seq),
            records: &self.records[first..],
            earlier: &NothingEarlier,
            journal: (0, JournalChain([0; 32])),
        };
        let tools = Tools {
            compressor: &Zstd,
            signer: &self.keys,
        };
        Ok(build(&contents, &tools)?.batch)
    }

    fn head_at(&self, seq: u64) -> Head {
        let first = usize::try_from(seq).unwrap_or(usize::MAX);
        self.records
            .iter()
            .take(first)
            .fold(self.start, |head, record| head.after(record))
    }

    /// Sends bytes under a name as one whole upload.
    ///
    /// # Errors
    /// No answer came.
    pub fn send_bytes(&self, name: &[u8; 16], bytes: &[u8]) -> anyhow::Result<Answer> {
        let length = bytes.len().to_string();
        let token = format!("Bearer {}", self.token);
        let headers = [
            ("authorization", token.as_str()),
            ("content-type", "application/offset+octet-stream"),
            ("tus-resumable", "1.0.0"),
            ("upload-offset", "0"),
            ("upload-length", &length),
        ];
        let path = format!("/v1/up/{}", hexadecimal(name));
        http::ask(self.server, ("PATCH", &path), &headers, bytes)
    }

    /// Sends a batch; what the centre says to it.
    ///
    /// # Errors
    /// The answer is none of the protocol.
    pub fn send(&self, batch: &Batch) -> anyhow::Result<AppendAnswer> {
        let answer = self.send_bytes(&batch.upload().0, batch.bytes())?;
        AppendAnswer::from_bytes(&answer.body).with_context(|| format!("{answer:?}"))
    }

    /// Sends everything behind a number; what became of each record, by the centre's receipt.
    ///
    /// # Errors
    /// It was refused.
    pub fn deliver_behind(&self, seq: u64) -> anyhow::Result<Vec<OutcomeCode>> {
        match self.send(&self.batch_behind(seq)?)? {
            AppendAnswer::Taken(receipt) => {
                anyhow::ensure!(
                    receipt.through == Position::from(self.head),
                    "for another place: {receipt:?}"
                );
                Ok(receipt.each().map(|(_, outcome)| outcome).collect())
            }
            other => anyhow::bail!("not taken: {other:?}"),
        }
    }
}

/// The header of every message.
pub const CBOR: [(&str, &str); 1] = [("content-type", "application/cbor")];

/// Bytes as text.
#[must_use]
pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing into a String never fails.
        let _infallible = write!(text, "{byte:02x}");
        text
    })
}
