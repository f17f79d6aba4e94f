//! Who is meant: names, posts and units of appraisers, as of a day.

use crate::Trouble;
use chrono::NaiveDate;
use domain::{Assignment, Employee, EmployeeId, Golongan, Nip, PersonReference, Unit, UnitId};
use std::cell::RefCell;
use std::collections::HashMap;
use store::View;

/// A person with the post that he or she holds on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Person {
    pub(crate) name: String,
    pub(crate) nip: Option<Nip>,
    pub(crate) pns_id: Option<String>,
    pub(crate) jabatan: String,
    pub(crate) golongan: Option<Golongan>,
    pub(crate) unit: String,
    pub(crate) unit_siasn_id: Option<String>,
}

impl Person {
    /// Stands for the person in a choice: the NIP, or the name of somebody without one.
    pub(crate) fn key(&self) -> String {
        self.nip
            .as_ref()
            .map_or_else(|| self.name.clone(), |nip| nip.digits().to_owned())
    }
}

/// Looks people up once each, as of one day.
pub(crate) struct People<'a> {
    view: &'a View<'a>,
    day: NaiveDate,
    units: HashMap<UnitId, Unit>,
    known: RefCell<HashMap<EmployeeId, Person>>,
}

impl<'a> People<'a> {
    pub(crate) fn new(view: &'a View<'a>, day: NaiveDate) -> Result<Self, Trouble> {
        let units = view
            .units()?
            .into_iter()
            .map(|unit| (unit.id, unit))
            .collect();
        Ok(Self {
            view,
            day,
            units,
            known: RefCell::default(),
        })
    }

    /// A unit that was read with the others.
    pub(crate) fn unit(&self, id: UnitId) -> Option<&Unit> {
        self.units.get(&id)
    }

    /// A unit's name; empty when it is not here.
    pub(crate) fn unit_name(&self, id: UnitId) -> String {
        self.unit(id)
            .map(|unit| unit.name.clone())
            .unwrap_or_default()
    }

    /// The pejabat penilai of a post: the one named, else the unit's head. The head's own post
    /// goes up to the head of the unit above; nobody rates himself or herself by default.
    pub(crate) fn appraiser(
        &self,
        assignment: &Assignment,
    ) -> Result<Option<PersonReference>, Trouble> {
        if assignment.appraiser.is_some() {
            return Ok(assignment.appraiser.clone());
        }
        let mut unit = self.unit(assignment.unit);
        // A unit above itself cannot be saved; the bound holds for damaged data, too.
        for _ in 0..self.units.len() {
            let Some((here, head)) = unit.and_then(|it| Some((it, it.head.as_ref()?))) else {
                break;
            };
            if !self.is_employee(head, assignment.employee)? {
                return Ok(Some(head.clone()));
            }
            unit = here.parent.and_then(|parent| self.unit(parent));
        }
        Ok(None)
    }

    /// The person with the post held on the day.
    pub(crate) fn describe(&self, reference: &PersonReference) -> Result<Person, Trouble> {
        match reference {
            PersonReference::Employee(id) => self.employee(*id),
            PersonReference::Typed(typed) => {
                // A typed person who is in the list after all is shown as the list has it, where
                // the typing says nothing.
                Ok(Person {
                    name: typed.name.clone(),
                    nip: typed.nip.clone(),
                    pns_id: None,
                    jabatan: typed.jabatan.clone(),
                    golongan: typed.golongan,
                    unit: typed.unit.clone(),
                    unit_siasn_id: None,
                })
            }
        }
    }

    /// Whether the two are the same human being: the same entry, or the same NIP.
    pub(crate) fn is_employee(
        &self,
        reference: &PersonReference,
        employee: EmployeeId,
    ) -> Result<bool, Trouble> {
        Ok(match reference {
            PersonReference::Employee(id) => *id == employee,
            PersonReference::Typed(typed) => match &typed.nip {
                Some(nip) => self
                    .view
                    .employee(employee)?
                    .is_some_and(|it| it.nip == *nip),
                None => false,
            },
        })
    }

    fn employee(&self, id: EmployeeId) -> Result<Person, Trouble> {
        if let Some(person) = self.known.borrow().get(&id) {
            return Ok(person.clone());
        }
        let Some(employee) = self.view.employee(id)? else {
            return Ok(Person::default());
        };
        let posts = self.view.assignments_of(id)?;
        let person = self.with_post(&employee, post_on(&posts, self.day));
        self.known.borrow_mut().insert(id, person.clone());
        Ok(person)
    }

    fn with_post(&self, employee: &Employee, post: Option<&Assignment>) -> Person {
        let unit = post.and_then(|post| self.unit(post.unit));
        Person {
            name: employee.full_name(),
            nip: Some(employee.nip.clone()),
            pns_id: employee.pns_id.clone(),
            jabatan: post.map(|post| post.jabatan.clone()).unwrap_or_default(),
            golongan: golongan_on(employee, post, self.day),
            unit: unit.map(|unit| unit.name.clone()).unwrap_or_default(),
            unit_siasn_id: unit.and_then(|unit| unit.siasn_unor_id.clone()),
        }
    }
}

/// The golongan on a day: that of the post, else the person's own, unless it was given later.
pub(crate) fn golongan_on(
    employee: &Employee,
    post: Option<&Assignment>,
    day: NaiveDate,
) -> Option<Golongan> {
    let given = employee.golongan_since.is_none_or(|since| since <= day);
    post.and_then(|post| post.golongan)
        .or(employee.golongan.filter(|_| given))
}

/// The post that somebody holds on a day: definitif before Plt and Plh, the latest first.
pub(crate) fn post_on(posts: &[Assignment], day: NaiveDate) -> Option<&Assignment> {
    use domain::assignment::Tenure;
    posts
        .iter()
        .filter(|post| post.from <= day && post.to.is_none_or(|to| to >= day))
        .max_by_key(|post| (post.tenure == Tenure::Definitif, post.from))
}
