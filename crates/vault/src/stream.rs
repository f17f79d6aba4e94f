//! Files, encrypted chunk by chunk: evidence and backups.
//!
//! The STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015) over XChaCha20-Poly1305, from
//! the RustCrypto crate `aead-stream`. The nonce of a chunk is the file's random prefix, the
//! chunk's number and a mark on the last one, so a chunk that was changed, left out, repeated,
//! moved or taken from another file does not open, and neither does a file that ends too early or
//! too late. Memory stays at one chunk, whatever the file claims to be.
//!
//! # The bytes
//!
//! `name and version (8) ‖ nonce prefix (19) ‖ chunks`. A chunk is 64 KiB of content and a tag of
//! 16 bytes; only the last one may be shorter.

mod open;
mod seal;

use std::io;

use aead_stream::{DecryptorBE32, EncryptorBE32, KeyInit};
use chacha20poly1305::{Key, XChaCha20Poly1305};
pub use open::{OpenReader, open_stream};
pub use seal::{SealWriter, seal_stream};
use zeroize::Zeroizing;

/// Bytes of content in a chunk.
pub const CHUNK: usize = 64 * 1024;
/// Length of the random beginning of the nonces of a file.
pub const NONCE_PREFIX: usize = 19;

const NAME_AND_VERSION: &[u8; 8] = b"kinseal1";
const TAG: usize = 16;

/// The key of a file, together with what the file must belong to.
///
/// `associated` is not stored in the file. Whoever opens it states it again; so content sealed as
/// the evidence `x` does not open as the evidence `y`.
pub struct StreamKey {
    key: Zeroizing<[u8; 32]>,
    associated: [u8; 32],
}

impl StreamKey {
    /// A key (one of [`derive()`](crate::derive())) for files that belong to `associated`.
    #[must_use]
    pub fn new(key: &[u8; 32], associated: &[u8]) -> Self {
        Self {
            key: Zeroizing::new(*key),
            // Hashed once, because each chunk authenticates it.
            associated: blake3::derive_key(
                "kinerja luring 2026 sealed stream associated v1",
                associated,
            ),
        }
    }

    fn encryptor(&self, nonce_prefix: &[u8; NONCE_PREFIX]) -> EncryptorBE32<XChaCha20Poly1305> {
        EncryptorBE32::from_aead(self.cipher(), &(*nonce_prefix).into())
    }

    fn decryptor(&self, nonce_prefix: &[u8; NONCE_PREFIX]) -> DecryptorBE32<XChaCha20Poly1305> {
        DecryptorBE32::from_aead(self.cipher(), &(*nonce_prefix).into())
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&Key::from(*self.key))
    }
}

impl std::fmt::Debug for StreamKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("StreamKey(..)")
    }
}

/// Why a file was not sealed or not opened.
#[derive(Debug, thiserror::Error)]
pub enum StreamError {
    /// The source could not be read.
    #[error("cannot read the source")]
    Read(#[source] io::Error),
    /// The destination could not be written.
    #[error("cannot write the destination")]
    Write(#[source] io::Error),
    /// The bytes do not begin as a sealed file does.
    #[error("this is no sealed file")]
    NotSealed,
    /// The file was sealed by a newer program.
    #[error("the file was sealed by a newer program")]
    NewerFormat,
    /// A chunk does not open: another key, another owner, or changed, moved, missing bytes.
    #[error("chunk {chunk} of the sealed file does not open")]
    Damaged {
        /// Its number, from 0.
        chunk: u64,
    },
    /// More than 256 TiB.
    #[error("the sealed file cannot take more content")]
    TooLong,
    /// An earlier step failed; nothing that comes after it would be sound.
    #[error("an earlier part of the file failed")]
    Broken,
}

impl From<StreamError> for io::Error {
    /// For [`SealWriter`] and [`OpenReader`], which stand behind `Read` and `Write`.
    fn from(error: StreamError) -> Self {
        match error {
            StreamError::Read(source) | StreamError::Write(source) => source,
            StreamError::Broken => Self::other(error),
            StreamError::TooLong => Self::new(io::ErrorKind::FileTooLarge, error),
            StreamError::NotSealed | StreamError::NewerFormat | StreamError::Damaged { .. } => {
                Self::new(io::ErrorKind::InvalidData, error)
            }
        }
    }
}
