//! Ctrl+J: a note without leaving the screen. Whatever is typed is kept until it is saved.

use crate::backend::use_backend;
use crate::browser;
use crate::components::{
    Button, ButtonKind, Choice, DateField, Drawer, Keys, PersonChoice, PersonPicker, SelectField,
    TextArea, forget_when_changed,
};
use crate::effect::effect;
use crate::language::use_language;
use crate::place::use_office;
use crate::toast::use_toasts;
use api::notes::SaveNote;
use catalogue::{Language, page_quick_note as words};
use chrono::NaiveDate;
use domain::note::NoteSource;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::{Value, json};

const DRAFT: &str = "quick-note";

/// What is on the form.
#[derive(Clone, Copy)]
struct Draft {
    person: RwSignal<Option<PersonChoice>>,
    text: RwSignal<String>,
    date: RwSignal<Option<NaiveDate>>,
    source: RwSignal<NoteSource>,
}

/// The drawer.
#[component]
pub fn QuickNote(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let language = use_language();
    let office = use_office();
    let draft = Draft {
        person: RwSignal::new(None),
        text: RwSignal::new(String::new()),
        date: RwSignal::new(Some(office.today_now())),
        source: RwSignal::new(NoteSource::default()),
    };
    draft.read(&key(office.with_session(|session| session.practice)));
    effect(move || {
        let key = key(office.with_session(|session| session.practice));
        draft.write(&key);
    });
    view! {
        <Drawer open title=words::title(language)>
            <Form draft open />
        </Drawer>
    }
}

#[component]
fn Form(draft: Draft, open: RwSignal<bool>) -> impl IntoView {
    let language = use_language();
    let office = use_office();
    let backend = use_backend();
    let toasts = use_toasts();
    let person_error = RwSignal::new(None::<String>);
    let text_error = RwSignal::new(None::<String>);
    let date_error = RwSignal::new(None::<String>);
    forget_when_changed(person_error, move || draft.person.track());
    forget_when_changed(text_error, move || draft.text.track());
    forget_when_changed(date_error, move || draft.date.track());
    let busy = RwSignal::new(false);
    let save = move || {
        let person = draft.person.get_untracked();
        let employee = person.as_ref().and_then(PersonChoice::employee_id);
        let text = draft.text.get_untracked().trim().to_owned();
        let missing = |is_missing: bool, sentence: &str| is_missing.then(|| sentence.to_owned());
        person_error.set(missing(employee.is_none(), words::person_missing(language)));
        text_error.set(missing(text.is_empty(), words::text_missing(language)));
        let date = draft.date.get_untracked();
        date_error.set(missing(date.is_none(), words::date_missing(language)));
        let (Some(employee), Some(date), false, false) =
            (employee, date, text.is_empty(), busy.get_untracked())
        else {
            return;
        };
        busy.set(true);
        let source = draft.source.get_untracked();
        let command = SaveNote {
            note: None,
            employee,
            date,
            source,
            text,
            tags: Vec::new(),
            evidence: Vec::new(),
        };
        spawn_local(async move {
            let saved = backend.call(command).await;
            busy.set(false);
            match saved {
                Ok(line) => {
                    draft.clear(office.today_now());
                    open.set(false);
                    toasts.done(words::saved(language, line.name));
                }
                Err(refusal) => text_error.set(Some(refusal.code.sentence(language))),
            }
        });
    };
    let started = move || draft.person.get().is_some() || draft.text.with(|text| !text.is_empty());
    view! {
        <form
            class="stack"
            on:submit=move |event| {
                event.prevent_default();
                save();
            }
            on:keydown=move |event| {
                if event.key() == "Enter" && event.ctrl_key() {
                    event.prevent_default();
                    save();
                }
            }
        >
            <PersonPicker label=words::person(language) value=draft.person error=person_error />
            <TextArea
                label=words::text(language)
                value=draft.text
                hint=words::text_hint(language)
                error=text_error
                lines=6
            />
            <DateField label=words::date(language) value=draft.date error=date_error />
            <SelectField
                label=words::source(language)
                value=Signal::derive(move || source_key(draft.source.get()).to_owned())
                choices=sources(language)
                on_choose=move |key: String| draft.source.set(source_of(&key))
            />
            <div class="row-buttons">
                <Button kind=ButtonKind::Primary busy on_press=save>
                    {words::save(language)}
                </Button>
                <Keys of="Ctrl+Enter" />
            </div>
            {move || started().then(|| view! {
                <p class="sub">
                    {words::draft_kept(language)} " "
                    <button
                        type="button"
                        class="link"
                        on:click=move |_| draft.clear(office.today_now())
                    >
                        {words::clear(language)}
                    </button>
                </p>
            })}
        </form>
    }
}

impl Draft {
    fn read(self, key: &str) {
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

    fn write(self, key: &str) {
        let person = self.person.get();
        let text = self.text.get();
        let (date, source) = (self.date.get(), self.source.get());
        if person.is_none() && text.is_empty() {
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

    fn clear(self, today: NaiveDate) {
        self.person.set(None);
        self.text.set(String::new());
        self.date.set(Some(today));
        self.source.set(NoteSource::default());
    }
}

fn key(practice: bool) -> String {
    if practice {
        format!("practice.{DRAFT}")
    } else {
        DRAFT.to_owned()
    }
}

/// The sources with their names; screens that show a note use the same words.
#[must_use]
pub fn sources(language: Language) -> Vec<Choice> {
    NoteSource::ALL
        .into_iter()
        .map(|source| Choice::new(source_key(source), source_name(language, source)))
        .collect()
}

const fn source_key(source: NoteSource) -> &'static str {
    match source {
        NoteSource::Observation => "observation",
        NoteSource::Survey => "survey",
        NoteSource::Interview => "interview",
        NoteSource::DailyProgress => "daily_progress",
    }
}

fn source_of(key: &str) -> NoteSource {
    NoteSource::ALL
        .into_iter()
        .find(|source| source_key(*source) == key)
        .unwrap_or_default()
}

/// The name of a source.
#[must_use]
pub const fn source_name(language: Language, source: NoteSource) -> &'static str {
    match source {
        NoteSource::Observation => words::source_observation(language),
        NoteSource::Survey => words::source_survey(language),
        NoteSource::Interview => words::source_interview(language),
        NoteSource::DailyProgress => words::source_daily_progress(language),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_source_is_found_by_its_key() {
        for source in NoteSource::ALL {
            assert_eq!(source_of(source_key(source)), source);
        }
    }
}
