//! Seals by age.

use age::x25519::{Identity, Recipient};
use bech32::{Bech32, Hrp};
use std::io::{Read as _, Write as _};
use sync::packet::{SealError, Sealer};
use zeroize::Zeroizing;

/// How age names a secret in its text form.
const SECRET_PREFIX: &str = "age-secret-key-";
/// The seal's key is another one than the signature's: nothing is ever both signed and opened by
/// the same numbers.
const CONTEXT: &str = "kinerja luring 2026 seal key v1";

/// Somebody's public seal key: what is sealed to it, only that side opens.
#[derive(Clone)]
pub struct SealedTo(Recipient);

/// The text is no key that can be sealed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the text is no key to seal to")]
pub struct NoSealKey;

impl SealedTo {
    /// The key of its text, `age1…`.
    ///
    /// # Errors
    /// [`NoSealKey`] when it is none.
    pub fn parse(text: &str) -> Result<Self, NoSealKey> {
        text.parse().map(Self).map_err(|_| NoSealKey)
    }

    /// The name of the key in the head of a packet: the first 16 bytes of the BLAKE3 hash of its
    /// text.
    #[must_use]
    pub fn name(&self) -> [u8; 16] {
        let mut name = [0; 16];
        name.copy_from_slice(&blake3::hash(self.0.to_string().as_bytes()).as_bytes()[..16]);
        name
    }
}

impl Sealer for SealedTo {
    fn seal(&self, plain: &[u8]) -> Result<Vec<u8>, SealError> {
        let recipients = std::iter::once(&self.0 as &dyn age::Recipient);
        let encryptor = age::Encryptor::with_recipients(recipients).map_err(refused)?;
        let mut sealed = Vec::new();
        let mut writer = encryptor.wrap_output(&mut sealed).map_err(refused)?;
        writer.write_all(plain).map_err(refused)?;
        writer.finish().map_err(refused)?;
        Ok(sealed)
    }
}

/// The secret half that belongs to the secret of one side.
pub(crate) fn identity(secret: &[u8; 32]) -> Result<Identity, SealError> {
    let derived = Zeroizing::new(blake3::derive_key(CONTEXT, secret));
    let prefix = Hrp::parse(SECRET_PREFIX).map_err(refused)?;
    let text = bech32::encode::<Bech32>(prefix, derived.as_slice()).map_err(refused)?;
    Zeroizing::new(text.to_uppercase()).parse().map_err(refused)
}

pub(crate) fn open(identity: &Identity, sealed: &[u8], most: usize) -> Result<Vec<u8>, SealError> {
    let decryptor = age::Decryptor::new(sealed).map_err(refused)?;
    let identity = std::iter::once(identity as &dyn age::Identity);
    let reader = decryptor.decrypt(identity).map_err(refused)?;
    let mut plain = Vec::new();
    // One byte more than is allowed tells that there is more.
    let limit = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    reader
        .take(limit)
        .read_to_end(&mut plain)
        .map_err(refused)?;
    if plain.len() > most {
        return Err(refused("more bytes than a packet may hold"));
    }
    Ok(plain)
}

fn refused(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> SealError {
    SealError(error.into())
}
