//! Who seals a packet and who opens it.

/// Seals to the key of somebody else.
pub trait Sealer {
    /// Seals bytes so that only the owner of the key can read them.
    ///
    /// # Errors
    /// [`SealError`] when the key is none or no random bytes can be had.
    fn seal(&self, plain: &[u8]) -> Result<Vec<u8>, SealError>;
}

/// Opens what was sealed to its own key.
pub trait Opener {
    /// Opens sealed bytes, at most so many.
    ///
    /// # Errors
    /// [`SealError`] when they were sealed to another key, were changed, or are too many.
    fn open(&self, sealed: &[u8], most: usize) -> Result<Vec<u8>, SealError>;
}

/// Bytes could not be sealed or opened. What exactly was wrong stands in the source.
#[derive(Debug, thiserror::Error)]
#[error("the seal does not fit")]
pub struct SealError(#[source] pub Box<dyn std::error::Error + Send + Sync>);
