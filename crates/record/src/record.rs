//! A sealed document.

use crate::{Encoded, Header, body_hash};

/// One record of a stream. Nothing in it is edited in place; a correction is a new record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Everything but the body.
    pub header: Header,
    /// Random bytes that are hashed before the body; all zero once the body is erased.
    pub salt: [u8; 16],
    /// The salted hash of the body, which the chain stands on.
    pub body_hash: [u8; 32],
    /// The body; `None` once it was erased.
    pub body: Option<Vec<u8>>,
}

impl Record {
    /// Seals a body. The header's schema is the body's.
    #[must_use]
    pub fn seal(mut header: Header, salt: [u8; 16], body: Encoded) -> Self {
        let body_hash = body_hash(&salt, &body.bytes);
        header.schema = body.schema;
        Self {
            header,
            salt,
            body_hash,
            body: Some(body.bytes),
        }
    }

    /// The record without its body and salt. Header, hash and chain stay as they are.
    #[must_use]
    pub fn redacted(self) -> Self {
        Self {
            salt: [0; 16],
            body: None,
            ..self
        }
    }

    /// Whether the body is the one that was sealed. An erased body cannot be checked and needs
    /// not be: the chain holds its hash.
    #[must_use]
    pub fn body_is_genuine(&self) -> bool {
        self.body
            .as_deref()
            .is_none_or(|body| body_hash(&self.salt, body) == self.body_hash)
    }
}
