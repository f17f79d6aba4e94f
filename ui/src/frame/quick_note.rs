//! Ctrl+J: a note without leaving the screen. Whatever is typed is kept until it is saved.

use super::note_draft::{Draft, key};
use super::use_openings;
use crate::backend::use_backend;
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
use domain::note::NoteSource;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The drawer.
#[component]
pub fn QuickNote(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let language = use_language();
    let office = use_office();
    let draft = Draft::new(office.today_now());
    draft.read(&key(office.with_session(|session| session.practice)));
    effect(move || {
        let key = key(office.with_session(|session| session.practice));
        draft.write(&key);
    });
    let at_hand = use_openings().at_hand;
    effect(move || {
        if open.get() {
            draft.offer(at_hand.get_value().and_then(|whom| whom.run(())));
        }
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
    let is_whom_known = move || draft.person.with(Option::is_some).then_some("");
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
            <div data-begin=is_whom_known>
                <TextArea
                    label=words::text(language)
                    value=draft.text
                    hint=words::text_hint(language)
                    error=text_error
                    lines=6
                />
            </div>
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
            {move || draft.is_begun().then(|| view! {
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

/// The sources with their names; screens that show a note use the same words.
#[must_use]
pub fn sources(language: Language) -> Vec<Choice> {
    NoteSource::ALL
        .into_iter()
        .map(|source| Choice::new(source_key(source), source_name(language, source)))
        .collect()
}

pub(super) const fn source_key(source: NoteSource) -> &'static str {
    match source {
        NoteSource::Observation => "observation",
        NoteSource::Survey => "survey",
        NoteSource::Interview => "interview",
        NoteSource::DailyProgress => "daily_progress",
    }
}

pub(super) fn source_of(key: &str) -> NoteSource {
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
