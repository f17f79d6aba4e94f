//! The database key, wrapped by the recovery code, as every backup carries it.
//!
//! # Why no Argon2
//!
//! A slow password hash makes guessing expensive where a person chose the secret. A recovery code
//! is 128 random bits: guessing is hopeless at any speed, so a slow hash would add nothing but
//! memory on a PC that has little, and parameters in a file that may come from anybody and could
//! ask for a hundred gigabytes. The wrapping key is therefore derived by BLAKE3 from the code and a
//! salt; the salt keeps one code from giving the same key twice.
//!
//! # The bytes
//!
//! `name and version (8) ‖ salt (16) ‖ nonce (24) ‖ key and tag (48) ‖ checksum (16)`, the key
//! encrypted with XChaCha20-Poly1305, everything before it authenticated with it. The checksum is
//! no secret and needs no key: it tells a damaged file from a wrong code, which the cipher cannot.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use crate::RecoveryCode;

/// Length of a wrapped key in bytes.
pub const WRAPPED_KEY: usize = 112;

const NAME_AND_VERSION: &[u8; 8] = b"kinwrap1";
const HEADER: usize = 8 + 16 + 24;
const CHECKED: usize = WRAPPED_KEY - 16;

/// Wraps `key` so that only `code` opens it. `salt` and `nonce` are random and used once.
#[must_use]
pub fn wrap_key(
    key: &[u8; 32],
    code: &RecoveryCode,
    salt: &[u8; 16],
    nonce: &[u8; 24],
) -> [u8; WRAPPED_KEY] {
    let mut wrapped = [0; WRAPPED_KEY];
    wrapped[..8].copy_from_slice(NAME_AND_VERSION);
    wrapped[8..24].copy_from_slice(salt);
    wrapped[24..HEADER].copy_from_slice(nonce);
    let payload = Payload {
        msg: key,
        aad: &wrapped[..HEADER],
    };
    // The cipher refuses only what is longer than 256 GiB; 32 bytes it does not. Should it ever,
    // the result is one that no code opens, never a key in the clear.
    let sealed = cipher(code, salt)
        .encrypt(&XNonce::from(*nonce), payload)
        .unwrap_or_default();
    for (place, byte) in wrapped[HEADER..CHECKED].iter_mut().zip(sealed) {
        *place = byte;
    }
    let checksum = checksum(&wrapped[..CHECKED]);
    wrapped[CHECKED..].copy_from_slice(&checksum);
    wrapped
}

/// Opens what [`wrap_key`] made.
///
/// # Errors
/// [`WrapError::Damaged`] if the bytes are not what was written, [`WrapError::NewerFormat`] if a
/// newer program wrote them, [`WrapError::WrongCode`] if they are sound and the code is another.
pub fn unwrap_key(wrapped: &[u8], code: &RecoveryCode) -> Result<Zeroizing<[u8; 32]>, WrapError> {
    let wrapped: &[u8; WRAPPED_KEY] = wrapped.try_into().map_err(|_| WrapError::Damaged)?;
    if wrapped[CHECKED..] != checksum(&wrapped[..CHECKED]) {
        return Err(WrapError::Damaged);
    }
    if wrapped[..8] != *NAME_AND_VERSION {
        return Err(WrapError::NewerFormat);
    }
    let mut salt = [0; 16];
    salt.copy_from_slice(&wrapped[8..24]);
    let mut nonce = [0; 24];
    nonce.copy_from_slice(&wrapped[24..HEADER]);
    let payload = Payload {
        msg: &wrapped[HEADER..CHECKED],
        aad: &wrapped[..HEADER],
    };
    let opened = cipher(code, &salt)
        .decrypt(&XNonce::from(nonce), payload)
        .map(Zeroizing::new)
        .map_err(|_| WrapError::WrongCode)?;
    let mut key = Zeroizing::new([0; 32]);
    key.copy_from_slice(&opened);
    Ok(key)
}

/// Why a wrapped key does not open.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum WrapError {
    /// The bytes are incomplete or changed.
    #[error("the wrapped key is incomplete or changed")]
    Damaged,
    /// The bytes are sound and of a version that this program does not know.
    #[error("the wrapped key was written by a newer program")]
    NewerFormat,
    /// The bytes are sound; the recovery code belongs to another sheet.
    #[error("the recovery code is not the one that the key was wrapped with")]
    WrongCode,
}

fn cipher(code: &RecoveryCode, salt: &[u8; 16]) -> XChaCha20Poly1305 {
    let mut material = Zeroizing::new([0; 32]);
    material[..16].copy_from_slice(salt);
    material[16..].copy_from_slice(code.entropy());
    let key = Zeroizing::new(blake3::derive_key(
        "kinerja luring 2026 recovery code wraps database key v1",
        material.as_slice(),
    ));
    XChaCha20Poly1305::new(&Key::from(*key))
}

fn checksum(bytes: &[u8]) -> [u8; 16] {
    let full = blake3::derive_key("kinerja luring 2026 wrapped key checksum v1", bytes);
    let mut short = [0; 16];
    short.copy_from_slice(&full[..16]);
    short
}
