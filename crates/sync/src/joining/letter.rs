//! Files that carry a request to join, and its answer, where there is no line.
//!
//! Neither holds anything about a person: a request names a device and its public keys, and proves
//! that its writer has the code without telling it. So nothing is sealed; both are signed.
//!
//! ```text
//! kinerja-luring join 1
//! <message, CBOR><BLAKE3, 32 bytes>
//! ```

use crate::message::{EnrolmentOutcome, EnrolmentRequest};
use crate::wire::{MAX_MESSAGE_BYTES, Message, WireError};

const REQUEST: &[u8] = b"kinerja-luring join 1\n";
const ANSWER: &[u8] = b"kinerja-luring joined 1\n";
const HASH_BYTES: usize = 32;

/// Why a file is no such file.
#[derive(Debug, thiserror::Error)]
pub enum LetterError {
    /// It does not begin as one does.
    #[error("the file is not the one that was asked for")]
    OtherFile,
    /// It was changed, or only a part of it was copied.
    #[error("the file was changed, or only a part of it was copied")]
    Changed,
    /// What it says cannot be understood.
    #[error("what the file says cannot be understood")]
    Message {
        /// Why.
        #[source]
        source: WireError,
    },
}

/// Whether the bytes begin as a request to join.
#[must_use]
pub fn is_joining_file(bytes: &[u8]) -> bool {
    bytes.starts_with(REQUEST)
}

/// The file of a request.
#[must_use]
pub fn write_request(request: &EnrolmentRequest) -> Vec<u8> {
    write(REQUEST, request)
}

/// The request in a file.
///
/// # Errors
/// [`LetterError`].
pub fn read_request(bytes: &[u8]) -> Result<EnrolmentRequest, LetterError> {
    read(REQUEST, bytes)
}

/// The file of the answer.
#[must_use]
pub fn write_answer(outcome: &EnrolmentOutcome) -> Vec<u8> {
    write(ANSWER, outcome)
}

/// The answer in a file.
///
/// # Errors
/// [`LetterError`].
pub fn read_answer(bytes: &[u8]) -> Result<EnrolmentOutcome, LetterError> {
    read(ANSWER, bytes)
}

fn write(beginning: &[u8], message: &impl Message) -> Vec<u8> {
    let mut bytes = beginning.to_vec();
    bytes.extend_from_slice(&message.to_bytes());
    let hash = blake3::hash(&bytes);
    bytes.extend_from_slice(hash.as_bytes());
    bytes
}

fn read<M: Message>(beginning: &[u8], bytes: &[u8]) -> Result<M, LetterError> {
    if !bytes.starts_with(beginning) || bytes.len() > MAX_MESSAGE_BYTES {
        return Err(LetterError::OtherFile);
    }
    let (content, hash) = bytes
        .split_last_chunk::<HASH_BYTES>()
        .ok_or(LetterError::Changed)?;
    if blake3::hash(content) != *hash {
        return Err(LetterError::Changed);
    }
    let message = content.get(beginning.len()..).ok_or(LetterError::Changed)?;
    M::from_bytes(message).map_err(|source| LetterError::Message { source })
}
