//! The changes of an act as they stand in their column: compressed when that is worth it.

use crate::error::StoreError;
use record::journal::{Change, JournalError, decode_changes, encode_changes};

/// From here on compression saves more than it costs.
const PACKED_FROM: usize = 512;
/// Fast, and already four times smaller: an import repeats itself in every row.
const LEVEL: i32 = 1;
/// More than a BLOB of SQLite could hold unpacked.
const LONGEST: usize = 1 << 30;

/// The column and what it takes to read it.
pub(crate) struct Packed {
    /// Bytes, unpacked.
    pub(crate) length: usize,
    pub(crate) packed: bool,
    pub(crate) bytes: Vec<u8>,
}

impl Packed {
    pub(crate) fn new(changes: &[Change]) -> Result<Self, StoreError> {
        let plain = encode_changes(changes);
        let length = plain.len();
        if length < PACKED_FROM {
            return Ok(Self {
                length,
                packed: false,
                bytes: plain,
            });
        }
        let bytes = zstd::bulk::compress(&plain, LEVEL).map_err(StoreError::Io)?;
        Ok(Self {
            length,
            packed: true,
            bytes,
        })
    }

    pub(crate) fn changes(&self) -> Result<Vec<Change>, StoreError> {
        let decoded = if self.packed {
            if self.length > LONGEST {
                return Err(StoreError::Corrupt);
            }
            let plain = zstd::bulk::decompress(&self.bytes, self.length)
                .map_err(|_| StoreError::Corrupt)?;
            decode_changes(&plain)
        } else {
            decode_changes(&self.bytes)
        };
        decoded.map_err(|error| match error {
            JournalError::UnknownKind { .. } | JournalError::Damaged { .. } => StoreError::Corrupt,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Packed;
    use domain::Kind;
    use record::{Encoded, journal::Change};
    use rstest::rstest;
    use uuid::Uuid;

    fn changes(body: usize) -> Vec<Change> {
        let after = Some(Encoded {
            schema: 1,
            bytes: vec![7; body],
        });
        vec![Change {
            kind: Kind::Note,
            doc_id: Uuid::from_u128(5),
            before: None,
            after,
        }]
    }

    #[rstest]
    #[case::small_stays_plain(20, false)]
    #[case::large_is_packed(5_000, true)]
    fn changes_come_back(#[case] body: usize, #[case] packed: bool) {
        let changes = changes(body);
        let column = Packed::new(&changes).expect("packed");
        assert_eq!(column.packed, packed);
        assert_eq!(column.changes().expect("unpacked"), changes);
    }

    #[test]
    fn a_column_that_says_it_is_longer_than_it_can_be_is_refused() {
        let mut column = Packed::new(&changes(5_000)).expect("packed");
        column.length = usize::MAX;
        assert!(column.changes().is_err());
    }
}
