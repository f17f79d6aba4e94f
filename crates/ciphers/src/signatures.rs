//! Checking Ed25519 signatures.

use sync::message::{PublicKey, Signature};
use sync::{SignatureCheck, Statement};

/// Checks Ed25519 signatures, strictly: no degenerate keys, no second form of a signature.
#[derive(Clone, Copy, Debug, Default)]
pub struct Signatures;

impl SignatureCheck for Signatures {
    fn fits(&self, key: &PublicKey, statement: Statement<'_>, signature: &Signature) -> bool {
        vault::verify(&key.0, statement.context, statement.message, &signature.0).is_ok()
    }
}
