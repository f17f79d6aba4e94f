//! One person with posts, exceptions and history.

use super::changes::changes;
use crate::people::People;
use crate::{Desk, Trouble};
use api::employees::{AssignmentLine, EmployeeDetail, GetEmployee, MasterWarning, RatedPeriod};
use api::error::ErrorCode;
use domain::evaluation::EvaluationState;
use domain::nip::NipWarning;
use domain::{Employee, EmployeeId, PersonReference};
use store::View;

/// Everything about one person.
pub(crate) fn get_employee(
    desk: &Desk<'_>,
    request: &GetEmployee,
) -> Result<EmployeeDetail, Trouble> {
    detail(desk, request.employee)
}

pub(super) fn detail(desk: &Desk<'_>, id: EmployeeId) -> Result<EmployeeDetail, Trouble> {
    desk.read(|view| {
        let employee = view.employee(id)?.ok_or(ErrorCode::NotFound)?;
        let mut exceptions = view.exceptions_of(id)?;
        exceptions.sort_by_key(|it| std::cmp::Reverse(it.from));
        Ok::<_, Trouble>(EmployeeDetail {
            warnings: warnings(&employee),
            assignments: posts(view, desk, id)?,
            history: history(view, id)?,
            changes: changes(view, id)?,
            exceptions,
            employee,
        })
    })
}

fn warnings(employee: &Employee) -> Vec<MasterWarning> {
    let digits = employee.nip.check_master(employee.birth_date, employee.sex);
    let mut warnings: Vec<MasterWarning> = digits
        .into_iter()
        .filter_map(|warning| match warning {
            NipWarning::Sex => Some(MasterWarning::Sex),
            NipWarning::BirthDate => Some(MasterWarning::BirthDate),
            NipWarning::AppointedLater => None,
        })
        .collect();
    if employee.kind != employee.nip.kind() {
        warnings.push(MasterWarning::Kind);
    }
    warnings
}

fn posts(view: &View<'_>, desk: &Desk<'_>, id: EmployeeId) -> Result<Vec<AssignmentLine>, Trouble> {
    let people = People::new(view, desk.today())?;
    let name = |person: Option<&PersonReference>| match person {
        Some(person) => people.describe(person).map(|it| it.name),
        None => Ok(String::new()),
    };
    let mut posts = view.assignments_of(id)?;
    posts.sort_by_key(|it| std::cmp::Reverse((it.from, it.id)));
    posts
        .into_iter()
        .map(|assignment| {
            Ok(AssignmentLine {
                unit: people.unit_name(assignment.unit),
                appraiser: name(people.appraiser(&assignment)?.as_ref())?,
                appraiser_superior: name(assignment.appraiser_superior.as_ref())?,
                assignment,
            })
        })
        .collect()
}

fn history(view: &View<'_>, id: EmployeeId) -> Result<Vec<RatedPeriod>, Trouble> {
    let mut rated: Vec<RatedPeriod> = view
        .evaluations_of_employee(id)?
        .into_iter()
        .map(|it| RatedPeriod {
            period: it.period,
            predikat: it.predikat(),
            ready: it.state == EvaluationState::Ready,
        })
        .filter(|it| it.predikat.is_some() || it.ready)
        .collect();
    rated.sort_by_key(|it| std::cmp::Reverse((it.period.last_day(), it.period.first_day())));
    Ok(rated)
}
