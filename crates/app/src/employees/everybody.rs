//! Everybody with the post held today, one line each: the list of the terminal.

use crate::people::{People, golongan_on, post_on};
use crate::roster::{Rank, exempting};
use crate::{Desk, Trouble};
use api::employees::EmployeeLine;
use chrono::NaiveDate;
use domain::{Employee, Period, Rhythm};
use store::View;

/// Unit by unit, in the order of every list. Who holds two posts stands there with the definitif
/// one; who has left or is not here yet, with the latest.
///
/// # Errors
/// The database could not be read.
pub fn everybody(desk: &Desk<'_>) -> Result<Vec<EmployeeLine>, Trouble> {
    let today = desk.today();
    desk.read(|view| {
        let people = People::new(view, today)?;
        let mut employees = Vec::new();
        view.for_each_employee(|employee| {
            employees.push(employee);
            Ok(())
        })?;
        let mut ranked = Vec::with_capacity(employees.len());
        for employee in employees {
            ranked.push(line(view, &people, (employee, today))?);
        }
        ranked.sort_by(|(one, a), (other, b)| (&a.unit, one).cmp(&(&b.unit, other)));
        Ok::<_, Trouble>(ranked.into_iter().map(|(_, line)| line).collect())
    })
}

fn line(
    view: &View<'_>,
    people: &People<'_>,
    (employee, today): (Employee, NaiveDate),
) -> Result<(Rank, EmployeeLine), Trouble> {
    let posts = view.assignments_of(employee.id)?;
    let post = post_on(&posts, today).or_else(|| posts.iter().max_by_key(|post| post.from));
    let appraiser = match post {
        Some(post) => people.appraiser(post)?,
        None => None,
    };
    let appraiser = match &appraiser {
        Some(person) => people.describe(person)?.name,
        None => String::new(),
    };
    let month = Period::containing(today, Rhythm::Monthly);
    let line = EmployeeLine {
        employee: employee.id,
        assignment: post.map(|it| it.id),
        name: employee.full_name(),
        nip: employee.nip.clone(),
        kind: employee.kind,
        jabatan: post.map(|it| it.jabatan.clone()).unwrap_or_default(),
        golongan: golongan_on(&employee, post, today),
        unit: post.map(|it| people.unit_name(it.unit)).unwrap_or_default(),
        appraiser,
        exempt: exempting(&view.exceptions_of(employee.id)?, month),
        tenure: post.map(|it| it.tenure).unwrap_or_default(),
    };
    Ok((Rank::of(&employee, post), line))
}
