//! Results of organisations: one for a unit and period.

use crate::{column, document::Saved, error::StoreError, table::stored, view::View};
use domain::{EmployeeId, OrganisationResult, Period, UnitId};
use rusqlite::{Connection, params};

stored!(OrganisationResult);

const SAVE: &str = "
INSERT INTO organisation_result (id, schema, body, changed, unit, period, set_by)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (id) DO UPDATE SET schema = excluded.schema, body = excluded.body,
    changed = excluded.changed, unit = excluded.unit, period = excluded.period,
    set_by = excluded.set_by";
const OF_UNIT: &str = "
SELECT id, schema, body FROM organisation_result WHERE unit = ?1 AND period = ?2";

pub(crate) fn save(
    connection: &Connection,
    result: &OrganisationResult,
    saved: Saved<'_>,
) -> rusqlite::Result<()> {
    connection.prepare_cached(SAVE)?.execute(params![
        result.id.as_bytes(),
        saved.body.schema,
        saved.body.bytes,
        saved.changed,
        result.unit.as_bytes(),
        result.period.to_string(),
        column::employee(result.set_by.as_ref()).map(EmployeeId::as_bytes),
    ])?;
    Ok(())
}

/// Results of organisations.
impl View<'_> {
    /// The predicate of a unit in a period.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn organisation_result(
        &self,
        unit: UnitId,
        period: Period,
    ) -> Result<Option<OrganisationResult>, StoreError> {
        self.one(OF_UNIT, params![unit.as_bytes(), period.to_string()])
    }
}
