//! Beranda: what is missing, whose turn it is, and *Siap dikirim*.

mod finish;
mod groups;
mod progress;
mod reminder;

pub(crate) use finish::{finish, preview_finish};

use crate::notes::Lines;
use crate::roster::{Asked, roster};
use crate::sheet::{Standing, Standings};
use crate::{Desk, Trouble};
use api::error::ErrorCode;
use api::home::{GetHome, Home, MissingGroup, ReturnedRating, Turns};
use api::notes::NoteLine;
use api::sheet::AppraiserChoice;
use domain::deadline::{days_left, deadline};
use domain::{EmployeeId, ExceptionKind, Period, UnitId};
use groups::{missing_groups, returned};
use progress::Progress;
use std::collections::{BTreeMap, HashSet};
use store::View;

/// How many of the newest notes Beranda shows.
const NOTES: usize = 5;

/// The newest notes of a unit are searched this deep for those of the appraiser's people.
const NOTES_SEARCHED: u32 = 100;

pub(crate) fn get_home(desk: &Desk<'_>, request: &GetHome) -> Result<Home, Trouble> {
    desk.read(|view| {
        let unit = view.unit(request.unit)?.ok_or(ErrorCode::NotFound)?;
        let (period, choice) = (request.period, &request.appraiser);
        let people = standings_of(desk, view, &Asked::at(desk, Some(unit.id), period, choice))?;
        let progress = Progress::of(&people);
        let missing = missing_groups(&people);
        let returned = returned(&people);
        let deadline = deadline(&desk.rules.at(period).deadlines, period);
        let days_left = days_left(deadline, unit.zone.day(desk.now));
        Ok::<_, Trouble>(Home {
            total: progress.total,
            complete: progress.complete,
            ready: progress.ready,
            turns: turns(desk, view, (unit.id, period))?,
            exempt: exempt(&people),
            deadline,
            days_left,
            notes: newest_notes(view, unit.id, &people)?,
            trend: progress::trend(desk, view, request, progress)?,
            organisation_set: view.organisation_result(unit.id, period)?.is_some(),
            reminder_text: reminder::text(&reminder::About {
                unit: &unit.name,
                period,
                progress,
                returned: &returned,
                missing: &missing,
                deadline,
                days_left,
            }),
            returned,
            missing,
        })
    })
}

/// What keeps a period from being whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// What the centre returned.
    pub returned: Vec<ReturnedRating>,
    /// What is missing.
    pub groups: Vec<MissingGroup>,
}

/// What is missing in a period, over all units and appraisers.
///
/// # Errors
/// The database could not be read.
pub fn missing_everywhere(desk: &Desk<'_>, period: Period) -> Result<Missing, Trouble> {
    let everybody = AppraiserChoice::Everybody;
    desk.read(|view| {
        let people = standings_of(desk, view, &Asked::at(desk, None, period, &everybody))?;
        Ok::<_, Trouble>(Missing {
            returned: returned(&people),
            groups: missing_groups(&people),
        })
    })
}

/// Where the rows stand that are asked for.
fn standings_of(
    desk: &Desk<'_>,
    view: &View<'_>,
    asked: &Asked<'_>,
) -> Result<Vec<Standing>, Trouble> {
    let rows = roster(view, asked)?;
    Standings::new(desk, view, asked.period).of_unit(asked.unit, rows)
}

/// Who is waited for in the unit: a row waits for its appraiser until *Siap dikirim* is said. People
/// are counted, not posts.
fn turns(
    desk: &Desk<'_>,
    view: &View<'_>,
    (unit, period): (UnitId, Period),
) -> Result<Turns, Trouble> {
    let everybody = AppraiserChoice::Everybody;
    let all = standings_of(desk, view, &Asked::at(desk, Some(unit), period, &everybody))?;
    let (mut you, mut others, mut exempt) = (HashSet::new(), HashSet::new(), HashSet::new());
    for standing in all {
        let row = &standing.row;
        let group = if standing.is_exempt() {
            &mut exempt
        } else if standing.is_ready() {
            continue;
        } else if row.is_rated_by(desk.user.as_ref()) {
            &mut you
        } else {
            &mut others
        };
        group.insert(row.employee.id);
    }
    Ok(Turns {
        you: progress::count(you.len()),
        others: progress::count(others.len()),
        exempt: progress::count(exempt.len()),
    })
}

/// How many people are exempt, by kind, in the order of screens.
fn exempt(people: &[Standing]) -> Vec<(ExceptionKind, u32)> {
    let mut kinds: BTreeMap<ExceptionKind, HashSet<EmployeeId>> = BTreeMap::new();
    for row in people.iter().map(|standing| &standing.row) {
        if let Some(kind) = row.exempt {
            kinds.entry(kind).or_default().insert(row.employee.id);
        }
    }
    ExceptionKind::ALL
        .into_iter()
        .filter_map(|kind| {
            kinds
                .get(&kind)
                .map(|people| (kind, progress::count(people.len())))
        })
        .collect()
}

fn newest_notes(
    view: &View<'_>,
    unit: UnitId,
    people: &[Standing],
) -> Result<Vec<NoteLine>, Trouble> {
    let these: HashSet<EmployeeId> = people.iter().map(|it| it.row.employee.id).collect();
    let lines = Lines::new(view);
    view.notes_recent(Some(unit), NOTES_SEARCHED)?
        .into_iter()
        .filter(|note| these.contains(&note.employee))
        .take(NOTES)
        .map(|note| lines.note(note))
        .collect()
}
