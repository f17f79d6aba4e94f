//! Batches: consecutive records of one stream, under one signature and one hash.
//!
//! `magic ‖ wire version ‖ envelope (canonical CBOR) ‖ numbers ‖ texts ‖ whole bodies ‖ noise ‖
//! BLAKE3`. The
//! envelope names the office, the stream, the first record, how many there are, the chain's value
//! before them, and the signed checkpoint after them. The first sixteen bytes of the hash are the
//! upload's id, so that a retry is the same upload.
//!
//! [`build`] takes as many of the records as fit. A batch is opened in steps, each of which needs
//! more trust or more knowledge than the one before:
//!
//! 1. [`Batch::parse`]: the bytes are whole, and say which stream they belong to;
//! 2. [`Batch::verify`]: the device signed the checkpoint; nothing was unpacked so far;
//! 3. [`Verified::unpack`]: which earlier records does it refer to;
//! 4. [`Unpacked::records`]: the records, which form the chain that was signed.

mod build;
mod compressor;
mod envelope;
mod error;
mod open;
mod payload;
mod zstd;

pub use crate::columns::{Earlier, Malformed, NothingEarlier, Place};
pub use build::{BuildError, Built, Contents, Tools, build};
pub use compressor::{CompressionError, Compressor, NoCompressor, Packed, Packing};
pub use envelope::Envelope;
pub use error::OpenError;
pub use open::{Batch, Opened, Unpacked, Verified};
pub use zstd::Zstd;
