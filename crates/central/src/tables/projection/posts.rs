//! Posts of people, those that come over those that are stored.

use super::rows::{ASSIGNMENT, Rated};
use super::{Unit, day};
use crate::Trouble;
use crate::database::{Row, Sql, Value};
use domain::Period;
use std::collections::{BTreeMap, BTreeSet};
use sync::message::OfficeId;

pub(super) type Id = [u8; 16];

/// First and last day, in days since 1970.
type Span = (i64, i64);

/// Where somebody is, and from when to when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Post {
    employee: Id,
    pub(super) unit: Unit,
    first: i64,
    last: Option<i64>,
}

/// Posts by their ids.
#[derive(Clone, Debug, Default)]
pub(super) struct Posts(BTreeMap<Id, Post>);

impl Posts {
    /// Those of rows that are written.
    pub(super) fn of_rows<'r>(rows: impl Iterator<Item = &'r Vec<Value>>) -> Self {
        Self(rows.filter_map(|row| of_row(row)).collect())
    }

    /// Each post with its employee.
    pub(super) fn ids(&self) -> impl Iterator<Item = (Id, Id)> {
        self.0.iter().map(|(id, post)| (*id, post.employee))
    }

    pub(super) fn employees(&self) -> BTreeSet<Id> {
        self.0.values().map(|post| post.employee).collect()
    }

    pub(super) fn units(&self) -> impl Iterator<Item = Unit> {
        self.0.values().map(|post| post.unit)
    }

    /// With the posts that ratings name.
    pub(super) async fn with_own(
        mut self,
        sql: &mut dyn Sql,
        office: OfficeId,
        rated: &[Rated],
    ) -> Result<Self, Trouble> {
        let ids: BTreeSet<Id> = rated
            .iter()
            .map(|it| *it.evaluation.assignment.as_bytes())
            .filter(|id| !self.0.contains_key(id))
            .collect();
        let keys: Vec<Vec<Value>> = ids
            .iter()
            .map(|id| vec![office.0.into(), id.into()])
            .collect();
        let wanted = ["employee_id", "unit_id", "first_day", "last_day"];
        let found = sql.find(&ASSIGNMENT, &wanted, &keys).await?;
        for (id, rows) in ids.into_iter().zip(found) {
            if let Some(row) = rows.first() {
                self.0.insert(id, read(row)?);
            }
        }
        Ok(self)
    }

    /// With every stored post of these people; what comes stands over it.
    pub(super) async fn with_stored(
        mut self,
        sql: &mut dyn Sql,
        office: OfficeId,
        employees: &BTreeSet<Id>,
    ) -> Result<Self, Trouble> {
        let keys: Vec<Vec<Value>> = employees
            .iter()
            .map(|id| vec![office.0.into(), id.into()])
            .collect();
        let found = sql
            .query_each(
                "SELECT employee_id, unit_id, first_day, last_day, assignment_id FROM assignment \
                 WHERE office_id = $1 AND employee_id = $2",
                &keys,
            )
            .await?;
        for row in found.iter().flatten() {
            let post = read(row)?;
            self.0.entry(row.array(4)?).or_insert(post);
        }
        Ok(self)
    }

    /// Whether a rating's post is known, and holds on no day of the period.
    pub(super) fn is_stray(&self, rated: &Rated) -> bool {
        let own = self.0.get(rated.evaluation.assignment.as_bytes());
        own.is_some_and(|own| !own.touches(span(rated.evaluation.period)))
    }

    /// The post that a rating counts for.
    pub(super) fn held_by(&self, rated: &Rated) -> Option<&Post> {
        let it = &rated.evaluation;
        let (assignment, employee) = (it.assignment.as_bytes(), it.employee.as_bytes());
        self.held_in(assignment, employee, span(it.period))
    }

    /// The post itself when it holds in the span, else the one of the same person that began next
    /// and holds then. Without such a one a rating stays where it is.
    pub(super) fn held_in(&self, id: &Id, employee: &Id, span: Span) -> Option<&Post> {
        let own = self.0.get(id)?;
        let Some(last) = own.last.filter(|_| !own.touches(span)) else {
            return Some(own);
        };
        let goes_on = |(_, post): &(&Id, &Post)| {
            post.employee == *employee && post.first > last && post.touches(span)
        };
        let next = self.0.iter().filter(goes_on);
        let next = next.min_by_key(|(id, post)| (post.first, **id));
        Some(next.map_or(own, |(_, post)| post))
    }
}

impl Post {
    const fn touches(&self, (first, last): Span) -> bool {
        let goes_on = match self.last {
            Some(own) => own >= first,
            None => true,
        };
        self.first <= last && goes_on
    }
}

fn span(period: Period) -> Span {
    (day(period.first_day()), day(period.last_day()))
}

/// The employee, the unit, the first and the last day.
fn read(row: &Row) -> Result<Post, Trouble> {
    Ok(Post {
        employee: row.array(0)?,
        unit: row.array(1)?,
        first: row.int(2)?,
        last: row.optional(3, Row::int)?,
    })
}

/// The post in a row of `assignment`.
fn of_row(row: &[Value]) -> Option<(Id, Post)> {
    let [
        _office,
        Value::Bytes(id),
        Value::Bytes(employee),
        Value::Bytes(unit),
        Value::Int(first),
        last,
    ] = row
    else {
        return None;
    };
    let id = Id::try_from(id.as_slice()).ok()?;
    let post = Post {
        employee: Id::try_from(employee.as_slice()).ok()?,
        unit: Unit::try_from(unit.as_slice()).ok()?,
        first: *first,
        last: match last {
            Value::Int(last) => Some(*last),
            _ => None,
        },
    };
    Some((id, post))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    const OCTOBER: Span = (100, 130);

    fn post(unit: u8, days: (i64, Option<i64>)) -> Post {
        Post {
            employee: [1; 16],
            unit: [unit; 16],
            first: days.0,
            last: days.1,
        }
    }

    #[rstest]
    // It holds in October.
    #[case((0, None), (131, None), 1)]
    #[case((0, Some(100)), (101, None), 1)]
    // It ended before; the next one holds.
    #[case((0, Some(99)), (100, None), 2)]
    #[case((0, Some(99)), (130, Some(200)), 2)]
    // The next one begins too late, or the post itself does.
    #[case((0, Some(99)), (131, None), 1)]
    #[case((131, None), (0, Some(130)), 1)]
    fn a_rating_counts_for_the_post_of_its_period(
        #[case] own: (i64, Option<i64>),
        #[case] other: (i64, Option<i64>),
        #[case] expected: u8,
    ) {
        let posts = [([1; 16], post(1, own)), ([2; 16], post(2, other))];
        let posts = Posts(BTreeMap::from(posts));
        let held = posts.held_in(&[1; 16], &[1; 16], OCTOBER);
        assert_eq!(held.map(|post| post.unit), Some([expected; 16]));
        assert_eq!(posts.held_in(&[3; 16], &[1; 16], OCTOBER), None);
    }
}
