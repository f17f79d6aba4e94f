//! The seal that the programs use: age, to an X25519 key.

use age::x25519::Identity;
use std::io::{Read as _, Write as _};
use sync::packet::{Opener, SealError, Sealer};

pub struct AgeKey(Identity);

impl AgeKey {
    pub fn generate() -> Self {
        Self(Identity::generate())
    }
}

fn refused(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> SealError {
    SealError(error.into())
}

impl Sealer for AgeKey {
    fn seal(&self, plain: &[u8]) -> Result<Vec<u8>, SealError> {
        let recipient = self.0.to_public();
        let recipients = std::iter::once(&recipient as &dyn age::Recipient);
        let encryptor = age::Encryptor::with_recipients(recipients).map_err(refused)?;
        let mut sealed = Vec::new();
        let mut writer = encryptor.wrap_output(&mut sealed).map_err(refused)?;
        writer.write_all(plain).map_err(refused)?;
        writer.finish().map_err(refused)?;
        Ok(sealed)
    }
}

impl Opener for AgeKey {
    fn open(&self, sealed: &[u8], most: usize) -> Result<Vec<u8>, SealError> {
        let decryptor = age::Decryptor::new(sealed).map_err(refused)?;
        let identity = std::iter::once(&self.0 as &dyn age::Identity);
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
}
