//! Packets: what travels on a stick where there is no line.
//!
//! A packet is a head that a person can read, then the same batches that would go over the line,
//! sealed to the key of whom it is for, then a hash of all of it. A stick is lost more easily than
//! a line is tapped, so nothing about a person stands outside the seal.
//!
//! ```text
//! kinerja-luring packet 1
//! holds: records
//! office: 0192…            id, 32 hexadecimal digits
//! device: 0192…            id
//! for: 5be1…               key, by the first 16 bytes of its BLAKE3 hash
//! first: 70001
//! last: 70060
//! sealed: 23188            bytes
//!
//! <sealed bytes><BLAKE3, 32 bytes>
//! ```
//!
//! Sealing needs random bytes, so it stands behind the traits [`Sealer`] and [`Opener`]; the
//! programs seal with age, and a person who has the key can open a packet with the tool `age`
//! alone.

mod head;
mod part;
mod seal;

pub use head::{Holds, PacketHead};
pub use part::{Part, PartKind};
pub use seal::{Opener, SealError, Sealer};

use crate::limits::MAX_PACKET_BYTES;

const HASH_BYTES: usize = 32;

/// Why bytes are no packet, or cannot be written as one.
#[derive(Debug, thiserror::Error)]
pub enum PacketError {
    /// More bytes, or more parts, than a packet may have.
    #[error("the packet is larger than {MAX_PACKET_BYTES} bytes")]
    TooLarge,
    /// The bytes do not begin as a packet does.
    #[error("the bytes are no packet")]
    NoPacket,
    /// A newer program wrote it.
    #[error("version {version} of the packet is newer than this program")]
    Newer {
        /// The version.
        version: u32,
    },
    /// The hash differs: the file was changed, or only a part of it was copied.
    #[error("the packet was changed, or only a part of it was copied")]
    Changed,
    /// The hash is right and the head is not.
    #[error("line {line} of the packet's head is damaged")]
    Head {
        /// Which line, from 1.
        line: usize,
    },
    /// It cannot be sealed or opened.
    #[error("the packet cannot be sealed or opened")]
    Sealed {
        /// Why.
        #[source]
        source: SealError,
    },
    /// What was sealed is no list of parts.
    #[error("what the packet holds is damaged")]
    Parts,
}

/// A packet as a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PacketFile {
    /// The name that it should have: short, and one that FAT32 accepts.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Seals parts into a packet.
///
/// # Errors
/// [`PacketError::TooLarge`], and [`PacketError::Sealed`] when the sealer refuses.
pub fn write(
    head: &PacketHead,
    parts: &[Part],
    sealer: &dyn Sealer,
) -> Result<PacketFile, PacketError> {
    let sealed = sealer
        .seal(&part::join(parts))
        .map_err(|source| PacketError::Sealed { source })?;
    let mut bytes = head.lines(sealed.len()).into_bytes();
    bytes.extend_from_slice(&sealed);
    let hash = blake3::hash(&bytes);
    bytes.extend_from_slice(hash.as_bytes());
    if bytes.len() > MAX_PACKET_BYTES || parts.len() > part::MAX_PARTS {
        return Err(PacketError::TooLarge);
    }
    Ok(PacketFile {
        name: head.file_name(&hash),
        bytes,
    })
}

/// A packet whose bytes are whole. It says for whom it is; what it holds is still sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Packet<'b> {
    head: PacketHead,
    sealed: &'b [u8],
}

impl<'b> Packet<'b> {
    /// Reads the outside of a packet.
    ///
    /// # Errors
    /// [`PacketError`] when it is too large, none, a newer program's, or not whole.
    pub fn parse(bytes: &'b [u8]) -> Result<Self, PacketError> {
        if bytes.len() > MAX_PACKET_BYTES {
            return Err(PacketError::TooLarge);
        }
        head::check_version(bytes)?;
        let (content, hash) = bytes
            .split_last_chunk::<HASH_BYTES>()
            .ok_or(PacketError::Changed)?;
        if blake3::hash(content) != *hash {
            return Err(PacketError::Changed);
        }
        let (head, sealed) = PacketHead::split(content)?;
        Ok(Self { head, sealed })
    }

    /// What can be read without the key.
    #[must_use]
    pub const fn head(&self) -> &PacketHead {
        &self.head
    }

    /// Opens the seal.
    ///
    /// # Errors
    /// [`PacketError::Sealed`] when the key does not fit; [`PacketError::Parts`] when something
    /// else than parts was sealed.
    pub fn open(&self, opener: &dyn Opener) -> Result<Vec<Part>, PacketError> {
        let plain = opener
            .open(self.sealed, MAX_PACKET_BYTES)
            .map_err(|source| PacketError::Sealed { source })?;
        part::split(&plain).ok_or(PacketError::Parts)
    }
}
