//! What stands in the fields of a person.

use crate::centre::parts::grouped;
use crate::screens::employees::FormTrouble;
use api::central::master::PersonFields;
use chrono::NaiveDate;
use domain::Golongan;
use leptos::prelude::*;

/// The fields. A copyable handle.
#[derive(Clone, Copy)]
pub struct Draft {
    pub name: RwSignal<String>,
    pub title_before: RwSignal<String>,
    pub title_after: RwSignal<String>,
    pub nip: RwSignal<String>,
    pub education: RwSignal<String>,
    pub pns_id: RwSignal<String>,
    pub golongan: RwSignal<Option<Golongan>>,
    pub since: RwSignal<Option<NaiveDate>>,
    /// Something is typed that is no day.
    pub since_unread: RwSignal<bool>,
}

impl Draft {
    /// The fields, named as in the request.
    pub const FIELDS: &'static [&'static str] = &[
        "name",
        "title_before",
        "title_after",
        "nip",
        "education",
        "pns_id",
        "golongan_since",
    ];

    pub fn of(fields: &PersonFields) -> Self {
        Self {
            name: RwSignal::new(fields.name.clone()),
            title_before: RwSignal::new(fields.title_before.clone()),
            title_after: RwSignal::new(fields.title_after.clone()),
            nip: RwSignal::new(grouped(&fields.nip)),
            education: RwSignal::new(fields.education.clone()),
            pns_id: RwSignal::new(fields.pns_id.clone()),
            golongan: RwSignal::new(fields.golongan),
            since: RwSignal::new(fields.golongan_since),
            since_unread: RwSignal::new(false),
        }
    }

    pub fn fields(self) -> PersonFields {
        untrack(move || self.typed())
    }

    /// As [`Self::fields`]; listens.
    pub fn typed(self) -> PersonFields {
        PersonFields {
            name: self.name.get(),
            title_before: self.title_before.get(),
            title_after: self.title_after.get(),
            nip: self.nip.get(),
            education: self.education.get(),
            pns_id: self.pns_id.get(),
            golongan: self.golongan.get(),
            golongan_since: self.since.get(),
        }
    }

    /// Shows what was typed upon `before`; fields that nobody has typed into follow `newer`.
    pub fn take_up(self, (before, typed): (&PersonFields, PersonFields), newer: &PersonFields) {
        self.name.set(typed.name);
        self.title_before.set(typed.title_before);
        self.title_after.set(typed.title_after);
        self.nip.set(typed.nip);
        self.education.set(typed.education);
        self.pns_id.set(typed.pns_id);
        self.golongan.set(typed.golongan);
        self.since.set(typed.golongan_since);
        self.follow(before, newer);
    }

    /// A newer version is here: fields that nobody has typed into since `before` follow it.
    pub fn follow(self, before: &PersonFields, newer: &PersonFields) {
        follow(self.name, &before.name, &newer.name);
        follow(self.title_before, &before.title_before, &newer.title_before);
        follow(self.title_after, &before.title_after, &newer.title_after);
        follow(self.nip, &grouped(&before.nip), &grouped(&newer.nip));
        follow(self.education, &before.education, &newer.education);
        follow(self.pns_id, &before.pns_id, &newer.pns_id);
        follow(self.golongan, &before.golongan, &newer.golongan);
        follow(self.since, &before.golongan_since, &newer.golongan_since);
    }

    /// What is wrong with a field is forgotten when somebody changes it.
    pub fn forgive(self, trouble: FormTrouble) {
        trouble.follow("name", move || self.name.track());
        trouble.follow("title_before", move || self.title_before.track());
        trouble.follow("title_after", move || self.title_after.track());
        trouble.follow("nip", move || self.nip.track());
        trouble.follow("education", move || self.education.track());
        trouble.follow("pns_id", move || self.pns_id.track());
        trouble.follow("golongan_since", move || {
            self.since.track();
            self.golongan.track();
        });
    }
}

fn follow<T>(field: RwSignal<T>, before: &T, newer: &T)
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    if before != newer && field.with_untracked(|now| now == before) {
        field.set(newer.clone());
    }
}
