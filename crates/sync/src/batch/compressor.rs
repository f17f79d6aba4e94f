//! What makes the parts of a batch smaller.

/// How a part of a batch is packed. The number travels, and none is ever used again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Packing {
    /// As it is.
    Stored,
    /// zstd, without a dictionary.
    Zstd,
    /// zstd, with the dictionary of this number.
    ZstdWith {
        /// Which of the dictionaries that ship with the program.
        dictionary: u16,
    },
}

impl Packing {
    /// The number that travels.
    #[must_use]
    pub const fn number(self) -> u64 {
        match self {
            Self::Stored => 0,
            Self::Zstd => 1,
            Self::ZstdWith { dictionary } => 2 + dictionary as u64,
        }
    }

    /// The packing of a number.
    #[must_use]
    pub fn from_number(number: u64) -> Option<Self> {
        Some(match number {
            0 => Self::Stored,
            1 => Self::Zstd,
            more => Self::ZstdWith {
                dictionary: u16::try_from(more - 2).ok()?,
            },
        })
    }
}

/// Packed bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed {
    /// How they are packed.
    pub packing: Packing,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// Why bytes could not be packed or unpacked.
#[derive(Debug, thiserror::Error)]
pub enum CompressionError {
    /// Only a newer program has this dictionary, or this way of packing.
    #[error("this program does not know the packing {packing:?}")]
    Unknown {
        /// The packing.
        packing: Packing,
    },
    /// The bytes do not unpack to as many as they should.
    #[error("the packed bytes do not unpack to {length} bytes")]
    Length {
        /// How many there should be.
        length: usize,
    },
    /// The compressor refused.
    #[error("the compressor refused the bytes")]
    Refused(#[source] std::io::Error),
}

/// Packs and unpacks. Equal input gives equal bytes.
pub trait Compressor {
    /// Packs bytes as well as it can.
    ///
    /// # Errors
    /// [`CompressionError::Refused`] when the compressor has no memory.
    fn pack(&self, raw: &[u8]) -> Result<Packed, CompressionError>;

    /// Unpacks to exactly `length` bytes, and allocates no more.
    ///
    /// # Errors
    /// [`CompressionError`] when it does not know the packing or the bytes are damaged.
    fn unpack(
        &self,
        packing: Packing,
        packed: &[u8],
        length: usize,
    ) -> Result<Vec<u8>, CompressionError>;
}

/// Packs nothing: for simulations, which have no time.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoCompressor;

impl Compressor for NoCompressor {
    fn pack(&self, raw: &[u8]) -> Result<Packed, CompressionError> {
        Ok(Packed {
            packing: Packing::Stored,
            bytes: raw.to_vec(),
        })
    }

    fn unpack(
        &self,
        packing: Packing,
        packed: &[u8],
        length: usize,
    ) -> Result<Vec<u8>, CompressionError> {
        match packing {
            Packing::Stored if packed.len() == length => Ok(packed.to_vec()),
            Packing::Stored => Err(CompressionError::Length { length }),
            packing => Err(CompressionError::Unknown { packing }),
        }
    }
}
