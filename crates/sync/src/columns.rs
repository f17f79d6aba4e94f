//! Records as columns: the compact form that a compressor sees.
//!
//! A batch has many records that are alike. Their headers are differences from the record before;
//! their bodies, which are canonical CBOR, are taken apart by a walk that knows no kind, so that
//! a field of one record stands beside the same field of the next; ids are named again by how
//! long ago they were seen, and texts by which one it was. What no compressor makes smaller –
//! salts, hashes, the random part of new ids – stands apart.
//!
//! Every record comes back bit for bit. That is so by construction: the writer takes a body apart
//! only after it has put it together again and compared, and sends it whole otherwise. The form
//! is frozen as the bodies are; a golden file holds it.

mod bits;
mod body;
mod header;
mod huffman;
mod identity;
mod reader;
mod reference;
mod shape;
mod streams;
mod text;
mod tree;
mod varint;
mod vocabulary;
mod words;
mod writer;

pub(crate) use reader::{Wanted, read};
pub(crate) use reference::References;
pub use reference::{Earlier, NothingEarlier, Place};
pub(crate) use text::Texts;
pub(crate) use varint::{Cursor, put};
pub(crate) use writer::write;

/// The parts of a batch's records, each for its own treatment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Columns {
    /// Small integers, column after column.
    pub(crate) numbers: Vec<u8>,
    /// Every different text, in the order of first use.
    pub(crate) texts: Texts,
    /// Bodies in one piece, one behind the other.
    pub(crate) whole: Vec<u8>,
    /// Bits that look random.
    pub(crate) noise: Vec<u8>,
}

/// Bytes that no writer would have written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the records of the batch are malformed: {0}")]
pub struct Malformed(pub(crate) &'static str);
