//! Who is here and not in the file: offered as mutasi or pensiun, never deleted.

use super::identity::Identities;
use super::known::Known;
use crate::Trouble;
use ::reports::import::Parsed;
use api::import::MissingFromFile;
use chrono::NaiveDate;
use domain::assignment::Tenure;
use domain::rules::normalised;
use domain::{Employee, EmployeeId, Nip, Period, Rhythm, UnitId};
use std::collections::{BTreeSet, HashSet};
use store::View;

/// People whose post of today is in one of these units, and of whom no row speaks.
pub(super) fn missing(
    view: &View<'_>,
    (known, identities, parsed): (&Known, &Identities, &Parsed),
    units: &BTreeSet<UnitId>,
    today: NaiveDate,
) -> Result<Vec<MissingFromFile>, Trouble> {
    let mentioned = Mentioned::in_rejected(parsed);
    let month = Period::containing(today, Rhythm::Monthly);
    let mut listed: HashSet<EmployeeId> = HashSet::new();
    let mut missing = Vec::new();
    for unit in known.units.iter().filter(|unit| units.contains(&unit.id)) {
        for post in view.assignments_in(unit.id, month)? {
            let is_held = post.from <= today
                && post.to.is_none_or(|to| to >= today)
                && post.tenure == Tenure::Definitif;
            let is_here = is_held && !known.is_gone(post.employee);
            let Some(employee) = known.employee(post.employee).filter(|_| is_here) else {
                continue;
            };
            let is_in_file = identities.contains(employee.id) || mentioned.speak_of(employee);
            if !is_in_file && listed.insert(employee.id) {
                missing.push(MissingFromFile {
                    employee: employee.id,
                    name: employee.full_name(),
                    nip: employee.nip.clone(),
                    unit: unit.name.clone(),
                });
            }
        }
    }
    missing.sort_by_cached_key(|it| (it.unit.to_lowercase(), it.name.to_lowercase()));
    Ok(missing)
}

/// Rejected rows speak of somebody, too: a damaged NIP is no transfer.
struct Mentioned<'a> {
    nips: HashSet<&'a Nip>,
    names: HashSet<String>,
}

impl<'a> Mentioned<'a> {
    fn in_rejected(parsed: &'a Parsed) -> Self {
        let rejected = || parsed.rejected().map(|(_, rejected)| rejected);
        Self {
            nips: rejected().filter_map(|it| it.nip.as_ref()).collect(),
            names: rejected().map(|it| normalised(&it.name)).collect(),
        }
    }

    fn speak_of(&self, employee: &Employee) -> bool {
        self.nips.contains(&employee.nip)
            || self.names.contains(&normalised(&employee.name))
            || self.names.contains(&normalised(&employee.full_name()))
    }
}
