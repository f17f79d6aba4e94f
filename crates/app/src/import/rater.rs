//! Pejabat penilai and superiors that a row names: somebody of the list by NIP, else as typed.

use super::difference::is_same;
use super::identity::Identities;
use super::known::Known;
use ::reports::import::Parsed;
use domain::{Employee, EmployeeId, Nip, PersonReference, TypedPerson};
use std::collections::HashMap;

/// Finds people by NIP, here and in the file.
pub(super) struct Raters<'a> {
    known: &'a Known,
    identities: &'a Identities,
    /// Names of people of the file, whose spelling the file may have changed.
    names: HashMap<EmployeeId, (String, &'a Nip)>,
}

/// A person whom a row names, as the plan has it.
pub(super) enum Rater {
    /// The row names nobody.
    Unsaid,
    /// The row names the very person whom it describes.
    Oneself,
    /// The row names this person.
    Named(PersonReference),
}

impl<'a> Raters<'a> {
    pub(super) fn new(known: &'a Known, identities: &'a Identities, parsed: &'a Parsed) -> Self {
        let names = parsed.accepted().filter_map(|(row, entry)| {
            let id = identities.of_row(row.row)?.id;
            let new = super::person::new(id, entry);
            Some((id, (new.full_name(), &entry.nip)))
        });
        Self {
            known,
            identities,
            names: names.collect(),
        }
    }

    pub(super) fn find(&self, typed: Option<&TypedPerson>, of: EmployeeId) -> Rater {
        let Some(typed) = typed else {
            return Rater::Unsaid;
        };
        let found = typed.nip.as_ref().and_then(|nip| self.with_nip(nip));
        match found {
            Some(id) if id == of => Rater::Oneself,
            Some(id) => Rater::Named(PersonReference::Employee(id)),
            None if typed.name.is_empty() => Rater::Unsaid,
            None => Rater::Named(PersonReference::Typed(typed.clone())),
        }
    }

    /// The person of the list with this NIP. The file wins: it knows the new numbers.
    pub(super) fn with_nip(&self, nip: &Nip) -> Option<EmployeeId> {
        self.identities
            .with_nip(nip)
            .or_else(|| self.known.with_nip(nip))
    }

    /// Whether the two are the same human being.
    pub(super) fn is_same(&self, one: &PersonReference, other: &PersonReference) -> bool {
        if one == other {
            return true;
        }
        match (self.nip(one), self.nip(other)) {
            (Some(one), Some(other)) => one == other,
            (None, None) => is_same(&self.name(one), &self.name(other)),
            _ => false,
        }
    }

    pub(super) fn name(&self, person: &PersonReference) -> String {
        match person {
            PersonReference::Typed(typed) => typed.name.clone(),
            PersonReference::Employee(id) => self
                .known
                .employee(*id)
                .map(Employee::full_name)
                .or_else(|| self.names.get(id).map(|(name, _)| name.clone()))
                .unwrap_or_default(),
        }
    }

    fn nip<'b>(&'b self, person: &'b PersonReference) -> Option<&'b Nip> {
        match person {
            PersonReference::Typed(typed) => typed.nip.as_ref(),
            PersonReference::Employee(id) => match self.names.get(id) {
                Some((_, nip)) => Some(nip),
                None => self.known.employee(*id).map(|it| &it.nip),
            },
        }
    }
}
