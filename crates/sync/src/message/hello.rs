//! The first round trip of a session.

use super::{
    Beacon, DeviceId, Epoch, Feed, FeedPosition, Nonce, Position, Receipt, Signature, SigningBytes,
    UploadId, WireVersion,
};
use record::Stream;

/// What a device asks. It is signed by the device's key; the form of the signature is the wire's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hello {
    /// The device.
    pub device: DeviceId,
    /// New for each question; the answer repeats it.
    pub nonce: Nonce,
    /// The newest version that the device speaks.
    pub wire_version: WireVersion,
    /// The newest epoch that the device has seen.
    pub epoch: Epoch,
    /// Streams that are not wholly acknowledged, and the current one.
    pub streams: Vec<StreamClaim>,
    /// The uploads that are not finished.
    pub uploads: Vec<AnnouncedUpload>,
    /// How far the device has read each feed.
    pub feeds: Vec<FeedState>,
}

/// Where the device stands with one of its streams.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct StreamClaim {
    /// The stream.
    pub stream: Stream,
    /// Its last sealed record.
    pub head: Position,
    /// Up to where the device has a verified receipt.
    pub acknowledged: Position,
}

/// A batch that the device will send or go on sending.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AnnouncedUpload {
    /// The upload.
    pub id: UploadId,
    /// Its whole length in bytes.
    pub length: u64,
}

/// How far a feed has been read, or how far it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FeedState {
    /// Which feed.
    pub feed: Feed,
    /// The position.
    pub position: FeedPosition,
}

/// What the centre answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelloAnswer {
    /// The question's nonce.
    pub nonce: Nonce,
    /// The version that both will speak.
    pub wire_version: WireVersion,
    /// The life of the centre's database.
    pub epoch: Epoch,
    /// Whether the device may still write.
    pub standing: Standing,
    /// The centre's time.
    pub beacon: Beacon,
    /// One for each claimed stream, in the same order.
    pub streams: Vec<StreamAnswer>,
    /// One for each announced upload, in the same order.
    pub uploads: Vec<KnownUpload>,
    /// For each feed that the device may read: how far it goes.
    pub feeds: Vec<FeedState>,
    /// For each feed of the question, in its order: up to where the reading is still true. Less
    /// than what the device has read when the centre was restored since.
    pub feeds_valid_through: Vec<u64>,
    /// Receipts for records that the centre holds beyond the acknowledged place, oldest first,
    /// as many as fit; the rest is asked for.
    pub receipts: Vec<Receipt>,
    /// The centre's signature over [`Self::signing_bytes`].
    pub signature: Signature,
}

/// What the centre holds of a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct StreamAnswer {
    /// The stream.
    pub stream: Stream,
    /// The furthest of the positions named in the question that the centre knows too; number 0
    /// when it knows none of them.
    pub shared_seq: u64,
    /// The end of the line of records that the shared position lies on. When the device has the
    /// same chain there, the centre has everything up to it.
    pub line_head: Option<Position>,
    /// Where that line branched off, when it is a fork: the device opens a new stream.
    pub forked_at: Option<u64>,
}

/// How much of an upload has arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct KnownUpload {
    /// The upload.
    pub id: UploadId,
    /// Bytes that the centre holds; the next byte to send. 0 for one that it does not know.
    pub offset: u64,
}

/// Whether a device may write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// It may.
    Valid,
    /// It was revoked: what it sends is set aside for a person.
    Revoked,
}

impl HelloAnswer {
    /// What the centre signs: everything but the signature. Receipts carry their own.
    #[must_use]
    pub fn signing_bytes(&self) -> Vec<u8> {
        let mut bytes = SigningBytes::of("kinerja hello answer v1")
            .fixed(&self.nonce.0)
            .number(self.wire_version.0.into())
            .number(self.epoch.0.into())
            .number(match self.standing {
                Standing::Valid => 0,
                Standing::Revoked => 1,
            })
            .time(self.beacon.time)
            .number(count(&self.streams));
        for answer in &self.streams {
            bytes = bytes
                .fixed(&answer.stream.0)
                .number(answer.shared_seq)
                .number(answer.forked_at.unwrap_or(0));
            bytes = match answer.line_head {
                Some(head) => bytes.number(1).number(head.seq).fixed(&head.chain.0),
                None => bytes.number(0),
            };
        }
        bytes = bytes.number(count(&self.uploads));
        for upload in &self.uploads {
            bytes = bytes.fixed(&upload.id.0).number(upload.offset);
        }
        bytes = bytes.number(count(&self.feeds));
        for state in &self.feeds {
            bytes = bytes
                .part(&state.feed.signed_form())
                .number(state.position.seq)
                .fixed(&state.position.chain);
        }
        bytes = bytes.number(count(&self.feeds_valid_through));
        for seq in &self.feeds_valid_through {
            bytes = bytes.number(*seq);
        }
        bytes.finish()
    }
}

fn count<T>(list: &[T]) -> u64 {
    u64::try_from(list.len()).unwrap_or(u64::MAX)
}
