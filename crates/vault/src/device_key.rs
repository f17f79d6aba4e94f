//! What a device signs with.

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};

/// The Ed25519 key of a device.
///
/// What is signed is never the message itself but its BLAKE3 hash derived under a *context*, such
/// as `"kinerja checkpoint v1"`. A signature made for one context is worthless in every other one,
/// so that nobody can present a signed checkpoint as, say, a signed enrolment request. A context is
/// written once in the program, belongs to one use and is never changed after a release.
pub struct DeviceKey {
    signing: SigningKey,
}

impl DeviceKey {
    /// The key that belongs to the device's secret; see [`KeySet::device_key`](crate::KeySet::device_key).
    #[must_use]
    pub fn from_secret(secret: &[u8; 32]) -> Self {
        Self {
            signing: SigningKey::from_bytes(secret),
        }
    }

    /// The public half: what others check signatures with, and what names the device.
    #[must_use]
    pub fn public(&self) -> [u8; 32] {
        self.signing.verifying_key().to_bytes()
    }

    /// Signs `message` for the use that `context` names.
    #[must_use]
    pub fn sign(&self, context: &'static str, message: &[u8]) -> [u8; 64] {
        self.signing
            .sign(&blake3::derive_key(context, message))
            .to_bytes()
    }
}

impl std::fmt::Debug for DeviceKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("DeviceKey(..)")
    }
}

/// Checks that the device with this public key signed `message` for the use `context`.
///
/// # Errors
/// [`SignatureError::PublicKey`] if the 32 bytes are no public key, or a degenerate one under
/// which foreign signatures would pass; [`SignatureError::Mismatch`] if anything was changed.
pub fn verify(
    public: &[u8; 32],
    context: &'static str,
    message: &[u8],
    signature: &[u8; 64],
) -> Result<(), SignatureError> {
    let key = VerifyingKey::from_bytes(public).map_err(|_| SignatureError::PublicKey)?;
    if key.is_weak() {
        return Err(SignatureError::PublicKey);
    }
    key.verify_strict(
        &blake3::derive_key(context, message),
        &Signature::from_bytes(signature),
    )
    .map_err(|_| SignatureError::Mismatch)
}

/// Why a signature does not count.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum SignatureError {
    /// The public key is not one.
    #[error("these bytes are no usable public key")]
    PublicKey,
    /// Another key, another context, another message, or a changed signature.
    #[error("the signature does not belong to this key, context and message")]
    Mismatch,
}
