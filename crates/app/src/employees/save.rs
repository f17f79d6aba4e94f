//! Adding and correcting a person.

use super::detail::detail;
use super::post::assignment;
use crate::{Desk, Operation, Trouble, form, heads};
use api::employees::{EmployeeDetail, SaveEmployee};
use api::error::ErrorCode;
use domain::{AssignmentId, Document, Employee, EmployeeId, Nip};
use store::Act;

/// Adds or corrects a person. A changed NIP (a PPPK's new formation) keeps the identity.
pub(crate) fn save_employee(
    desk: &Desk<'_>,
    request: &SaveEmployee,
) -> Result<EmployeeDetail, Trouble> {
    let name = form::required(&request.name, "name")?;
    let nip = Nip::parse(&request.nip).map_err(ErrorCode::Nip)?;
    let id = desk.transact(Operation::SaveEmployee, |act| {
        nip_is_free(act, &nip, request.employee)?;
        let before = match request.employee {
            Some(id) => act.employee(id)?.ok_or(ErrorCode::NotFound)?,
            None => blank(EmployeeId(desk.new_id()?), &nip),
        };
        let kind = if before.nip == nip {
            before.kind
        } else {
            nip.kind()
        };
        let mut employee = Employee {
            name,
            title_before: form::optional(&request.title_before, "title_before")?,
            title_after: form::optional(&request.title_after, "title_after")?,
            nip,
            kind,
            sex: request.sex,
            birth_date: request.birth_date,
            education: form::optional(&request.education, "education")?,
            ..before
        };
        let post = match (&request.post, request.employee) {
            (Some(post), None) => {
                let new = AssignmentId(desk.new_id()?);
                employee.golongan = post.golongan;
                Some(assignment(act, employee.id, new, post)?)
            }
            _ => None,
        };
        act.put(Document::Employee(employee.clone()))?;
        if let Some(post) = post {
            act.put(Document::Assignment(post))?;
        }
        heads::adopt(act, std::slice::from_ref(&employee))?;
        Ok(employee.id)
    })?;
    detail(desk, id)
}

fn nip_is_free(act: &Act<'_>, nip: &Nip, who: Option<EmployeeId>) -> Result<(), Trouble> {
    match act.employee_by_nip(nip)? {
        Some(other) if Some(other.id) != who => Err(ErrorCode::NipTaken(other.full_name()).into()),
        _ => Ok(()),
    }
}

fn blank(id: EmployeeId, nip: &Nip) -> Employee {
    Employee {
        id,
        name: String::new(),
        title_before: String::new(),
        title_after: String::new(),
        nip: nip.clone(),
        kind: nip.kind(),
        sex: None,
        birth_date: None,
        golongan: None,
        golongan_since: None,
        education: String::new(),
        pns_id: None,
    }
}
