//! A person as a form holds it.

use crate::components::restore;
use api::employees::{Post, SaveEmployee};
use chrono::NaiveDate;
use domain::nip::{NipKind, NipWarning, Sex};
use domain::{Employee, EmployeeId, Nip};
use leptos::prelude::*;
use serde_json::{Value, json};

/// The fields of the form. A copyable handle.
#[derive(Clone, Copy)]
pub struct PersonDraft {
    pub name: RwSignal<String>,
    pub title_before: RwSignal<String>,
    pub title_after: RwSignal<String>,
    pub nip: RwSignal<String>,
    pub education: RwSignal<String>,
    pub sex: RwSignal<Option<Sex>>,
    pub birth_date: RwSignal<Option<NaiveDate>>,
    /// Something is typed as birth date that is no day.
    pub birth_date_unread: RwSignal<bool>,
}

impl PersonDraft {
    /// The fields, named as in the request.
    pub const FIELDS: &'static [&'static str] =
        &["name", "title_before", "title_after", "nip", "education"];

    /// An empty form.
    pub fn new() -> Self {
        let text = || RwSignal::new(String::new());
        Self {
            name: text(),
            title_before: text(),
            title_after: text(),
            nip: text(),
            education: text(),
            sex: RwSignal::new(None),
            birth_date: RwSignal::new(None),
            birth_date_unread: RwSignal::new(false),
        }
    }

    /// A form that shows somebody.
    pub fn of(employee: &Employee) -> Self {
        let draft = Self::new();
        draft.name.set(employee.name.clone());
        draft.title_before.set(employee.title_before.clone());
        draft.title_after.set(employee.title_after.clone());
        draft.nip.set(employee.nip.grouped());
        draft.education.set(employee.education.clone());
        draft.sex.set(employee.sex);
        draft.birth_date.set(employee.birth_date);
        draft
    }

    /// Empties the form for the next person.
    pub fn clear(self) {
        for text in [
            self.name,
            self.title_before,
            self.title_after,
            self.nip,
            self.education,
        ] {
            text.set(String::new());
        }
        self.sex.set(None);
        self.birth_date.set(None);
        self.birth_date_unread.set(false);
    }

    /// What is on the form, for keeping it.
    pub fn values(self) -> Value {
        json!({
            "name": self.name.get(),
            "title_before": self.title_before.get(),
            "title_after": self.title_after.get(),
            "nip": self.nip.get(),
            "education": self.education.get(),
            "sex": self.sex.get(),
            "birth_date": self.birth_date.get(),
        })
    }

    /// Puts what was kept onto the form.
    pub fn fill(self, kept: &Value) {
        for (name, field) in [
            ("name", self.name),
            ("title_before", self.title_before),
            ("title_after", self.title_after),
            ("nip", self.nip),
            ("education", self.education),
        ] {
            restore(kept, name, field);
        }
        restore(kept, "sex", self.sex);
        restore(kept, "birth_date", self.birth_date);
    }

    /// The number, once it is one.
    pub fn number(self) -> Option<Nip> {
        self.nip.with(|text| Nip::parse(text).ok())
    }

    /// PNS or PPPK, as the NIP says; PNS until it says.
    pub fn kind(self) -> NipKind {
        self.number().map_or(NipKind::Pns, |nip| nip.kind())
    }

    /// Where the NIP and the fields differ. It advises only.
    pub fn warnings(self) -> Vec<NipWarning> {
        let (birth_date, sex) = (self.birth_date.get(), self.sex.get());
        self.number()
            .map(|nip| nip.check_master(birth_date, sex))
            .unwrap_or_default()
    }

    /// Fields that need something before the form can go.
    pub fn lacks(self) -> Vec<&'static str> {
        untrack(|| {
            let lacking = [
                ("name", self.name.with(|name| name.trim().is_empty())),
                ("nip", self.number().is_none()),
                ("birth_date", self.birth_date_unread.get()),
            ];
            lacking
                .into_iter()
                .filter_map(|(field, lacks)| lacks.then_some(field))
                .collect()
        })
    }

    /// The command. `employee` is empty for somebody new, whose first post goes with it.
    pub fn command(self, employee: Option<EmployeeId>, post: Option<Post>) -> SaveEmployee {
        SaveEmployee {
            employee,
            name: self.name.get_untracked(),
            title_before: self.title_before.get_untracked(),
            title_after: self.title_after.get_untracked(),
            nip: self.nip.get_untracked(),
            sex: self.sex.get_untracked(),
            birth_date: self.birth_date.get_untracked(),
            education: self.education.get_untracked(),
            post,
        }
    }
}
