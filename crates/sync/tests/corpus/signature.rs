//! The real signatures.

use sync::message::{PublicKey, Signature};
use sync::{SignatureCheck, Signer, Statement};
use vault::DeviceKey;

pub struct Ed25519(DeviceKey);

impl Ed25519 {
    pub fn new() -> Self {
        Self(DeviceKey::from_secret(&[9; 32]))
    }

    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.public())
    }
}

impl Signer for Ed25519 {
    fn sign(&self, statement: Statement<'_>) -> Signature {
        Signature(self.0.sign(statement.context, statement.message))
    }
}

impl SignatureCheck for Ed25519 {
    fn fits(&self, key: &PublicKey, statement: Statement<'_>, signature: &Signature) -> bool {
        vault::verify(&key.0, statement.context, statement.message, &signature.0).is_ok()
    }
}
