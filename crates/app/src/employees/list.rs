//! The list of a unit.

use super::search::Words;
use crate::people::{People, post_on};
use crate::roster::{Asked, Rank, RosterRow, exempting, roster};
use crate::{Desk, Trouble};
use api::employees::{EmployeeFilter, EmployeeLine, EmployeeList, ListEmployees};
use api::sheet::AppraiserChoice;
use domain::{Assignment, Employee, EmployeeId, Period, UnitId};
use std::collections::HashSet;
use store::View;

/// Lists people with the post that they hold in the period.
pub(crate) fn list_employees(
    desk: &Desk<'_>,
    request: &ListEmployees,
) -> Result<EmployeeList, Trouble> {
    desk.read(|view| {
        let choice = AppraiserChoice::Everybody;
        let rows = roster(
            view,
            &Asked::at(desk, request.unit, request.period, &choice),
        )?;
        let present: HashSet<EmployeeId> = rows.iter().map(|row| row.employee.id).collect();
        let people = People::new(view, request.period.last_day())?;
        let mut lines: Vec<EmployeeLine> = rows
            .iter()
            .filter(|row| shows(request.filter, row))
            .map(|row| present_line(row, &people))
            .collect();
        if request.filter == EmployeeFilter::Everybody {
            lines.extend(absent_lines(view, request, &present)?);
        }
        let words = Words::of(&request.query);
        lines.retain(|line| words.match_person(&[&line.name, &line.jabatan], &line.nip));
        Ok::<_, Trouble>(EmployeeList {
            lines,
            total: u32::try_from(present.len()).unwrap_or(u32::MAX),
        })
    })
}

fn shows(filter: EmployeeFilter, row: &RosterRow) -> bool {
    match filter {
        EmployeeFilter::Active | EmployeeFilter::Everybody => true,
        EmployeeFilter::Exempt => row.exempt.is_some(),
        EmployeeFilter::WithoutAppraiser => row.appraiser.is_none() && row.exempt.is_none(),
    }
}

fn present_line(row: &RosterRow, people: &People<'_>) -> EmployeeLine {
    EmployeeLine {
        employee: row.employee.id,
        assignment: Some(row.assignment.id),
        name: row.employee.full_name(),
        nip: row.employee.nip.clone(),
        kind: row.employee.kind,
        jabatan: row.assignment.jabatan.clone(),
        golongan: row.assignment.golongan.or(row.employee.golongan),
        unit: people.unit_name(row.assignment.unit),
        appraiser: row
            .appraiser_person
            .as_ref()
            .map(|it| it.name.clone())
            .unwrap_or_default(),
        exempt: row.exempt,
        tenure: row.assignment.tenure,
    }
}

/// People without a row in the period: who left, who is not here yet, who never had a post.
fn absent_lines(
    view: &View<'_>,
    request: &ListEmployees,
    present: &HashSet<EmployeeId>,
) -> Result<Vec<EmployeeLine>, Trouble> {
    let people = People::new(view, request.period.last_day())?;
    let mut absent: Vec<Employee> = Vec::new();
    view.for_each_employee(|employee| {
        if !present.contains(&employee.id) {
            absent.push(employee);
        }
        Ok(())
    })?;
    let mut ranked = Vec::new();
    for employee in absent {
        let posts = view.assignments_of(employee.id)?;
        if !belongs(&posts, request.unit) {
            continue;
        }
        let post = last_post(&posts, request.period);
        let exceptions = view.exceptions_of(employee.id)?;
        let line = EmployeeLine {
            employee: employee.id,
            assignment: None,
            name: employee.full_name(),
            nip: employee.nip.clone(),
            kind: employee.kind,
            jabatan: post.map(|it| it.jabatan.clone()).unwrap_or_default(),
            golongan: post.and_then(|it| it.golongan).or(employee.golongan),
            unit: post.map(|it| people.unit_name(it.unit)).unwrap_or_default(),
            appraiser: String::new(),
            exempt: exempting(&exceptions, request.period),
            tenure: post.map(|it| it.tenure).unwrap_or_default(),
        };
        ranked.push((Rank::of(&employee, post), line));
    }
    ranked.sort_by(|one, other| one.0.cmp(&other.0));
    Ok(ranked.into_iter().map(|(_, line)| line).collect())
}

/// Whether somebody was ever in the unit. Who has no post at all belongs to every unit, so that
/// nobody is lost from sight.
fn belongs(posts: &[Assignment], unit: Option<UnitId>) -> bool {
    match unit {
        Some(unit) => posts.is_empty() || posts.iter().any(|post| post.unit == unit),
        None => true,
    }
}

fn last_post(posts: &[Assignment], period: Period) -> Option<&Assignment> {
    post_on(posts, period.last_day()).or_else(|| posts.iter().max_by_key(|post| post.from))
}
