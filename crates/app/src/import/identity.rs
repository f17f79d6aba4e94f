//! Of whom a row speaks.

use super::known::Known;
use crate::{Desk, Trouble};
use ::reports::import::{Entry, Parsed};
use domain::rules::normalised;
use domain::{EmployeeId, Nip};
use std::collections::{HashMap, HashSet};

/// The person of a row.
pub(super) struct Identity {
    pub(super) id: EmployeeId,
    pub(super) is_new: bool,
    /// Somebody else with the same name is here or in the file: they stay two people.
    pub(super) has_namesake: bool,
}

/// The people of a file: each accepted row has one, no two rows the same.
pub(super) struct Identities {
    by_row: HashMap<u32, Identity>,
    by_nip: HashMap<Nip, EmployeeId>,
    people: HashSet<EmployeeId>,
}

impl Identities {
    pub(super) fn find(desk: &Desk<'_>, parsed: &Parsed, known: &Known) -> Result<Self, Trouble> {
        let nips: HashSet<&Nip> = parsed.accepted().map(|(_, entry)| &entry.nip).collect();
        let mut found = Self {
            by_row: HashMap::new(),
            by_nip: HashMap::new(),
            people: HashSet::new(),
        };
        let mut names: HashMap<String, u32> = HashMap::new();
        for (_, entry) in parsed.accepted() {
            *names.entry(normalised(&entry.name)).or_default() += 1;
        }
        for (row, entry) in parsed.accepted() {
            let here = known.with_nip(&entry.nip).or_else(|| {
                renumbered(entry, known, &nips).filter(|id| !found.people.contains(id))
            });
            let id = match here {
                Some(id) => id,
                None => EmployeeId(desk.new_id()?),
            };
            let is_new = here.is_none();
            let others = known
                .with_name(&entry.name)
                .iter()
                .any(|other| *other != id);
            let twice = names
                .get(&normalised(&entry.name))
                .is_some_and(|count| *count > 1);
            found.people.insert(id);
            found.by_nip.insert(entry.nip.clone(), id);
            let has_namesake = is_new && (others || twice);
            found.by_row.insert(
                row.row,
                Identity {
                    id,
                    is_new,
                    has_namesake,
                },
            );
        }
        Ok(found)
    }

    pub(super) fn of_row(&self, row: u32) -> Option<&Identity> {
        self.by_row.get(&row)
    }

    /// Somebody of the file by NIP.
    pub(super) fn with_nip(&self, nip: &Nip) -> Option<EmployeeId> {
        self.by_nip.get(nip).copied()
    }

    pub(super) fn contains(&self, id: EmployeeId) -> bool {
        self.people.contains(&id)
    }
}

/// A PPPK gets a new number with a new formation; SIASN's PNS ID stays. Whose old number stands in
/// the file, too, is not the one.
fn renumbered(entry: &Entry, known: &Known, nips: &HashSet<&Nip>) -> Option<EmployeeId> {
    let id = known.with_pns_id(entry.pns_id.as_deref()?)?;
    let old = known.employee(id)?;
    (!nips.contains(&old.nip)).then_some(id)
}
