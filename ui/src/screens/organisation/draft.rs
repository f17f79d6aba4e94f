//! What stands on the form. It is saved by itself as soon as a predicate is chosen; what comes
//! from elsewhere (an undo, another window) is taken over where nobody typed.

use crate::backend::Backend;
use crate::components::PersonChoice;
use api::organisation::SetOrganisation;
use catalogue::Language;
use chrono::NaiveDate;
use domain::{OrganisationPredikat, OrganisationResult, Period, PersonReference, UnitId};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The form. A copyable handle.
#[derive(Clone, Copy, Debug)]
pub struct Draft {
    unit: UnitId,
    period: Period,
    /// The predicate.
    pub predikat: RwSignal<Option<OrganisationPredikat>>,
    /// Number of the document.
    pub document: RwSignal<String>,
    /// When it was set.
    pub date: RwSignal<Option<NaiveDate>>,
    /// Who set it.
    pub set_by: RwSignal<Option<PersonChoice>>,
    /// Why the spread differs.
    pub reason: RwSignal<String>,
    /// What the last saving came to.
    pub standing: RwSignal<Standing>,
    saved: StoredValue<Values>,
}

/// Whether the form is saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// Nothing was changed here.
    #[default]
    Untouched,
    /// On its way.
    Saving,
    /// In the database.
    Saved,
    /// Refused, in words; what was typed is still on the form.
    Refused(String),
}

/// The values of the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Values {
    predikat: Option<OrganisationPredikat>,
    document: String,
    date: Option<NaiveDate>,
    set_by: Option<PersonReference>,
    reason: String,
}

impl Draft {
    /// An empty form.
    #[must_use]
    pub fn new(unit: UnitId, period: Period) -> Self {
        Self {
            unit,
            period,
            predikat: RwSignal::new(None),
            document: RwSignal::new(String::new()),
            date: RwSignal::new(None),
            set_by: RwSignal::new(None),
            reason: RwSignal::new(String::new()),
            standing: RwSignal::new(Standing::default()),
            saved: StoredValue::new(Values::default()),
        }
    }

    /// Takes over what the program says, where nobody typed something else.
    pub fn take_over(self, result: Option<&OrganisationResult>) {
        let fresh = result.map(Values::from).unwrap_or_default();
        let before = self.saved.get_value();
        let now = self.values();
        if now.predikat == before.predikat && now.predikat != fresh.predikat {
            self.predikat.set(fresh.predikat);
        }
        if now.document == before.document && now.document != fresh.document {
            self.document.set(fresh.document.clone());
        }
        if now.date == before.date && now.date != fresh.date {
            self.date.set(fresh.date);
        }
        if now.set_by == before.set_by && now.set_by != fresh.set_by {
            self.set_by.set(fresh.set_by.clone().map(nameless));
        }
        if now.reason == before.reason && now.reason != fresh.reason {
            self.reason.set(fresh.reason.clone());
        }
        self.saved.set_value(fresh);
    }

    /// Saves what stands on the form, once there is a predicate and something changed.
    pub fn save(self, backend: Backend, language: Language) {
        if self.predikat.is_disposed() {
            return;
        }
        let now = self.values();
        let Some(predikat) = now.predikat else { return };
        if self.saved.get_value() == now {
            return;
        }
        self.standing.set(Standing::Saving);
        let command = SetOrganisation {
            unit: self.unit,
            period: self.period,
            predikat,
            set_by: now.set_by.clone(),
            date: now.date,
            document: now.document.clone(),
            pattern_reason: now.reason.clone(),
        };
        spawn_local(async move {
            let standing = match backend.call(command).await {
                Ok(_) => Standing::Saved,
                Err(refusal) => Standing::Refused(refusal.code.sentence(language)),
            };
            self.standing.try_set(standing);
        });
    }

    fn values(self) -> Values {
        Values {
            predikat: self.predikat.get_untracked(),
            document: self.document.get_untracked().trim().to_owned(),
            date: self.date.get_untracked(),
            set_by: self.set_by.get_untracked().map(|choice| choice.person),
            reason: self.reason.get_untracked().trim().to_owned(),
        }
    }
}

/// The person until the list has told the name.
fn nameless(person: PersonReference) -> PersonChoice {
    let name = match &person {
        PersonReference::Typed(typed) => typed.name.clone(),
        PersonReference::Employee(_) => String::new(),
    };
    PersonChoice { person, name }
}

impl From<&OrganisationResult> for Values {
    fn from(result: &OrganisationResult) -> Self {
        Self {
            predikat: Some(result.predikat),
            document: result.document.clone(),
            date: result.date,
            set_by: result.set_by.clone(),
            reason: result.pattern_reason.clone(),
        }
    }
}
