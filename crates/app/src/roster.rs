//! Who is to be rated: the rows of a unit in a period, each with the person who rates it.
//!
//! A row is an assignment that touches the period. Who had left before the period has none; who
//! has an exception has one that nobody needs to rate.

mod order;

use crate::people::{People, Person};
use crate::{Desk, Trouble};
use api::sheet::AppraiserChoice;
use chrono::NaiveDate;
use domain::{
    Assignment, Employee, EmployeeId, Exception, ExceptionKind, Period, PersonReference, UnitId,
    User,
};
pub(crate) use order::Rank;
use std::collections::HashMap;
use store::View;

/// One assignment in one period.
#[derive(Clone, Debug)]
pub(crate) struct RosterRow {
    pub(crate) assignment: Assignment,
    pub(crate) employee: Employee,
    /// Why nobody needs to rate the row.
    pub(crate) exempt: Option<ExceptionKind>,
    /// First and last day, when the assignment does not cover the whole period.
    pub(crate) part: Option<(NaiveDate, NaiveDate)>,
    /// The pejabat penilai, named or through the unit's head.
    pub(crate) appraiser: Option<PersonReference>,
    /// The same person with name and post, as of the period's last day.
    pub(crate) appraiser_person: Option<Person>,
    pub(crate) rates_oneself: bool,
}

/// Which rows are asked for.
#[derive(Clone, Debug)]
pub(crate) struct Asked<'a> {
    /// Every unit when empty.
    pub(crate) unit: Option<UnitId>,
    pub(crate) period: Period,
    pub(crate) choice: &'a AppraiserChoice,
    /// Whom [`AppraiserChoice::Me`] means.
    pub(crate) user: Option<&'a User>,
}

impl<'a> Asked<'a> {
    pub(crate) fn at(
        desk: &'a Desk<'_>,
        unit: Option<UnitId>,
        period: Period,
        choice: &'a AppraiserChoice,
    ) -> Self {
        Self {
            unit,
            period,
            choice,
            user: desk.user.as_ref(),
        }
    }
}

/// The rows in the order of every list: unit (when there are several), kind of post, golongan,
/// name.
pub(crate) fn roster(view: &View<'_>, asked: &Asked<'_>) -> Result<Vec<RosterRow>, Trouble> {
    let assignments = match asked.unit {
        Some(unit) => view.assignments_in(unit, asked.period)?,
        None => view.assignments_touching(asked.period)?,
    };
    let rows = Rows::new(view, asked.period)?;
    let mut found = rows.of(assignments)?;
    order::sort(&mut found, |unit| rows.people.unit_name(unit));
    Ok(rated_by(found, asked))
}

/// Name of the appraiser whose people these rows are; empty when they are everybody's.
pub(crate) fn appraiser_name(rows: &[RosterRow], asked: &Asked<'_>) -> String {
    let Some(key) = chosen_key(asked) else {
        return String::new();
    };
    rows.first()
        .and_then(|row| row.appraiser_person.as_ref())
        .filter(|person| person.key() == key)
        .map(|person| person.name.clone())
        .unwrap_or_default()
}

impl RosterRow {
    /// Whether the user is the appraiser.
    pub(crate) fn is_rated_by(&self, user: Option<&User>) -> bool {
        user.is_some_and(|user| self.is_rated_with(&user_key(user)))
    }

    /// Whether this key is the appraiser's; see [`Person::key`].
    fn is_rated_with(&self, key: &str) -> bool {
        self.appraiser_person
            .as_ref()
            .is_some_and(|person| person.key() == key)
    }
}

/// Stands for the present user among appraisers; see [`Person::key`].
pub(crate) fn user_key(user: &User) -> String {
    user.nip
        .as_ref()
        .map_or_else(|| user.name.clone(), |nip| nip.digits().to_owned())
}

/// Makes rows of a period out of assignments.
pub(crate) struct Rows<'a> {
    view: &'a View<'a>,
    pub(crate) people: People<'a>,
    period: Period,
    exceptions: HashMap<EmployeeId, Vec<Exception>>,
}

impl<'a> Rows<'a> {
    pub(crate) fn new(view: &'a View<'a>, period: Period) -> Result<Self, Trouble> {
        let mut exceptions: HashMap<_, Vec<_>> = HashMap::new();
        for exception in view.exceptions_touching(period.first_day(), period.last_day())? {
            exceptions
                .entry(exception.employee)
                .or_default()
                .push(exception);
        }
        let people = People::new(view, period.last_day())?;
        Ok(Self {
            view,
            people,
            period,
            exceptions,
        })
    }

    /// Rows in the order given, without those of people who had left.
    pub(crate) fn of(&self, assignments: Vec<Assignment>) -> Result<Vec<RosterRow>, Trouble> {
        let ids: Vec<EmployeeId> = assignments.iter().map(|it| it.employee).collect();
        let employees: HashMap<EmployeeId, Employee> = self
            .view
            .employees_by_ids(&ids)?
            .into_iter()
            .map(|it| (it.id, it))
            .collect();
        let mut rows = Vec::with_capacity(assignments.len());
        for assignment in assignments {
            let Some(employee) = employees.get(&assignment.employee) else {
                continue;
            };
            rows.extend(self.row(assignment, employee)?);
        }
        Ok(rows)
    }

    fn row(
        &self,
        assignment: Assignment,
        employee: &Employee,
    ) -> Result<Option<RosterRow>, Trouble> {
        let exceptions = self
            .exceptions
            .get(&employee.id)
            .map_or(&[][..], Vec::as_slice);
        let within = assignment.within(self.period);
        if within.is_none() || exceptions.iter().any(|it| it.left_before(self.period)) {
            return Ok(None);
        }
        let appraiser = self.people.appraiser(&assignment)?;
        let appraiser_person = match &appraiser {
            Some(person) => Some(self.people.describe(person)?),
            None => None,
        };
        let rates_oneself = match &appraiser {
            Some(PersonReference::Employee(id)) => *id == employee.id,
            Some(PersonReference::Typed(typed)) => typed.nip.as_ref() == Some(&employee.nip),
            None => false,
        };
        let whole = (self.period.first_day(), self.period.last_day());
        Ok(Some(RosterRow {
            exempt: exempting(exceptions, self.period),
            part: within.filter(|part| *part != whole),
            employee: employee.clone(),
            assignment,
            appraiser,
            appraiser_person,
            rates_oneself,
        }))
    }
}

/// The exception that exempts: leaving for good before leave.
pub(crate) fn exempting(exceptions: &[Exception], period: Period) -> Option<ExceptionKind> {
    exceptions
        .iter()
        .filter(|it| it.exempts(period))
        .max_by_key(|it| (it.kind.leaves(), it.from))
        .map(|it| it.kind)
}

fn chosen_key(asked: &Asked<'_>) -> Option<String> {
    match asked.choice {
        AppraiserChoice::Me => asked.user.map(user_key),
        AppraiserChoice::Everybody => None,
        AppraiserChoice::Person(key) => Some(key.clone()),
    }
}

fn rated_by(rows: Vec<RosterRow>, asked: &Asked<'_>) -> Vec<RosterRow> {
    let Some(key) = chosen_key(asked) else {
        return rows;
    };
    let is_chosen = |row: &RosterRow| row.is_rated_with(&key);
    // A user who rates nobody here (an operator, a superior) works for everybody.
    if *asked.choice == AppraiserChoice::Me && !rows.iter().any(is_chosen) {
        return rows;
    }
    rows.into_iter().filter(is_chosen).collect()
}
