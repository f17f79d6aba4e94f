//! Newtypes of the protocol.

use std::fmt;

macro_rules! byte_ids {
    ($($(#[$meta:meta])* $name:ident($length:literal)),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; $length]);

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "("))?;
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))?;
                f.write_str(")")
            }
        }
    )+};
}

byte_ids! {
    /// An office, as the centre numbers it.
    OfficeId(16),
    /// A PC: the first half of each of its streams.
    DeviceId(16),
    /// An upload: the first 16 bytes of its batch's BLAKE3 hash, so that a retry is the same one.
    UploadId(16),
    /// A pack: the BLAKE3 hash of its bytes.
    PackId(32),
    /// Random bytes of a question, which the answer repeats so that it cannot be an old one.
    Nonce(16),
    /// An Ed25519 public key.
    PublicKey(32),
    /// An Ed25519 signature.
    Signature(64),
}

impl PublicKey {
    /// A short name of the key: the first 16 bytes of its BLAKE3 hash.
    #[must_use]
    pub fn fingerprint(&self) -> [u8; 16] {
        let mut fingerprint = [0; 16];
        fingerprint.copy_from_slice(&blake3::hash(&self.0).as_bytes()[..16]);
        fingerprint
    }
}

/// Which life of the centre's database: a restored one begins the next epoch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Epoch(pub u32);

/// Version of the wire's form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WireVersion(pub u16);
