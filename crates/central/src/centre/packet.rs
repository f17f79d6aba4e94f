//! Sticks: a packet or a request to join comes in, a file goes back.

use super::packs::NextPack;
use crate::{Centre, Trouble, tables};
use ciphers::SealedTo;
use sync::joining::{is_joining_file, read_request, write_answer};
use sync::message::{
    DeviceCertificate, EnrolmentOutcome, EnrolmentRefusal, Feed, FeedPosition, FeedQuery,
    FeedState, Hello, OfficeId, OutcomeCode, Position, Receipt, Refusal,
};
use sync::packet::{self, Holds, Packet, PacketHead, Part, PartKind};
use sync::wire::{Message as _, SignedHello};

/// So many bytes of feeds go on one stick at most; the rest goes on the next one.
const FEED_BYTES: usize = 16 * 1024 * 1024;

/// What came of a file from a stick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The name that the answer should have.
    pub name: String,
    /// The answer, for the same stick.
    pub answer: Vec<u8>,
    /// What it was.
    pub content: Content,
}

/// What a file from a stick was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// The office that it came from.
    pub office: Option<OfficeId>,
    /// Batches in it.
    pub batches: u64,
    /// Records of batches that were taken in, now or before.
    pub accepted: u64,
    /// Those of them that wait.
    pub held: u64,
    /// Batches that were refused, each with the reason.
    pub refused: Vec<Refusal>,
    /// Why a request to join was refused.
    pub not_enrolled: Option<EnrolmentRefusal>,
}

impl Centre {
    /// Takes a file from a stick in by the same way as bytes from a line, and makes the answer.
    /// The same file again changes nothing and gets an answer again.
    ///
    /// # Errors
    /// [`Trouble::WrongFile`] when it is no such file, was damaged, or is for another centre.
    pub async fn import(&self, file: &[u8]) -> Result<Imported, Trouble> {
        if is_joining_file(file) {
            return self.import_request(file).await;
        }
        let packet = Packet::parse(file).map_err(|error| Trouble::WrongFile(said(&error)))?;
        let own = SealedTo::parse(&self.seal_to()).map_err(|error| Trouble::Key(error.into()))?;
        let head = *packet.head();
        if head.holds != Holds::Records {
            return Err(Trouble::WrongFile("an answer of a centre, not records"));
        }
        if head.recipient != own.name() {
            return Err(Trouble::WrongFile("sealed to another centre"));
        }
        let device = self
            .database()
            .read(move |sql| Box::pin(tables::device::find(sql, head.device)))
            .await?
            .ok_or(Trouble::NotFound("device"))?;
        let parts = packet
            .open(self.keys())
            .map_err(|error| Trouble::WrongFile(said(&error)))?;
        let certificate = device.certificate;
        let (receipts, content) = self.take_parts_in(certificate.office, &parts).await?;
        let mut answer: Vec<Part> = receipts
            .iter()
            .map(|receipt| Part {
                kind: PartKind::Receipt,
                bytes: receipt.to_bytes(),
            })
            .collect();
        let hello = parts.iter().rfind(|part| part.kind == PartKind::Hello);
        let hello = hello.and_then(|part| SignedHello::from_bytes(&part.bytes).ok());
        answer.extend(self.news(&certificate, hello).await?);
        let seal = SealedTo::parse(&device.seal_to).map_err(|error| Trouble::Key(error.into()))?;
        let head = PacketHead {
            holds: Holds::Answer,
            office: certificate.office,
            recipient: seal.name(),
            ..head
        };
        let written =
            packet::write(&head, &answer, &seal).map_err(|error| Trouble::Packing(error.into()))?;
        Ok(Imported {
            name: written.name,
            answer: written.bytes,
            content,
        })
    }

    async fn import_request(&self, file: &[u8]) -> Result<Imported, Trouble> {
        let request =
            read_request(file).map_err(|_| Trouble::WrongFile("a damaged request to join"))?;
        let outcome = self.enrol(request).await?;
        let mut content = Content::default();
        match &outcome {
            EnrolmentOutcome::Enrolled(answer) => content.office = Some(answer.office()),
            EnrolmentOutcome::Refused(refusal) => content.not_enrolled = Some(*refusal),
        }
        Ok(Imported {
            name: "jawaban.gabung".to_owned(),
            answer: write_answer(&outcome),
            content,
        })
    }

