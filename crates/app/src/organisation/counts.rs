//! How many people of a unit have which predikat.

use crate::Trouble;
use crate::roster::{Asked, RosterRow, roster};
use api::sheet::AppraiserChoice;
use chrono::NaiveDate;
use domain::assignment::Tenure;
use domain::pattern::PatternCounts;
use domain::{AssignmentId, EmployeeId, Evaluation, Period, Predikat, UnitId};
use std::collections::{BTreeMap, HashMap};
use store::View;

/// Counts of people, the exempt left out.
pub(super) struct Counted {
    pub(super) predikat: PatternCounts,
    pub(super) unrated: u32,
}

/// Counts each person once: the post held for good before Plt and Plh, then the latest.
pub(super) fn counts(view: &View<'_>, unit: UnitId, period: Period) -> Result<Counted, Trouble> {
    let choice = AppraiserChoice::Everybody;
    let asked = Asked {
        unit: Some(unit),
        period,
        choice: &choice,
        user: None,
    };
    let rows = roster(view, &asked)?;
    let evaluations: HashMap<AssignmentId, Evaluation> = view
        .evaluations_in(period, Some(unit))?
        .into_iter()
        .map(|it| (it.assignment, it))
        .collect();
    let mut people: BTreeMap<EmployeeId, &RosterRow> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.exempt.is_none()) {
        let shown = people.entry(row.employee.id).or_insert(row);
        if weight(row) > weight(shown) {
            *shown = row;
        }
    }
    let predikat: Vec<Option<Predikat>> = people
        .values()
        .map(|row| {
            evaluations
                .get(&row.assignment.id)
                .and_then(Evaluation::predikat)
        })
        .collect();
    let unrated = predikat.iter().filter(|it| it.is_none()).count();
    Ok(Counted {
        predikat: PatternCounts::of(predikat.into_iter().flatten()),
        unrated: u32::try_from(unrated).unwrap_or(u32::MAX),
    })
}

fn weight(row: &RosterRow) -> (bool, NaiveDate) {
    (
        row.assignment.tenure == Tenure::Definitif,
        row.assignment.from,
    )
}
