//! Which unit a rating belongs to: that of the post which holds in its period.

use super::posts::{Id, Posts};
use super::rows::{self, ASSIGNMENT, EVALUATION, Rated};
use super::{Projection, Unit};
use crate::Trouble;
use crate::database::{Row, Sql, Value};
use crate::tables::tally::days;
use domain::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use sync::message::OfficeId;

/// Writes another unit to a rating.
pub(super) const MOVE: &str =
    "UPDATE evaluation SET unit_id = $3 WHERE office_id = $1 AND evaluation_id = $2";

/// A rating that is stored.
struct Stored {
    employee: Id,
    assignment: Id,
    period: String,
    unit: Option<Unit>,
}

impl Projection {
    /// Notes whose people changed with the assignments, and which ratings follow them.
    pub(super) async fn link_assignments(
        &mut self,
        sql: &mut dyn Sql,
        office: OfficeId,
    ) -> Result<(), Trouble> {
        let keys: Vec<Vec<Value>> = self
            .assignments
            .rows()
            .map(|row| row.iter().take(ASSIGNMENT.key).cloned().collect())
            .collect();
        let before = sql.find(&ASSIGNMENT, &["unit_id"], &keys).await?;
        for row in before.iter().flatten() {
            self.touched.units.insert(row.array(0)?);
        }
        let coming = Posts::of_rows(self.assignments.rows());
        self.touched.units.extend(coming.units());
        let stored = stored_ratings(sql, office, &coming).await?;
        if stored.is_empty() {
            return Ok(());
        }
        let employees = coming.employees();
        let posts = coming.with_stored(sql, office, &employees).await?;
        for (evaluation, rating) in stored {
            let held = posts.held_in(&rating.assignment, &rating.employee, days(&rating.period)?);
            let unit = held.map(|post| post.unit);
            if unit == rating.unit {
                continue;
            }
            for unit in [rating.unit, unit].into_iter().flatten() {
                self.recount(unit, rating.period.clone());
            }
            self.moved
                .push(vec![office.0.into(), evaluation.into(), unit.into()]);
        }
        Ok(())
    }

    /// The rows of ratings, each with the unit of its post if that has come.
    pub(super) async fn add_evaluations(
        &mut self,
        sql: &mut dyn Sql,
        (office, now): (OfficeId, Timestamp),
        rated: &[Rated],
    ) -> Result<(), Trouble> {
        let posts = Posts::of_rows(self.assignments.rows());
        let posts = posts.with_own(sql, office, rated).await?;
        // Hardly ever: the post does not hold in the period, and another one is looked for.
        let strays: BTreeSet<Id> = rated
            .iter()
            .filter(|it| posts.is_stray(it))
            .map(|it| *it.evaluation.employee.as_bytes())
            .collect();
        let posts = posts.with_stored(sql, office, &strays).await?;
        let before = units_before(sql, office, rated).await?;
        for it in rated {
            let (id, period) = (it.evaluation.id, it.evaluation.period);
            let unit = posts.held_by(it).map(|post| post.unit);
            if let Some(unit) = unit {
                self.touched.periods.insert((unit, period.to_string()));
                self.told.ratings.push((unit, period));
            }
            if let Some(before) = before.get(id.as_bytes())
                && Some(*before) != unit
            {
                self.recount(*before, period.to_string());
            }
            let row = rows::evaluation((office, now), it, unit);
            self.evaluations.push(it.novelty, row);
        }
        Ok(())
    }

    /// A rating came to this unit, or went from it, without having been sent now.
    fn recount(&mut self, unit: Unit, period: String) {
        self.touched.periods.insert((unit, period.clone()));
        self.told.moved.insert((unit, period));
    }
}

/// The ratings under these posts, and under others of the same people.
async fn stored_ratings(
    sql: &mut dyn Sql,
    office: OfficeId,
    coming: &Posts,
) -> Result<BTreeMap<Id, Stored>, Trouble> {
    let mut stored = BTreeMap::new();
    let mut keep = |employee: Id, rows: &[Row]| {
        for row in rows {
            let rating = Stored {
                employee,
                assignment: row.array(1)?,
                period: row.text(2)?.to_owned(),
                unit: row.optional(3, Row::array)?,
            };
            stored.insert(row.array(0)?, rating);
        }
        Ok::<_, Trouble>(())
    };
    let key = |id: Id| vec![office.0.into(), id.into()];
    let posts: Vec<(Id, Id)> = coming.ids().collect();
    let keys: Vec<Vec<Value>> = posts.iter().map(|(post, _)| key(*post)).collect();
    let found = sql
        .query_each(
            "SELECT evaluation_id, assignment_id, period, unit_id FROM evaluation \
             WHERE office_id = $1 AND assignment_id = $2",
            &keys,
        )
        .await?;
    for ((_, employee), rows) in posts.iter().zip(&found) {
        keep(*employee, rows)?;
    }
    let employees = coming.employees();
    let keys: Vec<Vec<Value>> = employees.iter().map(|it| key(*it)).collect();
    let found = sql
        .query_each(
            "SELECT e.evaluation_id, e.assignment_id, e.period, e.unit_id FROM assignment a \
             JOIN evaluation e ON e.office_id = a.office_id \
             AND e.assignment_id = a.assignment_id WHERE a.office_id = $1 AND a.employee_id = $2",
            &keys,
        )
        .await?;
    for (employee, rows) in employees.iter().zip(&found) {
        keep(*employee, rows)?;
    }
    Ok(stored)
}

/// The units that counted these ratings until now.
async fn units_before(
    sql: &mut dyn Sql,
    office: OfficeId,
    rated: &[Rated],
) -> Result<BTreeMap<Id, Unit>, Trouble> {
    let known: Vec<&Rated> = rated.iter().filter(|it| it.novelty.is_known()).collect();
    let keys: Vec<Vec<Value>> = known
        .iter()
        .map(|it| vec![office.0.into(), it.evaluation.id.as_bytes().into()])
        .collect();
    let found = sql.find(&EVALUATION, &["unit_id"], &keys).await?;
    let mut before = BTreeMap::new();
    for (it, rows) in known.iter().zip(found) {
        if let Some(row) = rows.first()
            && let Some(unit) = row.optional(0, Row::array)?
        {
            before.insert(*it.evaluation.id.as_bytes(), unit);
        }
    }
    Ok(before)
}
