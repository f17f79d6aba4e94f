//! A note as a form holds it. What is being written survives everything until it is saved.

use super::files::DraftFile;
use super::keywords::{join, split};
use crate::browser;
use crate::components::PersonChoice;
use crate::effect::effect;
use crate::place::use_office;
use api::notes::NoteLine;
use chrono::NaiveDate;
use domain::note::NoteSource;
use leptos::prelude::*;
use serde_json::{Value, json};

/// The fields. A copyable handle.
#[derive(Clone, Copy)]
pub struct NoteDraft {
    pub person: RwSignal<Option<PersonChoice>>,
    pub date: RwSignal<Option<NaiveDate>>,
    pub source: RwSignal<NoteSource>,
    pub text: RwSignal<String>,
    /// Keywords, as typed.
    pub tags: RwSignal<String>,
    pub files: RwSignal<Vec<DraftFile>>,
    /// Where it is kept on this PC.
    key: Option<&'static str>,
}

impl NoteDraft {
    /// An empty form about today.
    pub fn new() -> Self {
        Self {
            person: RwSignal::new(None),
            date: RwSignal::new(Some(use_office().today_now())),
            source: RwSignal::new(NoteSource::default()),
            text: RwSignal::new(String::new()),
            tags: RwSignal::new(String::new()),
            files: RwSignal::new(Vec::new()),
            key: None,
        }
    }

    /// The form with what was being written, which it keeps on this PC from now on.
    pub fn remembered() -> Self {
        let key = key(use_office().with_session(|session| session.practice));
        let draft = Self {
            key: Some(key),
            ..Self::new()
        };
        if let Some(kept) =
            browser::remembered(key).and_then(|text| serde_json::from_str(&text).ok())
        {
            draft.fill(&kept);
        }
        effect(move || draft.keep(key));
        draft
    }

    /// Shows a note.
    pub fn show(self, note: &NoteLine) {
        self.person.set(Some(PersonChoice::employee(
            note.employee,
            note.name.clone(),
        )));
        self.date.set(Some(note.date));
        self.source.set(note.source);
        self.text.set(note.text.clone());
        self.tags.set(join(&note.tags));
        self.files.set(Vec::new());
    }

    /// Whether it says something else than a note.
    pub fn differs_from(self, note: &NoteLine) -> bool {
        untrack(|| {
            self.date.get() != Some(note.date)
                || self.source.get() != note.source
                || self.text.with(|text| text.trim() != note.text)
                || self.tags.with(|tags| split(tags) != note.tags)
                || self.files.with(|files| !files.is_empty())
        })
    }

    /// Whether nothing is written and nothing attached.
    pub fn is_blank(self) -> bool {
        untrack(|| {
            self.text.with(|text| text.trim().is_empty())
                && self.tags.with(|tags| tags.trim().is_empty())
                && self.files.with(Vec::is_empty)
        })
    }

    /// Empties the form. Person, day and source stay: the next note is often about the same.
    pub fn clear(self) {
        self.text.set(String::new());
        self.tags.set(String::new());
        self.files.set(Vec::new());
        // Who left the screen before it was saved does not find it there again as unsaved.
        if let Some(key) = self.key {
            browser::forget(key);
        }
    }

    fn fill(self, kept: &Value) {
        let text = |name: &str| kept[name].as_str().unwrap_or_default().to_owned();
        if let Ok(id) = text("employee").parse() {
            self.person
                .set(Some(PersonChoice::employee(id, text("name"))));
        }
        if let Ok(date) = text("date").parse() {
            self.date.set(Some(date));
        }
        if let Ok(source) = serde_json::from_value(kept["source"].clone()) {
            self.source.set(source);
        }
        self.text.set(text("text"));
        self.tags.set(text("tags"));
    }

    fn keep(self, key: &str) {
        let (text, tags) = (self.text.get(), self.tags.get());
        let person = self.person.get();
        let (date, source) = (self.date.get(), self.source.get());
        if text.is_empty() && tags.is_empty() {
            browser::forget(key);
            return;
        }
        let kept = json!({
            "employee": person.as_ref().and_then(PersonChoice::employee_id),
            "name": person.map(|person| person.name),
            "date": date,
            "source": source,
            "text": text,
            "tags": tags,
        });
        browser::remember(key, &kept.to_string());
    }
}

const fn key(practice: bool) -> &'static str {
    if practice { "practice.note" } else { "note" }
}
