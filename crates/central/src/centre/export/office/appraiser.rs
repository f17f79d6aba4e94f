//! Who rates somebody, as the workbook names that person.

use super::OfficeRows;
use chrono::NaiveDate;
use domain::assignment::Tenure;
use domain::{Assignment, Employee, EmployeeId, Golongan, PersonReference};
use reports::bkn::{BknAppraiser, BknUnit};

impl OfficeRows {
    /// The pejabat penilai: the one named, else the head of the unit or of one above it; nobody
    /// rates himself or herself.
    pub(super) fn appraiser(&self, assignment: &Assignment) -> Option<PersonReference> {
        if let Some(named) = &assignment.appraiser {
            return Some(named.clone());
        }
        let mut unit = self.units.get(&assignment.unit);
        for _ in 0..self.units.len() {
            let here = unit?;
            let head = here.head.as_ref()?;
            if !self.is_employee(head, assignment.employee) {
                return Some(head.clone());
            }
            unit = here.parent.and_then(|id| self.units.get(&id));
        }
        None
    }

    fn is_employee(&self, reference: &PersonReference, employee: EmployeeId) -> bool {
        match reference {
            PersonReference::Employee(id) => *id == employee,
            PersonReference::Typed(typed) => {
                let known = self.employees.get(&employee);
                typed.nip.is_some() && known.map(|it| &it.nip) == typed.nip.as_ref()
            }
        }
    }

    pub(super) fn describe(&self, reference: &PersonReference) -> BknAppraiser {
        let id = match reference {
            PersonReference::Typed(typed) => {
                return BknAppraiser {
                    pns_id: None,
                    nip: typed.nip.clone(),
                    name: typed.name.clone(),
                    unit: BknUnit {
                        name: typed.unit.clone(),
                        ..BknUnit::default()
                    },
                    jabatan: typed.jabatan.clone(),
                    golongan: typed.golongan,
                };
            }
            PersonReference::Employee(id) => *id,
        };
        let Some(employee) = self.employees.get(&id) else {
            return BknAppraiser::default();
        };
        let day = self.period.last_day();
        let post = self
            .assignments
            .values()
            .filter(|it| it.employee == id && it.from <= day && it.to.is_none_or(|to| to >= day))
            .max_by_key(|it| (it.tenure == Tenure::Definitif, it.from, it.id));
        BknAppraiser {
            pns_id: employee.pns_id.clone(),
            nip: Some(employee.nip.clone()),
            name: employee.full_name(),
            unit: post.map(|post| self.place(post.unit)).unwrap_or_default(),
            jabatan: post.map(|post| post.jabatan.clone()).unwrap_or_default(),
            golongan: golongan_on(employee, post, day),
        }
    }
}

/// The golongan on a day: that of the post, else the person's own, unless it was given later.
pub(super) fn golongan_on(
    employee: &Employee,
    post: Option<&Assignment>,
    day: NaiveDate,
) -> Option<Golongan> {
    let given = employee.golongan_since.is_none_or(|since| since <= day);
    post.and_then(|post| post.golongan)
        .or(employee.golongan.filter(|_| given))
}
