//! Notes.

use crate::{column, document::Saved, error::StoreError, table::stored, view::View};
use chrono::NaiveDate;
use domain::{EmployeeId, Note, NoteId, UnitId};
use rusqlite::{Connection, params};

stored!(Note);

const SAVE: &str = "
INSERT INTO note (id, schema, body, changed, employee, day, withdrawn)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (id) DO UPDATE SET schema = excluded.schema, body = excluded.body,
    changed = excluded.changed, employee = excluded.employee, day = excluded.day,
    withdrawn = excluded.withdrawn";
const BY_ID: &str = "SELECT id, schema, body FROM note WHERE id = ?1";
const OF_EMPLOYEE: &str = "
SELECT id, schema, body FROM note WHERE employee = ?1 AND NOT withdrawn ORDER BY day DESC, id DESC";
const OF_EMPLOYEE_BETWEEN: &str = "
SELECT id, schema, body FROM note
WHERE employee = ?1 AND day BETWEEN ?2 AND ?3 AND NOT withdrawn ORDER BY day DESC, id DESC";
const RECENT: &str = "
SELECT id, schema, body FROM note WHERE NOT withdrawn ORDER BY day DESC, id DESC LIMIT ?1";
const RECENT_IN_UNIT: &str = "
SELECT id, schema, body FROM note
WHERE NOT withdrawn AND employee IN (SELECT employee FROM assignment WHERE unit = ?2)
ORDER BY day DESC, id DESC LIMIT ?1";

pub(crate) fn save(connection: &Connection, note: &Note, saved: Saved<'_>) -> rusqlite::Result<()> {
    connection.prepare_cached(SAVE)?.execute(params![
        note.id.as_bytes(),
        saved.body.schema,
        saved.body.bytes,
        saved.changed,
        note.employee.as_bytes(),
        column::day(note.date),
        note.withdrawn,
    ])?;
    Ok(())
}

/// Notes. Those that were withdrawn are found by their id only.
impl View<'_> {
    /// A note, withdrawn or not.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn note(&self, id: NoteId) -> Result<Option<Note>, StoreError> {
        self.one(BY_ID, [id.as_bytes()])
    }

    /// The notes about an employee, newest day first.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn notes_of(&self, employee: EmployeeId) -> Result<Vec<Note>, StoreError> {
        self.all(OF_EMPLOYEE, [employee.as_bytes()])
    }

    /// The notes about an employee that speak of a day from the first to the last, newest day
    /// first.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn notes_between(
        &self,
        employee: EmployeeId,
        first: NaiveDate,
        last: NaiveDate,
    ) -> Result<Vec<Note>, StoreError> {
        let (first, last) = (column::day(first), column::day(last));
        self.all(
            OF_EMPLOYEE_BETWEEN,
            params![employee.as_bytes(), first, last],
        )
    }

    /// The newest notes, about people of one unit or of all.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn notes_recent(&self, unit: Option<UnitId>, limit: u32) -> Result<Vec<Note>, StoreError> {
        match unit {
            Some(unit) => self.all(RECENT_IN_UNIT, params![limit, unit.as_bytes()]),
            None => self.all(RECENT, [limit]),
        }
    }
}
