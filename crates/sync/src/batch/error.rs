//! Why a batch cannot be opened.

use super::compressor::CompressionError;
use crate::codec::Damage;
use crate::columns::Malformed;

/// Why a batch cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// More bytes than a batch may have.
    #[error("{length} bytes are more than a batch may have")]
    TooLarge {
        /// How many there are.
        length: usize,
    },
    /// The bytes do not begin as a batch does.
    #[error("the bytes are no batch")]
    NoBatch,
    /// A newer program wrote it. The bytes are kept, and opened after an update.
    #[error("version {found} of the batch is newer than this program")]
    Newer {
        /// The version.
        found: u8,
    },
    /// The bytes are not those that were built: the hash differs, or they were cut.
    #[error("the bytes of the batch were changed on their way")]
    Changed,
    /// The hash is right and the envelope is not: nobody's program wrote that.
    #[error("the envelope of the batch is damaged")]
    Envelope {
        /// What was wrong; nothing when its numbers contradict each other.
        #[source]
        source: Option<Damage>,
    },
    /// The signature does not fit the device's key.
    #[error("the checkpoint of the batch is not signed by its device")]
    Forged,
    /// A part cannot be unpacked.
    #[error("a part of the batch cannot be unpacked")]
    Packed {
        /// Why.
        #[source]
        source: CompressionError,
    },
    /// The records are not told as they should be.
    #[error("the records of the batch cannot be read")]
    Records {
        /// What was wrong.
        #[from]
        source: Malformed,
    },
    /// The records do not form the chain that was signed.
    #[error("the records of the batch are not those that were signed")]
    Chain,
}

impl OpenError {
    /// Whether a newer program would open it, so that it waits instead of being refused.
    #[must_use]
    pub const fn is_newer(&self) -> bool {
        matches!(
            self,
            Self::Newer { .. }
                | Self::Packed {
                    source: CompressionError::Unknown { .. }
                }
        )
    }
}
