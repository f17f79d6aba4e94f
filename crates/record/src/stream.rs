//! Streams and where they stand.

use crate::chain::hex;
use crate::{Chain, Record, next_chain};
use std::fmt;

/// A device in one incarnation: device id ‖ incarnation. Only that device writes the stream.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stream(pub [u8; 32]);

impl Stream {
    /// The stream of a device in one incarnation.
    #[must_use]
    pub fn new(device_id: &[u8; 16], incarnation: &[u8; 16]) -> Self {
        let mut stream = [0; 32];
        stream[..16].copy_from_slice(device_id);
        stream[16..].copy_from_slice(incarnation);
        Self(stream)
    }

    /// The device.
    #[must_use]
    pub fn device_id(&self) -> [u8; 16] {
        let mut id = [0; 16];
        id.copy_from_slice(&self.0[..16]);
        id
    }

    /// The incarnation: another one after a backup was restored or a disk was cloned.
    #[must_use]
    pub fn incarnation(&self) -> [u8; 16] {
        let mut incarnation = [0; 16];
        incarnation.copy_from_slice(&self.0[16..]);
        incarnation
    }
}

impl fmt::Debug for Stream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Stream(")?;
        hex(f, &self.0)?;
        f.write_str(")")
    }
}

/// How far a stream is known: a contiguous prefix, never a maximum that could hide a hole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Head {
    /// Which stream.
    pub stream: Stream,
    /// The last record's number; 0 before the first.
    pub seq: u64,
    /// The chain's value there.
    pub chain: Chain,
}

impl Head {
    /// The head before the first record; `chain` is [`crate::chain_zero`].
    #[must_use]
    pub const fn start(stream: Stream, chain: Chain) -> Self {
        Self {
            stream,
            seq: 0,
            chain,
        }
    }

    /// The head after this record. Whether the record belongs there, [`crate::verify_stream`]
    /// tells.
    #[must_use]
    pub fn after(&self, record: &Record) -> Self {
        Self {
            stream: self.stream,
            seq: record.header.seq,
            chain: next_chain(&self.chain, &record.header, &record.body_hash),
        }
    }
}
