//! Beacons: the centre's time, which a wall clock is not.

use super::{Signature, SigningBytes};
use crate::signature::{NOT_SIGNED, Unsigned};
use domain::Timestamp;

/// A time of the centre. A record that carries it was not made before it; the PC's own clock has
/// no say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Beacon {
    /// The centre's time.
    pub time: Timestamp,
    /// The centre's signature over [`Self::signing_bytes`].
    pub signature: Signature,
}

impl Beacon {
    /// A time of the centre, to be signed.
    #[must_use]
    pub const fn at(time: Timestamp) -> Unsigned<Self> {
        Unsigned::new(Self {
            time,
            signature: NOT_SIGNED,
        })
    }

    /// What the centre signs.
    #[must_use]
    pub fn signing_bytes(&self) -> Vec<u8> {
        SigningBytes::of("kinerja beacon v1")
            .time(self.time)
            .finish()
    }
}
