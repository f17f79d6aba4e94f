//! What a packet holds: bytes that would go over the line.

use crate::columns::{Cursor, put};

/// The most parts of a packet.
pub(super) const MAX_PARTS: usize = 4096;

/// What a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartKind {
    /// A [`crate::batch::Batch`].
    Batch,
    /// A [`crate::message::HelloAnswer`] without a question: beacon, heads, feeds.
    Answer,
    /// A [`crate::message::Receipt`].
    Receipt,
    /// A [`crate::message::PackOffer`].
    Offer,
    /// A pack, see [`crate::wire::open_pack`].
    Pack,
    /// A [`crate::wire::SignedHello`]: how far the device has read, so that the answer can bring
    /// what follows.
    Hello,
    /// Something that only a newer program knows; it is passed over.
    Newer(u8),
}

impl PartKind {
    const fn number(self) -> u8 {
        match self {
            Self::Batch => 0,
            Self::Answer => 1,
            Self::Receipt => 2,
            Self::Offer => 3,
            Self::Pack => 4,
            Self::Hello => 5,
            Self::Newer(number) => number,
        }
    }

    const fn from_number(number: u8) -> Self {
        match number {
            0 => Self::Batch,
            1 => Self::Answer,
            2 => Self::Receipt,
            3 => Self::Offer,
            4 => Self::Pack,
            5 => Self::Hello,
            newer => Self::Newer(newer),
        }
    }
}

/// A part of a packet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is.
    pub kind: PartKind,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The parts, one behind the other.
pub(super) fn join(parts: &[Part]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for part in parts {
        bytes.push(part.kind.number());
        put(&mut bytes, part.bytes.len() as u64);
        bytes.extend_from_slice(&part.bytes);
    }
    bytes
}

pub(super) fn split(bytes: &[u8]) -> Option<Vec<Part>> {
    let mut cursor = Cursor::new(bytes);
    let mut parts = Vec::new();
    while !cursor.is_empty() {
        if parts.len() == MAX_PARTS {
            return None;
        }
        let kind = PartKind::from_number(cursor.byte().ok()?);
        let length = cursor.length().ok()?;
        let bytes = cursor.take(length).ok()?.to_vec();
        parts.push(Part { kind, bytes });
    }
    Some(parts)
}
