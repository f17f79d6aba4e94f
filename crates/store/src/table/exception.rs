//! Exceptions.

use crate::{column, document::Saved, error::StoreError, table::stored, view::View};
use chrono::NaiveDate;
use domain::{EmployeeId, Exception, ExceptionId};
use rusqlite::{Connection, params};

stored!(Exception);

const SAVE: &str = "
INSERT INTO exception (id, schema, body, changed, employee, first_day, last_day)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (id) DO UPDATE SET schema = excluded.schema, body = excluded.body,
    changed = excluded.changed, employee = excluded.employee, first_day = excluded.first_day,
    last_day = excluded.last_day";
const BY_ID: &str = "SELECT id, schema, body FROM exception WHERE id = ?1";
const OF_EMPLOYEE: &str = "
SELECT id, schema, body FROM exception WHERE employee = ?1 ORDER BY first_day, id";
const TOUCHING: &str = "
SELECT id, schema, body FROM exception
WHERE first_day <= ?2 AND last_day >= ?1 ORDER BY employee, first_day, id";

pub(crate) fn save(
    connection: &Connection,
    exception: &Exception,
    saved: Saved<'_>,
) -> rusqlite::Result<()> {
    connection.prepare_cached(SAVE)?.execute(params![
        exception.id.as_bytes(),
        saved.body.schema,
        saved.body.bytes,
        saved.changed,
        exception.employee.as_bytes(),
        column::day(exception.from),
        column::last_day(exception.to),
    ])?;
    Ok(())
}

/// Exceptions.
impl View<'_> {
    /// An exception.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn exception(&self, id: ExceptionId) -> Result<Option<Exception>, StoreError> {
        self.one(BY_ID, [id.as_bytes()])
    }

    /// Every exception of an employee, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn exceptions_of(&self, employee: EmployeeId) -> Result<Vec<Exception>, StoreError> {
        self.all(OF_EMPLOYEE, [employee.as_bytes()])
    }

    /// The exceptions that have a day in the span. One who left for good is found in every later
    /// span, because such an exception has no end.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn exceptions_touching(
        &self,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Vec<Exception>, StoreError> {
        self.all(TOUCHING, [column::day(from), column::day(to)])
    }
}
