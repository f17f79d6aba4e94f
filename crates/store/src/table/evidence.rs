//! Evidence: what is known of each file.

use crate::{column, document::Saved, error::StoreError, table::stored, view::View};
use domain::{EmployeeId, Evidence, EvidenceId, UnitId};
use rusqlite::{Connection, params};

stored!(Evidence);

const SAVE: &str = "
INSERT INTO evidence (id, schema, body, changed, employee, day, content_hash, withdrawn)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
ON CONFLICT (id) DO UPDATE SET schema = excluded.schema, body = excluded.body,
    changed = excluded.changed, employee = excluded.employee, day = excluded.day,
    content_hash = excluded.content_hash, withdrawn = excluded.withdrawn";
const BY_ID: &str = "SELECT id, schema, body FROM evidence WHERE id = ?1";
const OF_EMPLOYEE: &str = "
SELECT id, schema, body FROM evidence
WHERE employee = ?1 AND NOT withdrawn ORDER BY day DESC, id DESC";
const RECENT: &str = "
SELECT id, schema, body FROM evidence WHERE NOT withdrawn ORDER BY day DESC, id DESC LIMIT ?1";
const RECENT_IN_UNIT: &str = "
SELECT id, schema, body FROM evidence
WHERE NOT withdrawn AND employee IN (SELECT employee FROM assignment WHERE unit = ?2)
ORDER BY day DESC, id DESC LIMIT ?1";
const BY_CONTENT: &str = "
SELECT id, schema, body FROM evidence WHERE content_hash = ?1 ORDER BY withdrawn, id";
const ALL: &str = "SELECT id, schema, body FROM evidence ORDER BY id";

pub(crate) fn save(
    connection: &Connection,
    evidence: &Evidence,
    saved: Saved<'_>,
) -> rusqlite::Result<()> {
    connection.prepare_cached(SAVE)?.execute(params![
        evidence.id.as_bytes(),
        saved.body.schema,
        saved.body.bytes,
        saved.changed,
        evidence.employee.as_bytes(),
        column::day(evidence.date),
        evidence.content_hash,
        evidence.withdrawn,
    ])?;
    Ok(())
}

/// Evidence. What was withdrawn is found by its id or content only.
impl View<'_> {
    /// An evidence, withdrawn or not.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn evidence(&self, id: EvidenceId) -> Result<Option<Evidence>, StoreError> {
        self.one(BY_ID, [id.as_bytes()])
    }

    /// The evidence about an employee, newest day first.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn evidence_of(&self, employee: EmployeeId) -> Result<Vec<Evidence>, StoreError> {
        self.all(OF_EMPLOYEE, [employee.as_bytes()])
    }

    /// The newest evidence, about people who are or were in a unit, or about everybody.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn evidence_recent(
        &self,
        unit: Option<UnitId>,
        limit: u32,
    ) -> Result<Vec<Evidence>, StoreError> {
        match unit {
            Some(unit) => self.all(RECENT_IN_UNIT, params![limit, unit.as_bytes()]),
            None => self.all(RECENT, [limit]),
        }
    }

    /// An evidence with this content (BLAKE3 in the clear), of whomever; one that is not withdrawn
    /// before one that is.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn evidence_by_hash(&self, content: &[u8; 32]) -> Result<Option<Evidence>, StoreError> {
        self.one(BY_CONTENT, [content])
    }

    /// Passes every evidence on, withdrawn or not.
    pub fn for_each_evidence(
        &self,
        take: impl FnMut(Evidence) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.each(ALL, [], take)
    }
}