    async fn take_parts_in(
        &self,
        office: OfficeId,
        parts: &[Part],
    ) -> Result<(Vec<Receipt>, Content), Trouble> {
        let mut content = Content {
            office: Some(office),
            ..Content::default()
        };
        let mut receipts = Vec::new();
        for part in parts.iter().filter(|part| part.kind == PartKind::Batch) {
            content.batches += 1;
            match self.ingest(office, part.bytes.clone()).await? {
                Ok(receipt) => {
                    content.accepted += receipt.each().count() as u64;
                    let held = |(_, code): &(u64, OutcomeCode)| {
                        matches!(code, OutcomeCode::Held(_) | OutcomeCode::UnknownKind)
                    };
                    content.held += receipt.each().filter(held).count() as u64;
                    receipts.push(receipt);
                }
                Err(refusal) => content.refused.push(refusal),
            }
        }
        Ok((receipts, content))
    }

    /// What the device has not read. One that does not say how far it is gets its feed from the
    /// beginning.
    async fn news(
        &self,
        device: &DeviceCertificate,
        asked: Option<SignedHello>,
    ) -> Result<Vec<Part>, Trouble> {
        let mut parts = Vec::new();
        let hello = asked
            .as_ref()
            .filter(|it| it.claimed_device() == device.device)
            .and_then(|it| it.verify(&device.key, &ciphers::Signatures))
            .cloned();
        if let Some(signed) = asked.filter(|_| hello.is_some())
            && let Some((_, answer)) = self.hello(signed).await?
        {
            let again = answer.receipts.iter().map(|receipt| Part {
                kind: PartKind::Receipt,
                bytes: receipt.to_bytes(),
            });
            parts.extend(again);
            parts.push(Part {
                kind: PartKind::Answer,
                bytes: answer.to_bytes(),
            });
        }
        let (readings, has) = readings(device, hello);
        let mut bytes = 0;
        for mut after in readings {
            while bytes < FEED_BYTES {
                let query = FeedQuery { after, has };
                let next = self.next_pack(device.office, query, u64::MAX).await?;
                let Some(NextPack::Along(offer, pack)) = next else {
                    break;
                };
                bytes += pack.len();
                after.position = offer.through;
                parts.push(Part {
                    kind: PartKind::Offer,
                    bytes: offer.to_bytes(),
                });
                parts.push(Part {
                    kind: PartKind::Pack,
                    bytes: pack.to_vec(),
                });
            }
        }
        Ok(parts)
    }
}

type Readings = (Vec<FeedState>, (record::Stream, Position));

fn readings(device: &DeviceCertificate, hello: Option<Hello>) -> Readings {
    let from_the_beginning = |feed| FeedState {
        feed,
        position: FeedPosition::default(),
    };
    let mut feeds = vec![
        from_the_beginning(Feed::Office(device.office)),
        from_the_beginning(Feed::Common),
    ];
    let nothing = Position {
        seq: 0,
        chain: record::Chain([0; 32]),
    };
    let mut has = (record::Stream::new(&device.device.0, &[0; 16]), nothing);
    if let Some(hello) = hello {
        for reading in &mut feeds {
            let told = hello.feeds.iter().find(|it| it.feed == reading.feed);
            *reading = told.copied().unwrap_or(*reading);
        }
        if let Some(claim) = hello.streams.iter().max_by_key(|claim| claim.head.seq) {
            has = (claim.stream, claim.head);
        }
    }
    (feeds, has)
}

const fn said(error: &packet::PacketError) -> &'static str {
    match error {
        packet::PacketError::TooLarge => "larger than a packet may be",
        packet::PacketError::NoPacket => "no packet",
        packet::PacketError::Newer { .. } => "a newer program's packet",
        packet::PacketError::Sealed { .. } => "sealed to another key",
        packet::PacketError::Changed
        | packet::PacketError::Head { .. }
        | packet::PacketError::Parts => "changed, or only partly copied",
    }
}
