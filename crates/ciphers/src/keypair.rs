//! What one side signs with and opens seals with.

use crate::seal;
use age::x25519::Identity;
use std::fmt;
use sync::message::{PublicKey, Signature};
use sync::packet::{Opener, SealError};
use sync::{Signer, Statement};
use vault::DeviceKey;

/// The two keys of one side, both from one secret: Ed25519 to sign, X25519 to open seals.
pub struct Keypair {
    signing: DeviceKey,
    seal: Identity,
}

impl Keypair {
    /// The keys that belong to a secret.
    ///
    /// # Errors
    /// [`SealError`] never, unless the library of seals refuses a key that it should take.
    pub fn from_secret(secret: &[u8; 32]) -> Result<Self, SealError> {
        Ok(Self {
            signing: DeviceKey::from_secret(secret),
            seal: seal::identity(secret)?,
        })
    }

    /// What others check signatures with.
    #[must_use]
    pub fn public(&self) -> PublicKey {
        PublicKey(self.signing.public())
    }

    /// What others seal to: `age1…`.
    #[must_use]
    pub fn seal_to(&self) -> String {
        self.seal.to_public().to_string()
    }
}

impl Signer for Keypair {
    fn sign(&self, statement: Statement<'_>) -> Signature {
        Signature(self.signing.sign(statement.context, statement.message))
    }
}

impl Opener for Keypair {
    fn open(&self, sealed: &[u8], most: usize) -> Result<Vec<u8>, SealError> {
        seal::open(&self.seal, sealed, most)
    }
}

impl fmt::Debug for Keypair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keypair(..)")
    }
}
