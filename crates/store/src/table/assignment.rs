//! Assignments.

use crate::{column, document::Saved, error::StoreError, table::stored, view::View};
use chrono::NaiveDate;
use domain::{Assignment, AssignmentId, EmployeeId, Period, UnitId};
use rusqlite::{Connection, params};

stored!(Assignment);

const SAVE: &str = "
INSERT INTO assignment (id, schema, body, changed, employee, unit, appraiser, appraiser_superior,
    first_day, last_day)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
ON CONFLICT (id) DO UPDATE SET schema = excluded.schema, body = excluded.body,
    changed = excluded.changed, employee = excluded.employee, unit = excluded.unit,
    appraiser = excluded.appraiser, appraiser_superior = excluded.appraiser_superior,
    first_day = excluded.first_day, last_day = excluded.last_day";
const BY_ID: &str = "SELECT id, schema, body FROM assignment WHERE id = ?1";
const OF_EMPLOYEE: &str = "
SELECT id, schema, body FROM assignment WHERE employee = ?1 ORDER BY first_day, id";
const IN_UNIT: &str = "
SELECT id, schema, body FROM assignment
WHERE unit = ?1 AND first_day <= ?3 AND last_day >= ?2 ORDER BY employee, first_day, id";
const TOUCHING: &str = "
SELECT id, schema, body FROM assignment
WHERE first_day <= ?2 AND last_day >= ?1 ORDER BY employee, first_day, id";
/// The one that says where somebody is now: open before ended, then the one that began last.
const LATEST: &str = "
SELECT id, schema, body FROM assignment WHERE employee = ?1
ORDER BY last_day DESC, first_day DESC, id DESC LIMIT 1";

pub(crate) fn save(
    connection: &Connection,
    assignment: &Assignment,
    saved: Saved<'_>,
) -> rusqlite::Result<()> {
    connection.prepare_cached(SAVE)?.execute(params![
        assignment.id.as_bytes(),
        saved.body.schema,
        saved.body.bytes,
        saved.changed,
        assignment.employee.as_bytes(),
        assignment.unit.as_bytes(),
        column::employee(assignment.appraiser.as_ref()).map(EmployeeId::as_bytes),
        column::employee(assignment.appraiser_superior.as_ref()).map(EmployeeId::as_bytes),
        column::day(assignment.from),
        column::last_day(assignment.to),
    ])?;
    Ok(())
}

/// Assignments.
impl View<'_> {
    /// An assignment.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn assignment(&self, id: AssignmentId) -> Result<Option<Assignment>, StoreError> {
        self.one(BY_ID, [id.as_bytes()])
    }

    /// Every assignment of an employee, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn assignments_of(&self, employee: EmployeeId) -> Result<Vec<Assignment>, StoreError> {
        self.all(OF_EMPLOYEE, [employee.as_bytes()])
    }

    /// The assignment that says where somebody is now: an open one before one that has ended, then
    /// the one that began last.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn latest_assignment_of(
        &self,
        employee: EmployeeId,
    ) -> Result<Option<Assignment>, StoreError> {
        self.one(LATEST, [employee.as_bytes()])
    }

    /// The assignments in a unit that have a day in the period.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn assignments_in(
        &self,
        unit: UnitId,
        period: Period,
    ) -> Result<Vec<Assignment>, StoreError> {
        let (first, last) = days(period);
        self.all(IN_UNIT, params![unit.as_bytes(), first, last])
    }

    /// The assignments in all units that have a day in the period.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn assignments_touching(&self, period: Period) -> Result<Vec<Assignment>, StoreError> {
        self.all(TOUCHING, <[i64; 2]>::from(days(period)))
    }

    /// The assignments in all units on a day.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn assignments_on(&self, date: NaiveDate) -> Result<Vec<Assignment>, StoreError> {
        self.all(TOUCHING, [column::day(date); 2])
    }
}

fn days(period: Period) -> (i64, i64) {
    (
        column::day(period.first_day()),
        column::day(period.last_day()),
    )
}
