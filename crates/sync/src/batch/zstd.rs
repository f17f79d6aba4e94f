//! The compressor that ships: zstd at its slowest useful level.

use super::compressor::{CompressionError, Compressor, NoCompressor, Packed, Packing};

/// zstd, level 19. A batch is packed once and travels over lines of 64 kbit/s.
#[derive(Clone, Copy, Debug, Default)]
pub struct Zstd;

const LEVEL: i32 = 19;

impl Compressor for Zstd {
    fn pack(&self, raw: &[u8]) -> Result<Packed, CompressionError> {
        let bytes = compressor()
            .and_then(|mut it| it.compress(raw))
            .map_err(CompressionError::Refused)?;
        if bytes.len() < raw.len() {
            Ok(Packed {
                packing: Packing::Zstd,
                bytes,
            })
        } else {
            NoCompressor.pack(raw)
        }
    }

    fn unpack(
        &self,
        packing: Packing,
        packed: &[u8],
        length: usize,
    ) -> Result<Vec<u8>, CompressionError> {
        match packing {
            Packing::Stored => NoCompressor.unpack(packing, packed, length),
            Packing::Zstd => {
                let bytes =
                    ::zstd::bulk::decompress(packed, length).map_err(CompressionError::Refused)?;
                if bytes.len() == length {
                    Ok(bytes)
                } else {
                    Err(CompressionError::Length { length })
                }
            }
            packing @ Packing::ZstdWith { .. } => Err(CompressionError::Unknown { packing }),
        }
    }
}

/// Without what the envelope says already: how many bytes there are, and a checksum.
fn compressor() -> std::io::Result<::zstd::bulk::Compressor<'static>> {
    let mut compressor = ::zstd::bulk::Compressor::new(LEVEL)?;
    compressor.include_checksum(false)?;
    compressor.include_contentsize(false)?;
    compressor.include_dictid(false)?;
    Ok(compressor)
}
