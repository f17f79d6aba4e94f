//! What the form of a post needs of the person's office.

use crate::centre::access::use_access;
use crate::components::PeopleSearch;
use crate::query::{Query, use_query};
use crate::screens::employees::post_fields::Elsewhere;
use api::central::OfficeId;
use api::central::master::{ListPeople, PersonLine, PersonSheet};
use api::employees::FoundPerson;
use domain::Nip;
use leptos::prelude::*;

/// So many people are offered at once.
const OFFERED: usize = 8;

/// The office of the person: its units, and its people to find.
pub fn elsewhere(found: Query<PersonSheet>) -> Elsewhere {
    let (office, units) = found.with_untracked(|sheet| {
        let units = sheet.map(|sheet| {
            let units = sheet.units.iter();
            units.map(|it| (it.unit, it.name.clone())).collect()
        });
        (sheet.map(|sheet| sheet.office), units.unwrap_or_default())
    });
    Elsewhere {
        units,
        today: use_access().today(),
        search: people_of(office),
    }
}

fn people_of(office: Option<OfficeId>) -> PeopleSearch {
    Callback::new(move |(asked,): (Signal<String>,)| {
        let found = use_query(move || {
            let search = asked.get();
            (!search.is_empty()).then_some(ListPeople {
                office,
                search,
                skip: 0,
            })
        });
        Signal::derive(move || {
            let people = found.get()?.people;
            Some(
                people
                    .into_iter()
                    .filter_map(person)
                    .take(OFFERED)
                    .collect(),
            )
        })
    })
}

fn person(line: PersonLine) -> Option<FoundPerson> {
    Some(FoundPerson {
        employee: line.employee,
        name: line.name,
        nip: Nip::parse(&line.nip).ok()?,
        jabatan: line.unit.clone(),
        unit: line.unit,
    })
}
