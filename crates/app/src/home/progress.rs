//! How far a period has come. People are counted, not rows: who holds two posts counts once, and
//! is complete when both are.

use super::standings_of;
use crate::roster::Asked;
use crate::sheet::Standing;
use crate::{Desk, Trouble};
use api::home::{GetHome, TrendPoint};
use api::sheet::RowStatus;
use domain::EmployeeId;
use std::collections::BTreeMap;
use store::View;

/// How many periods the trend shows, the present one included.
const TREND: usize = 6;

/// Counts of people who are to be rated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Progress {
    pub(super) total: u32,
    pub(super) complete: u32,
    pub(super) ready: u32,
}

impl Progress {
    pub(super) fn of(people: &[Standing]) -> Self {
        let mut each: BTreeMap<EmployeeId, (bool, bool)> = BTreeMap::new();
        for standing in people.iter().filter(|standing| !standing.is_exempt()) {
            let (complete, ready) = each.entry(standing.row.employee.id).or_insert((true, true));
            *complete &= standing.blocks().is_empty() && standing.status() != RowStatus::Returned;
            *ready &= standing.is_ready();
        }
        Self {
            total: count(each.len()),
            complete: count(each.values().filter(|(complete, _)| *complete).count()),
            ready: count(each.values().filter(|(_, ready)| *ready).count()),
        }
    }
}

/// The last periods, oldest first, the present one last. Periods before the first rating say
/// nothing about anybody and are left out.
pub(super) fn trend(
    desk: &Desk<'_>,
    view: &View<'_>,
    request: &GetHome,
    now: Progress,
) -> Result<Vec<TrendPoint>, Trouble> {
    let point = |period, progress: Progress| TrendPoint {
        period,
        complete: progress.complete,
        total: progress.total,
    };
    let periods = std::iter::successors(Some(request.period), |it| Some(it.previous()));
    let mut earlier = Vec::new();
    for period in periods.take(TREND).skip(1) {
        let asked = Asked::at(desk, Some(request.unit), period, &request.appraiser);
        let people = standings_of(desk, view, &asked)?;
        let is_begun = people.iter().any(|standing| standing.evaluation.is_some());
        earlier.push((is_begun, point(period, Progress::of(&people))));
    }
    let trend = earlier
        .into_iter()
        .rev()
        .skip_while(|(is_begun, _)| !is_begun);
    let now = point(request.period, now);
    Ok(trend.map(|(_, point)| point).chain([now]).collect())
}

pub(super) fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
