//! What the centre ruled about documents, for rows and lists that show it.

use crate::{error::StoreError, view::View};
use domain::{DocumentId, Kind, Timestamp};
use record::{Revision, Ruling, Verdict};
use rusqlite::{Connection, Row, params};

const SAVE: &str = "
INSERT INTO ruling (kind, id, revision, ruling, reason, by, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (kind, id) DO UPDATE SET revision = excluded.revision, ruling = excluded.ruling,
    reason = excluded.reason, by = excluded.by, at = excluded.at";
const REMOVE: &str = "DELETE FROM ruling WHERE kind = ?1 AND id = ?2";
const OF: &str = "SELECT revision, ruling, reason, by, at FROM ruling WHERE kind = ?1 AND id = ?2";
const RETURNED: &str = "
SELECT revision, ruling, reason, by, at, kind, id FROM ruling WHERE ruling = 1 ORDER BY at, kind, id";

/// Keeps the verdict that holds for a document, or that none does.
pub(crate) fn set(
    connection: &Connection,
    (kind, id): (Kind, DocumentId),
    verdict: Option<&Verdict>,
) -> Result<(), StoreError> {
    match verdict {
        Some(it) => connection.prepare_cached(SAVE)?.execute(params![
            kind.number(),
            id.as_bytes(),
            it.revision.0,
            it.ruling.number(),
            it.reason,
            it.by,
            it.at.0,
        ])?,
        None => connection
            .prepare_cached(REMOVE)?
            .execute(params![kind.number(), id.as_bytes()])?,
    };
    Ok(())
}

fn verdict(row: &Row<'_>) -> Result<Verdict, StoreError> {
    Ok(Verdict {
        revision: Revision(row.get(0)?),
        ruling: Ruling::from_number(row.get(1)?).ok_or(StoreError::Corrupt)?,
        reason: row.get(2)?,
        by: row.get(3)?,
        at: Timestamp(row.get(4)?),
    })
}

/// What the centre ruled.
impl View<'_> {
    /// The verdict that holds for a document as the centre has it.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn verdict(&self, kind: Kind, id: DocumentId) -> Result<Option<Verdict>, StoreError> {
        let mut statement = self.connection().prepare_cached(OF)?;
        let mut rows = statement.query(params![kind.number(), id.as_bytes()])?;
        rows.next()?.map(verdict).transpose()
    }

    /// Every document that was returned and not sent again, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn returned(&self) -> Result<Vec<(Kind, DocumentId, Verdict)>, StoreError> {
        let mut statement = self.connection().prepare_cached(RETURNED)?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let kind = Kind::from_number(row.get(5)?).ok_or(StoreError::Corrupt)?;
            found.push((kind, DocumentId::from_bytes(row.get(6)?), verdict(row)?));
        }
        Ok(found)
    }
}
