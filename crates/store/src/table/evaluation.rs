//! Evaluations: one for an assignment and period.

use crate::{
    document::Saved,
    error::StoreError,
    view::{Stored, View},
};
use domain::{AssignmentId, Document, EmployeeId, Evaluation, EvaluationId, Kind, Period, UnitId};
use rusqlite::{Connection, params};

impl Stored for Evaluation {
    const KIND: Kind = Kind::Evaluation;

    fn from_document(document: Document) -> Option<Self> {
        match document {
            Document::Evaluation(evaluation) => Some(*evaluation),
            _ => None,
        }
    }
}

const SAVE: &str = "
INSERT INTO evaluation (id, schema, body, changed, employee, assignment, period)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (id) DO UPDATE SET schema = excluded.schema, body = excluded.body,
    changed = excluded.changed, employee = excluded.employee, assignment = excluded.assignment,
    period = excluded.period";
const BY_ID: &str = "SELECT id, schema, body FROM evaluation WHERE id = ?1";
const OF_ASSIGNMENT: &str = "
SELECT id, schema, body FROM evaluation WHERE assignment = ?1 AND period = ?2";
const IN_PERIOD: &str = "
SELECT id, schema, body FROM evaluation WHERE period = ?1 ORDER BY employee, id";
const IN_UNIT: &str = "
SELECT evaluation.id, evaluation.schema, evaluation.body
FROM assignment JOIN evaluation ON evaluation.assignment = assignment.id
WHERE assignment.unit = ?2 AND evaluation.period = ?1
ORDER BY evaluation.employee, evaluation.id";
const PERIODS: &str = "
SELECT DISTINCT evaluation.period
FROM assignment JOIN evaluation ON evaluation.assignment = assignment.id
WHERE assignment.unit = ?1";
const OF_EMPLOYEE: &str = "
SELECT id, schema, body FROM evaluation WHERE employee = ?1 ORDER BY period, id";

pub(crate) fn save(
    connection: &Connection,
    evaluation: &Evaluation,
    saved: Saved<'_>,
) -> rusqlite::Result<()> {
    connection.prepare_cached(SAVE)?.execute(params![
        evaluation.id.as_bytes(),
        saved.body.schema,
        saved.body.bytes,
        saved.changed,
        evaluation.employee.as_bytes(),
        evaluation.assignment.as_bytes(),
        evaluation.period.to_string(),
    ])?;
    Ok(())
}

/// Evaluations.
impl View<'_> {
    /// An evaluation.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn evaluation(&self, id: EvaluationId) -> Result<Option<Evaluation>, StoreError> {
        self.one(BY_ID, [id.as_bytes()])
    }

    /// The evaluation of an assignment in a period.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn evaluation_of(
        &self,
        assignment: AssignmentId,
        period: Period,
    ) -> Result<Option<Evaluation>, StoreError> {
        self.one(
            OF_ASSIGNMENT,
            params![assignment.as_bytes(), period.to_string()],
        )
    }

    /// The evaluations of a period, of one unit or of all.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn evaluations_in(
        &self,
        period: Period,
        unit: Option<UnitId>,
    ) -> Result<Vec<Evaluation>, StoreError> {
        match unit {
            Some(unit) => self.all(IN_UNIT, params![period.to_string(), unit.as_bytes()]),
            None => self.all(IN_PERIOD, [period.to_string()]),
        }
    }

    /// The periods for which a unit holds evaluations, in no order.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn evaluated_periods(&self, unit: UnitId) -> Result<Vec<Period>, StoreError> {
        let mut statement = self.connection().prepare_cached(PERIODS)?;
        let periods = statement.query_map([unit.as_bytes()], |row| row.get::<_, String>(0))?;
        periods
            .map(|period| period?.parse().map_err(|_| StoreError::Corrupt))
            .collect()
    }

    /// Every evaluation of an employee, by period.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn evaluations_of_employee(
        &self,
        employee: EmployeeId,
    ) -> Result<Vec<Evaluation>, StoreError> {
        self.all(OF_EMPLOYEE, [employee.as_bytes()])
    }
}
