//! Signatories.

use crate::{column, document::Saved, error::StoreError, table::stored, view::View};
use domain::{EmployeeId, Signatory, SignatoryId, UnitId};
use rusqlite::{Connection, params};

stored!(Signatory);

const SAVE: &str = "
INSERT INTO signatory (id, schema, body, changed, unit, person, first_day)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (id) DO UPDATE SET schema = excluded.schema, body = excluded.body,
    changed = excluded.changed, unit = excluded.unit, person = excluded.person,
    first_day = excluded.first_day";
const BY_ID: &str = "SELECT id, schema, body FROM signatory WHERE id = ?1";
const OF_UNIT: &str = "
SELECT id, schema, body FROM signatory WHERE unit = ?1 ORDER BY first_day, id";

pub(crate) fn save(
    connection: &Connection,
    signatory: &Signatory,
    saved: Saved<'_>,
) -> rusqlite::Result<()> {
    connection.prepare_cached(SAVE)?.execute(params![
        signatory.id.as_bytes(),
        saved.body.schema,
        saved.body.bytes,
        saved.changed,
        signatory.unit.as_bytes(),
        column::employee(Some(&signatory.person)).map(EmployeeId::as_bytes),
        column::day(signatory.from),
    ])?;
    Ok(())
}

/// Signatories.
impl View<'_> {
    /// A signatory.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn signatory(&self, id: SignatoryId) -> Result<Option<Signatory>, StoreError> {
        self.one(BY_ID, [id.as_bytes()])
    }

    /// Everybody who signs or signed for a unit, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn signatories(&self, unit: UnitId) -> Result<Vec<Signatory>, StoreError> {
        self.all(OF_UNIT, [unit.as_bytes()])
    }
}
