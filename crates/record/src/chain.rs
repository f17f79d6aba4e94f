//! The hash chain of a stream. What is hashed here is frozen: a golden test holds it.

use crate::Header;
use std::fmt;

/// The chain's value at one place of a stream: it stands for everything up to there.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Chain(pub [u8; 32]);

/// A revision of a document: the first half of the chain's value where it was sealed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Revision(pub [u8; 16]);

impl Chain {
    /// The revision that the record at this place made.
    #[must_use]
    pub fn revision(&self) -> Revision {
        let mut revision = [0; 16];
        revision.copy_from_slice(&self.0[..16]);
        Revision(revision)
    }
}

/// The chain's value before the first record: it binds the stream to its database and device.
#[must_use]
pub fn chain_zero(
    database_id: &[u8; 16],
    device_id: &[u8; 16],
    device_public: &[u8; 32],
    incarnation: &[u8; 16],
) -> Chain {
    let mut hasher = blake3::Hasher::new_derive_key("kinerja chain zero v1");
    hasher
        .update(database_id)
        .update(device_id)
        .update(device_public)
        .update(incarnation);
    Chain(hasher.finalize().into())
}

/// The chain's value after one more record.
#[must_use]
pub fn next_chain(previous: &Chain, header: &Header, body_hash: &[u8; 32]) -> Chain {
    let mut hasher = blake3::Hasher::new_derive_key("kinerja chain v1");
    hasher
        .update(&previous.0)
        .update(&header.bytes())
        .update(body_hash);
    Chain(hasher.finalize().into())
}

/// The hash that stands for a body in the chain.
///
/// The salt goes when the body is erased, so that nobody can find a short body again by
/// trying what it may have been.
#[must_use]
pub fn body_hash(salt: &[u8; 16], body: &[u8]) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new_derive_key("kinerja body v1");
    hasher.update(salt).update(body);
    hasher.finalize().into()
}

impl fmt::Debug for Chain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Chain(")?;
        hex(f, &self.0)?;
        f.write_str(")")
    }
}

impl fmt::Debug for Revision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Revision(")?;
        hex(f, &self.0)?;
        f.write_str(")")
    }
}

pub(crate) fn hex(f: &mut fmt::Formatter<'_>, bytes: &[u8]) -> fmt::Result {
    bytes.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
}
