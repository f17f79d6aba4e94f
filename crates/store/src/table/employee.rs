//! Employees.

use crate::{column, document::Saved, error::StoreError, table::stored, view::View};
use domain::{Employee, EmployeeId, Nip, UnitId};
use rusqlite::{Connection, params};
use std::collections::HashMap;

stored!(Employee);

const SAVE: &str = "
INSERT INTO employee (id, schema, body, changed, nip, name_folded)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (id) DO UPDATE SET schema = excluded.schema, body = excluded.body,
    changed = excluded.changed, nip = excluded.nip, name_folded = excluded.name_folded";
const BY_ID: &str = "SELECT id, schema, body FROM employee WHERE id = ?1";
const BY_NIP: &str = "SELECT id, schema, body FROM employee WHERE nip = ?1";
const ALL: &str = "SELECT id, schema, body FROM employee ORDER BY name_folded, id";
const COUNT: &str = "SELECT COUNT(*) FROM employee";
const PAGE: &str = "
SELECT id, schema, body FROM employee ORDER BY name_folded, id LIMIT ?1 OFFSET ?2";
const PAGE_OF_UNIT: &str = "
SELECT id, schema, body FROM employee
WHERE id IN (SELECT employee FROM assignment WHERE unit = ?3)
ORDER BY name_folded, id LIMIT ?1 OFFSET ?2";
const NIPS: &str = "SELECT nip, id FROM employee";

/// A part of the list, by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EmployeePage {
    /// Only those who have or had an assignment there.
    pub unit: Option<UnitId>,
    /// How many to pass over.
    pub skip: u32,
    /// How many to answer at most.
    pub take: u32,
}

pub(crate) fn save(
    connection: &Connection,
    employee: &Employee,
    saved: Saved<'_>,
) -> rusqlite::Result<()> {
    connection.prepare_cached(SAVE)?.execute(params![
        employee.id.as_bytes(),
        saved.body.schema,
        saved.body.bytes,
        saved.changed,
        employee.nip.digits(),
        column::folded(&employee.name),
    ])?;
    Ok(())
}

/// Employees.
impl View<'_> {
    /// An employee.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn employee(&self, id: EmployeeId) -> Result<Option<Employee>, StoreError> {
        self.one(BY_ID, [id.as_bytes()])
    }

    /// The employee with this NIP.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn employee_by_nip(&self, nip: &Nip) -> Result<Option<Employee>, StoreError> {
        self.one(BY_NIP, [nip.digits()])
    }

    /// The employees with these ids, in their order; those that are not there are left out.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn employees_by_ids(&self, ids: &[EmployeeId]) -> Result<Vec<Employee>, StoreError> {
        ids.iter()
            .filter_map(|id| self.employee(*id).transpose())
            .collect()
    }

    /// A part of the list, by name.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn employees_page(&self, page: &EmployeePage) -> Result<Vec<Employee>, StoreError> {
        match page.unit {
            Some(unit) => self.all(PAGE_OF_UNIT, params![page.take, page.skip, unit.as_bytes()]),
            None => self.all(PAGE, params![page.take, page.skip]),
        }
    }

    /// How many employees there are.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn employee_count(&self) -> Result<u64, StoreError> {
        Ok(self.value(COUNT, [])?.unwrap_or(0))
    }

    /// Passes every employee on, by name, without holding them all.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read, or what `take` answers.
    pub fn for_each_employee(
        &self,
        take: impl FnMut(Employee) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.each(ALL, [], take)
    }

    /// Every NIP with its employee, for comparing a large list.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn nip_index(&self) -> Result<HashMap<String, EmployeeId>, StoreError> {
        let mut statement = self.connection().prepare_cached(NIPS)?;
        let pairs = statement.query_map([], |row| {
            Ok((row.get(0)?, EmployeeId::from_bytes(row.get(1)?)))
        })?;
        Ok(pairs.collect::<Result<_, _>>()?)
    }
}
