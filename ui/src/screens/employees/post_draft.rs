//! A post as a form holds it.

use crate::components::{PersonChoice, restore};
use api::employees::{AssignmentLine, Post};
use chrono::NaiveDate;
use domain::assignment::Tenure;
use domain::{Golongan, JabatanKind, Jenjang, PersonReference, UnitId};
use leptos::prelude::*;
use serde_json::{Value, json};

/// The fields of the form. A copyable handle.
#[derive(Clone, Copy)]
pub struct PostDraft {
    pub unit: RwSignal<Option<UnitId>>,
    pub jabatan: RwSignal<String>,
    pub kind: RwSignal<JabatanKind>,
    pub jenjang: RwSignal<Option<Jenjang>>,
    pub golongan: RwSignal<Option<Golongan>>,
    pub tenure: RwSignal<Tenure>,
    pub appraiser: RwSignal<Option<PersonChoice>>,
    pub superior: RwSignal<Option<PersonChoice>>,
    pub from: RwSignal<Option<NaiveDate>>,
    pub to: RwSignal<Option<NaiveDate>>,
    /// Something is typed that is no day, nobody, nobody.
    pub unread: [RwSignal<bool>; 3],
}

impl PostDraft {
    /// The fields, named as in the request.
    pub const FIELDS: &'static [&'static str] = &[
        "unit",
        "jabatan",
        "from",
        "to",
        "appraiser",
        "appraiser_superior",
    ];

    /// An empty form in a unit.
    pub fn new(unit: Option<UnitId>, from: Option<NaiveDate>) -> Self {
        Self {
            unit: RwSignal::new(unit),
            jabatan: RwSignal::new(String::new()),
            kind: RwSignal::new(JabatanKind::Pelaksana),
            jenjang: RwSignal::new(None),
            golongan: RwSignal::new(None),
            tenure: RwSignal::new(Tenure::Definitif),
            appraiser: RwSignal::new(None),
            superior: RwSignal::new(None),
            from: RwSignal::new(from),
            to: RwSignal::new(None),
            unread: std::array::from_fn(|_| RwSignal::new(false)),
        }
    }

    /// A form that shows a post.
    pub fn of(line: &AssignmentLine) -> Self {
        let post = &line.assignment;
        let draft = Self::new(Some(post.unit), Some(post.from));
        draft.jabatan.set(post.jabatan.clone());
        draft.kind.set(post.jabatan_kind);
        draft.jenjang.set(post.jenjang);
        draft.golongan.set(post.golongan);
        draft.tenure.set(post.tenure);
        draft
            .appraiser
            .set(choice(post.appraiser.as_ref(), &line.appraiser));
        draft.superior.set(choice(
            post.appraiser_superior.as_ref(),
            &line.appraiser_superior,
        ));
        draft.to.set(post.to);
        draft
    }

    /// What is on the form, for keeping it.
    pub fn values(self) -> Value {
        json!({
            "unit": self.unit.get(),
            "jabatan": self.jabatan.get(),
            "kind": self.kind.get(),
            "jenjang": self.jenjang.get(),
            "golongan": self.golongan.get(),
            "tenure": self.tenure.get(),
            "appraiser": self.appraiser.get(),
            "superior": self.superior.get(),
            "from": self.from.get(),
            "to": self.to.get(),
        })
    }

    /// Puts what was kept onto the form.
    pub fn fill(self, kept: &Value) {
        restore(kept, "unit", self.unit);
        restore(kept, "jabatan", self.jabatan);
        restore(kept, "kind", self.kind);
        restore(kept, "jenjang", self.jenjang);
        restore(kept, "golongan", self.golongan);
        restore(kept, "tenure", self.tenure);
        restore(kept, "appraiser", self.appraiser);
        restore(kept, "superior", self.superior);
        restore(kept, "from", self.from);
        restore(kept, "to", self.to);
    }

    /// The post, or the fields that need something first.
    pub fn read(self) -> Result<Post, Vec<&'static str>> {
        let unit = self.unit.get_untracked();
        let from = self.from.get_untracked();
        let jabatan = self.jabatan.get_untracked();
        let [to_unread, appraiser_unread, superior_unread] =
            self.unread.map(|unread| unread.get_untracked());
        let lacking = [
            ("unit", unit.is_none()),
            ("jabatan", jabatan.trim().is_empty()),
            ("from", from.is_none()),
            ("to", to_unread),
            ("appraiser", appraiser_unread),
            ("appraiser_superior", superior_unread),
        ];
        let lacks: Vec<_> = lacking
            .into_iter()
            .filter_map(|(field, lacks)| lacks.then_some(field))
            .collect();
        let (Some(unit), Some(from), true) = (unit, from, lacks.is_empty()) else {
            return Err(lacks);
        };
        let kind = self.kind.get_untracked();
        Ok(Post {
            unit,
            jabatan,
            jabatan_kind: kind,
            jenjang: self
                .jenjang
                .get_untracked()
                .filter(|_| kind == JabatanKind::Fungsional),
            golongan: self.golongan.get_untracked(),
            tenure: self.tenure.get_untracked(),
            appraiser: self.appraiser.get_untracked().map(|choice| choice.person),
            appraiser_superior: self.superior.get_untracked().map(|choice| choice.person),
            from,
            to: self.to.get_untracked(),
        })
    }

    /// Empties what belongs to one person; unit, appraiser and dates stay for the next.
    pub fn clear_person(self) {
        self.jabatan.set(String::new());
        self.jenjang.set(None);
        self.golongan.set(None);
    }
}

fn choice(person: Option<&PersonReference>, name: &str) -> Option<PersonChoice> {
    person.map(|person| PersonChoice {
        person: person.clone(),
        name: name.to_owned(),
    })
}
