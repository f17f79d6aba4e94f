//! What became of the records of this PC at the centre.

use crate::{error::StoreError, view::View};
use domain::{DocumentId, Timestamp};
use record::{Chain, Hlc, KindNumber, Revision, Stream};
use rusqlite::{Connection, params};

const SAVE: &str = "
INSERT INTO outcome (stream, seq, chain, code, detail) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (stream, seq, chain) DO UPDATE SET code = excluded.code, detail = excluded.detail";
/// Of each document the newest record of this PC, if its outcome is one of those from `?1` to
/// `?2`, or from `?3` on.
const SET_ASIDE: &str = "
SELECT record.kind, record.doc_id, outcome.code, record.hlc, record.seq
FROM outcome
JOIN stream ON stream.device_id = substr(outcome.stream, 1, 16)
    AND stream.incarnation = substr(outcome.stream, 17)
JOIN record ON record.stream = stream.number AND record.seq = outcome.seq
    AND record.chain = outcome.chain AND record.own = 1
WHERE (outcome.code BETWEEN ?1 AND ?2 OR outcome.code >= ?3)
    AND NOT EXISTS (SELECT 1 FROM record AS later WHERE later.doc_id = record.doc_id
        AND later.number > record.number)
ORDER BY record.number";

const OF_REVISION: &str = "SELECT code FROM outcome WHERE substr(chain, 1, 16) = ?1";

/// A record of this PC that is not part of its document at the centre.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// Its kind.
    pub kind: KindNumber,
    /// Its document.
    pub id: DocumentId,
    /// The outcome's number, as receipts sign it.
    pub code: u8,
    /// When it was sealed, by this PC's clock.
    pub at: Timestamp,
}

pub(crate) fn save(
    connection: &Connection,
    stream: Stream,
    (seq, chain): (u64, Chain),
    (code, detail): (u8, [u8; 16]),
) -> Result<(), StoreError> {
    connection
        .prepare_cached(SAVE)?
        .execute(params![stream.0, seq, chain.0, code, detail])?;
    Ok(())
}

/// What became of the records of this PC.
impl View<'_> {
    /// What became of the record that made this revision, by the number that receipts sign; `None`
    /// while nothing is known.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn outcome_of(&self, revision: Revision) -> Result<Option<u8>, StoreError> {
        self.value(OF_REVISION, params![revision.0])
    }

    /// Records of this PC whose outcome is in `held`, or not below `refused`, unless a newer record
    /// of the document stands behind them.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn set_aside(
        &self,
        held: std::ops::RangeInclusive<u8>,
        refused: u8,
    ) -> Result<Vec<SetAside>, StoreError> {
        let mut statement = self.connection().prepare_cached(SET_ASIDE)?;
        let found = statement.query_map(params![held.start(), held.end(), refused], |row| {
            Ok(SetAside {
                kind: KindNumber(row.get(0)?),
                id: DocumentId::from_bytes(row.get(1)?),
                code: row.get(2)?,
                at: Hlc(row.get::<_, i64>(3)?.cast_unsigned()).time(),
            })
        })?;
        Ok(found.collect::<Result<_, _>>()?)
    }
}
