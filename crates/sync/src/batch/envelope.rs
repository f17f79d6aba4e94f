//! What a batch says of itself before its records.

use crate::message::{OfficeId, Signature};
use minicbor::bytes::ByteArray;
use minicbor::{Decode, Encode};
use record::journal::JournalChain;
use record::{Chain, Checkpoint, Head, Stream};

/// What a batch says of itself before its records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Envelope {
    /// The office whose device wrote it.
    pub office: OfficeId,
    /// The key of the centre that it is meant for, by the first 16 bytes of its BLAKE3 hash;
    /// `None` when any centre may have it.
    pub recipient: Option<[u8; 16]>,
    /// Where the stream stood before its first record.
    pub before: Head,
    /// How many records it has; never 0.
    pub count: u32,
    /// What the device signed: the stream behind its last record.
    pub checkpoint: Checkpoint,
    /// The signature over the checkpoint.
    pub signature: Signature,
}

impl Envelope {
    /// The number of its first record.
    #[must_use]
    pub const fn first_seq(&self) -> u64 {
        self.before.seq + 1
    }
}

/// How it travels. The stream stands once, and the checkpoint's number follows from the first
/// record's and how many there are.
#[derive(Encode, Decode)]
#[cbor(array)]
pub(super) struct EnvelopeForm {
    #[n(0)]
    office: ByteArray<16>,
    #[n(1)]
    recipient: Option<ByteArray<16>>,
    #[n(2)]
    stream: ByteArray<32>,
    #[n(3)]
    first_seq: u64,
    #[n(4)]
    count: u32,
    #[n(5)]
    chain_before: ByteArray<32>,
    #[n(6)]
    chain: ByteArray<32>,
    #[n(7)]
    journal_seq: u64,
    #[n(8)]
    journal_chain: ByteArray<32>,
    #[n(9)]
    signature: ByteArray<64>,
}

impl From<&Envelope> for EnvelopeForm {
    fn from(envelope: &Envelope) -> Self {
        let checkpoint = &envelope.checkpoint;
        Self {
            office: envelope.office.0.into(),
            recipient: envelope.recipient.map(Into::into),
            stream: envelope.before.stream.0.into(),
            first_seq: envelope.first_seq(),
            count: envelope.count,
            chain_before: envelope.before.chain.0.into(),
            chain: checkpoint.chain.0.into(),
            journal_seq: checkpoint.journal_seq,
            journal_chain: checkpoint.journal_chain.0.into(),
            signature: envelope.signature.0.into(),
        }
    }
}

impl EnvelopeForm {
    /// The envelope; nothing when its numbers cannot be.
    pub(super) fn envelope(self) -> Option<Envelope> {
        let stream = Stream(self.stream.into());
        let seq = self.first_seq.checked_sub(1)?;
        let through_seq = seq.checked_add(u64::from(self.count))?;
        (self.count > 0).then(|| Envelope {
            office: OfficeId(self.office.into()),
            recipient: self.recipient.map(Into::into),
            before: Head {
                stream,
                seq,
                chain: Chain(self.chain_before.into()),
            },
            count: self.count,
            checkpoint: Checkpoint {
                stream,
                through_seq,
                chain: Chain(self.chain.into()),
                journal_seq: self.journal_seq,
                journal_chain: JournalChain(self.journal_chain.into()),
            },
            signature: Signature(self.signature.into()),
        })
    }
}
