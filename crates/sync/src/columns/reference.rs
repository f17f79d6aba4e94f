//! References to records before the batch.
//!
//! Whoever opens a batch holds every record of the stream before it, so a batch names a document
//! or a revision from there by the number of its record: two bytes where an id takes sixteen. Only
//! headers are referred to, never bodies: a header is never erased.

use super::Malformed;
use super::varint::{Cursor, put, unzigzag, zigzag};
use domain::DocumentId;
use record::Revision;

/// What the records of the stream before the batch brought. Asked while a batch is built.
///
/// An answer that is not so makes a batch that nobody can open: the signature would not fit.
pub trait Earlier {
    /// The number of a record about this document.
    fn document(&self, id: DocumentId) -> Option<u64>;

    /// The number of the record that made this revision of a document.
    fn revision(&self, document: DocumentId, revision: Revision) -> Option<u64>;
}

/// A stream's beginning, or a device that does not look up.
#[derive(Clone, Copy, Debug, Default)]
pub struct NothingEarlier;

impl Earlier for NothingEarlier {
    fn document(&self, _: DocumentId) -> Option<u64> {
        None
    }

    fn revision(&self, _: DocumentId, _: Revision) -> Option<u64> {
        None
    }
}

/// What a record before the batch brought. Loaded while a batch is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The document that the record is about.
    pub document: DocumentId,
    /// The revision that it made.
    pub revision: Revision,
}

/// Numbers of earlier records, in the order in which they are needed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct References(pub(crate) Vec<u64>);

impl References {
    /// How many, and each as the difference to the one before.
    pub(super) fn put(&self, out: &mut Vec<u8>) {
        put(out, self.0.len() as u64);
        let mut before = 0;
        for seq in &self.0 {
            put(out, zigzag(*seq, before));
            before = *seq;
        }
    }

    /// Reads them; each must be a number before the batch.
    pub(super) fn get(cursor: &mut Cursor<'_>, first_seq: u64) -> Result<Self, Malformed> {
        let count = cursor.length()?;
        let mut references = Vec::new();
        let mut seq = 0;
        for _ in 0..count {
            seq = unzigzag(cursor.varint()?, seq);
            if !(1..first_seq).contains(&seq) {
                return Err(Malformed("a reference to no record before the batch"));
            }
            references.push(seq);
        }
        Ok(Self(references))
    }
}
