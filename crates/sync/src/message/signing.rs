//! The bytes that are signed.

use domain::Timestamp;

/// Bytes to sign, part by part: a purpose first, so that a signature fits nothing else; numbers
/// big-endian in eight bytes; everything of variable length behind its length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SigningBytes(Vec<u8>);

impl SigningBytes {
    /// Begins with what the signature is for.
    #[must_use]
    pub fn of(purpose: &'static str) -> Self {
        Self(Vec::new()).part(purpose.as_bytes())
    }

    /// Bytes, behind their length.
    #[must_use]
    pub fn part(self, bytes: &[u8]) -> Self {
        self.number(u64::try_from(bytes.len()).unwrap_or(u64::MAX))
            .fixed(bytes)
    }

    /// Bytes whose length never differs.
    #[must_use]
    pub fn fixed(mut self, bytes: &[u8]) -> Self {
        self.0.extend_from_slice(bytes);
        self
    }

    /// A number.
    #[must_use]
    pub fn number(self, number: u64) -> Self {
        self.fixed(&number.to_be_bytes())
    }

    /// A time.
    #[must_use]
    pub fn time(self, time: Timestamp) -> Self {
        self.fixed(&time.0.to_be_bytes())
    }

    /// The bytes.
    #[must_use]
    pub fn finish(self) -> Vec<u8> {
        self.0
    }
}
