//! Which unit a rating belongs to: that of the post which it is about.

use super::rows::{self, ASSIGNMENT, Rated};
use super::{Projection, Unit};
use crate::Trouble;
use crate::database::{Sql, Value};
use domain::Timestamp;
use std::collections::BTreeMap;
use sync::message::OfficeId;

/// Writes another unit to the ratings of a post.
pub(super) const MOVE: &str =
    "UPDATE evaluation SET unit_id = $3 WHERE office_id = $1 AND assignment_id = $2";

/// Where the unit stands in a row of `assignment`.
const UNIT_OF_ASSIGNMENT: usize = 3;

impl Projection {
    /// Notes whose people changed with the assignments, and which ratings follow them.
    pub(super) async fn link_assignments(&mut self, sql: &mut dyn Sql) -> Result<(), Trouble> {
        let keys: Vec<Vec<Value>> = self
            .assignments
            .rows()
            .map(|row| row.iter().take(ASSIGNMENT.key).cloned().collect())
            .collect();
        let before = sql.find(&ASSIGNMENT, &["unit_id"], &keys).await?;
        for row in before.iter().flatten() {
            self.touched.units.insert(row.array(0)?);
        }
        let rated = sql
            .query_each(
                "SELECT period FROM evaluation WHERE office_id = $1 AND assignment_id = $2",
                &keys,
            )
            .await?;
        for ((key, row), rated) in keys.into_iter().zip(self.assignments.rows()).zip(rated) {
            let Some(unit) = unit_of(row) else { continue };
            self.touched.units.insert(unit);
            for row in &rated {
                self.touched.periods.insert((unit, row.text(0)?.to_owned()));
            }
            if !rated.is_empty() {
                self.moved.push([key.as_slice(), &[unit.into()]].concat());
            }
        }
        Ok(())
    }

    /// The rows of ratings, each with the unit of its assignment if that has come.
    pub(super) async fn add_evaluations(
        &mut self,
        sql: &mut dyn Sql,
        (office, now): (OfficeId, Timestamp),
        rated: &[Rated],
    ) -> Result<(), Trouble> {
        let keys: Vec<Vec<Value>> = rated
            .iter()
            .map(|it| vec![office.0.into(), it.evaluation.assignment.as_bytes().into()])
            .collect();
        let found = sql.find(&ASSIGNMENT, &["unit_id"], &keys).await?;
        let coming: BTreeMap<&[Value], Unit> = self
            .assignments
            .rows()
            .filter_map(|row| Some((row.get(..ASSIGNMENT.key)?, unit_of(row)?)))
            .collect();
        for ((it, key), found) in rated.iter().zip(&keys).zip(found) {
            let unit = match coming.get(key.as_slice()) {
                Some(unit) => Some(*unit),
                None => found.first().map(|row| row.array(0)).transpose()?,
            };
            if let Some(unit) = unit {
                let period = it.evaluation.period;
                self.touched.periods.insert((unit, period.to_string()));
                self.told.ratings.push((unit, period));
            }
            let row = rows::evaluation((office, now), it, unit);
            self.evaluations.push(it.novelty, row);
        }
        Ok(())
    }
}

fn unit_of(row: &[Value]) -> Option<Unit> {
    match row.get(UNIT_OF_ASSIGNMENT)? {
        Value::Bytes(unit) => Unit::try_from(unit.as_slice()).ok(),
        _ => None,
    }
}
