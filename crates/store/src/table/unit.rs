//! Units.

use crate::{column, document::Saved, error::StoreError, table::stored, view::View};
use domain::{Unit, UnitId};
use rusqlite::{Connection, params};

stored!(Unit);

const SAVE: &str = "
INSERT INTO unit (id, schema, body, changed, name_folded, siasn_unor_id, parent, head)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
ON CONFLICT (id) DO UPDATE SET schema = excluded.schema, body = excluded.body,
    changed = excluded.changed, name_folded = excluded.name_folded,
    siasn_unor_id = excluded.siasn_unor_id, parent = excluded.parent, head = excluded.head";
const BY_ID: &str = "SELECT id, schema, body FROM unit WHERE id = ?1";
const ALL: &str = "SELECT id, schema, body FROM unit ORDER BY name_folded, id";
const BY_SIASN: &str = "SELECT id, schema, body FROM unit WHERE siasn_unor_id = ?1 ORDER BY id";
const BY_NAME: &str = "SELECT id, schema, body FROM unit WHERE name_folded = ?1 ORDER BY id";

pub(crate) fn save(connection: &Connection, unit: &Unit, saved: Saved<'_>) -> rusqlite::Result<()> {
    connection.prepare_cached(SAVE)?.execute(params![
        unit.id.as_bytes(),
        saved.body.schema,
        saved.body.bytes,
        saved.changed,
        column::folded(&unit.name),
        unit.siasn_unor_id,
        unit.parent.as_ref().map(UnitId::as_bytes),
        column::employee(unit.head.as_ref()).map(domain::EmployeeId::as_bytes),
    ])?;
    Ok(())
}

/// Units.
impl View<'_> {
    /// Every unit, by name.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn units(&self) -> Result<Vec<Unit>, StoreError> {
        self.all(ALL, [])
    }

    /// A unit.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn unit(&self, id: UnitId) -> Result<Option<Unit>, StoreError> {
        self.one(BY_ID, [id.as_bytes()])
    }

    /// The unit with this UNOR id of SIASN.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn unit_by_siasn(&self, unor_id: &str) -> Result<Option<Unit>, StoreError> {
        self.one(BY_SIASN, [unor_id])
    }

    /// The unit with this name, whatever the case and the spaces; the oldest of several.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn unit_by_name(&self, name: &str) -> Result<Option<Unit>, StoreError> {
        self.one(BY_NAME, [column::folded(name)])
    }
}
