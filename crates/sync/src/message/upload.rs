//! Answers to uploaded bytes.

use super::{Position, Receipt};

/// What the centre answers to bytes of an upload, or to the question how many it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AppendAnswer {
    /// It holds this many bytes; the next byte to send. Less than all of them.
    Offset(u64),
    /// All bytes are there and the batch was taken in: what became of it.
    Taken(Box<Receipt>),
    /// All bytes are there, and the batch cannot be taken in.
    Refused(Refusal),
}

/// Why a batch cannot be taken in. Nothing of it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Refusal {
    /// The bytes are damaged. They are forgotten; the device sends them again from the first.
    #[error("the bytes of the batch are damaged")]
    Damaged,
    /// Records before the batch are missing.
    #[error("records before the batch are missing")]
    Gap {
        /// Up to where the centre holds the stream; `None` when it holds nothing.
        head: Option<Position>,
    },
    /// The centre does not know the device.
    #[error("the device is not enrolled")]
    UnknownDevice,
    /// The signature does not fit the device's key.
    #[error("the signature of the batch does not fit the device's key")]
    WrongSignature,
    /// The records do not form the chain that the checkpoint names.
    #[error("the records of the batch do not form the signed chain")]
    BrokenChain,
    /// A newer program wrote the envelope.
    #[error("the envelope is newer than the centre")]
    NewerEnvelope,
}
