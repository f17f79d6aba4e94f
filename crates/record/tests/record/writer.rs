//! A device that seals documents into its stream.

use crate::samples::id;
use domain::{Document, Timestamp, UserId};
use record::{
    Bookkeeping, Encoded, Head, Header, Hlc, KindNumber, Link, Placed, Record, Revision, Stream,
    chain_zero, encode, encode_bookkeeping,
};

/// The device and what it has written.
pub struct Writer {
    /// The head before the first record.
    pub start: Head,
    /// The head now.
    pub head: Head,
    /// Every record with its chain value.
    pub links: Vec<Link>,
    /// The beacon that the next records carry.
    pub beacon: Option<Timestamp>,
}

impl Writer {
    /// A new device.
    pub fn new(device: u8) -> Self {
        let stream = Stream::new(&[device; 16], &[device ^ 0xff; 16]);
        let chain = chain_zero(&[1; 16], &[device; 16], &[device; 32], &[device ^ 0xff; 16]);
        let start = Head::start(stream, chain);
        Self {
            start,
            head: start,
            links: Vec::new(),
            beacon: None,
        }
    }

    /// Seals a document upon a revision; answers the new one.
    pub fn seal(&mut self, document: &Document, base: Option<Revision>) -> Revision {
        self.seal_body(
            document.kind().into(),
            document.id(),
            (encode(document), base),
        )
    }

    /// Seals bookkeeping.
    pub fn note(&mut self, body: &Bookkeeping) -> Revision {
        self.seal_body(
            body.kind().into(),
            body.doc_id(),
            (encode_bookkeeping(body), None),
        )
    }

    /// Seals any bytes at all.
    pub fn seal_body(
        &mut self,
        kind: KindNumber,
        doc_id: uuid::Uuid,
        (body, base_rev): (Encoded, Option<Revision>),
    ) -> Revision {
        let seq = self.head.seq + 1;
        let header = Header {
            stream: self.head.stream,
            seq,
            kind,
            schema: body.schema,
            doc_id,
            base_rev,
            actor: UserId(id(90)),
            hlc: Hlc::tick(Hlc(seq), Timestamp(1_790_000_000_000_000)),
            beacon: self.beacon,
        };
        let record = Record::seal(header, [seq.to_le_bytes()[0]; 16], body);
        self.head = self.head.after(&record);
        self.links.push(Link {
            record,
            chain: Some(self.head.chain),
        });
        self.head.chain.revision()
    }

    /// The records at their places, for the fold.
    pub fn placed(&self) -> impl DoubleEndedIterator<Item = Placed<'_>> {
        self.links.iter().map(|link| Placed {
            record: &link.record,
            chain: link.chain.expect("the writer notes the chain"),
        })
    }

    /// The last record at its place.
    pub fn last(&self) -> Placed<'_> {
        self.placed().next_back().expect("something was sealed")
    }
}
