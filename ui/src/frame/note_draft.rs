//! What stands on the quick note's form. It is kept on this computer until it is saved.

use super::quick_note::{source_key, source_of};
use crate::browser;
use crate::components::PersonChoice;
use chrono::NaiveDate;
use domain::EmployeeId;
use domain::note::NoteSource;
use leptos::prelude::*;
use serde_json::{Value, json};

const DRAFT: &str = "quick-note";

/// What is on the form.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    pub(super) person: RwSignal<Option<PersonChoice>>,
    pub(super) text: RwSignal<String>,
    pub(super) date: RwSignal<Option<NaiveDate>>,
    pub(super) source: RwSignal<NoteSource>,
    /// Whom the screen offered last. Nobody chose that person yet.
    offered: StoredValue<Option<EmployeeId>>,
}

impl Draft {
    /// Nothing yet.
    pub(super) fn new(today: NaiveDate) -> Self {
        Self {
            person: RwSignal::new(None),
            text: RwSignal::new(String::new()),
            date: RwSignal::new(Some(today)),
            source: RwSignal::new(NoteSource::default()),
            offered: StoredValue::new(None),
        }
    }

    /// Chooses whom the screen is at. Somebody who was chosen by hand, or about whom something is
    /// written already, stays.
    pub(super) fn offer(self, at_hand: Option<PersonChoice>) {
        let person = self.person.get_untracked();
        let is_written = self.text.with_untracked(|text| !text.is_empty());
        if person.is_some() && (is_written || !self.is_offered(person.as_ref())) {
            return;
        }
        let whom = at_hand.as_ref().and_then(PersonChoice::employee_id);
        self.offered.set_value(whom);
        if person != at_hand {
            self.person.set(at_hand);
        }
    }

    fn is_offered(self, person: Option<&PersonChoice>) -> bool {
        let whom = person.and_then(PersonChoice::employee_id);
        whom.is_some() && whom == self.offered.get_value()
    }

    /// Whether there is anything to lose. Listens.
    pub(super) fn is_begun(self) -> bool {
        let is_chosen = self
            .person
            .with(|person| person.is_some() && !self.is_offered(person.as_ref()));
        is_chosen || self.text.with(|text| !text.is_empty())
    }

    /// Takes up what was kept.
    pub(super) fn read(self, key: &str) {
        let Some(kept) =
            browser::remembered(key).and_then(|text| serde_json::from_str::<Value>(&text).ok())
        else {
            return;
        };
        let text = |name: &str| kept[name].as_str().unwrap_or_default().to_owned();
        if let Ok(id) = text("employee").parse() {
            self.person
                .set(Some(PersonChoice::employee(id, text("name"))));
        }
        if let Ok(date) = text("date").parse() {
            self.date.set(Some(date));
        }
        self.text.set(text("text"));
        self.source.set(source_of(&text("source")));
    }

    /// Keeps what is there. Listens.
    pub(super) fn write(self, key: &str) {
        let is_begun = self.is_begun();
        let (person, text) = (self.person.get(), self.text.get());
        let (date, source) = (self.date.get(), self.source.get());
        if !is_begun {
            browser::forget(key);
            return;
        }
        let kept = json!({
            "employee": person.as_ref().and_then(PersonChoice::employee_id),
            "name": person.map(|person| person.name),
            "text": text,
            "date": date,
            "source": source_key(source),
        });
        browser::remember(key, &kept.to_string());
    }

    /// Empties the form.
    pub(super) fn clear(self, today: NaiveDate) {
        self.person.set(None);
        self.text.set(String::new());
        self.date.set(Some(today));
        self.source.set(NoteSource::default());
    }
}

/// Where it is kept.
pub(super) fn key(practice: bool) -> String {
    if practice {
        format!("practice.{DRAFT}")
    } else {
        DRAFT.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(number: u8) -> PersonChoice {
        PersonChoice::employee(
            EmployeeId::from_bytes([number; 16]),
            format!("Orang {number}"),
        )
    }

    /// A form on which the screen offered one person, and then did it again with another.
    fn offered_twice(between: impl FnOnce(Draft)) -> (Option<PersonChoice>, bool) {
        let owner = Owner::new();
        owner.with(|| {
            let draft = Draft::new(NaiveDate::MIN);
            draft.offer(Some(person(1)));
            assert_eq!(draft.person.get_untracked(), Some(person(1)));
            assert!(!draft.is_begun(), "nobody did anything yet");
            between(draft);
            draft.offer(Some(person(2)));
            (draft.person.get_untracked(), draft.is_begun())
        })
    }

    #[test]
    fn who_was_only_offered_gives_way_to_whom_the_screen_is_at_now() {
        assert_eq!(offered_twice(|_| {}), (Some(person(2)), false));
    }

    #[test]
    fn who_was_chosen_by_hand_stays() {
        let chosen = offered_twice(|draft| draft.person.set(Some(person(3))));
        assert_eq!(chosen, (Some(person(3)), true));
    }

    #[test]
    fn about_whom_something_is_written_stays() {
        let written = offered_twice(|draft| draft.text.set("Antrean habis".to_owned()));
        assert_eq!(written, (Some(person(1)), true));
    }

    #[test]
    fn a_screen_that_is_at_nobody_takes_its_offer_back() {
        let owner = Owner::new();
        owner.with(|| {
            let draft = Draft::new(NaiveDate::MIN);
            draft.offer(Some(person(1)));
            draft.offer(None);
            assert_eq!(draft.person.get_untracked(), None);
        });
    }
}
