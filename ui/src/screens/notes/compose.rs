//! A note is written. Whatever is typed is kept on this PC until it is saved.

use super::draft::NoteDraft;
use super::files::Files;
use super::prompts::Prompts;
use super::save::{Lacks, Outcome, read, save};
use crate::backend::use_backend;
use crate::browser;
use crate::components::{
    Button, ButtonKind, Card, ChoiceField, DateField, Keys, PersonPicker, RefusalBanner, TextArea,
    TextField, unique_id, when_changed,
};
use crate::frame::source_name;
use crate::language::use_language;
use crate::toast::use_toasts;
use api::Refusal;
use catalogue::{Language, page_notes as words};
use domain::note::NoteSource;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The id of the form's text, for the empty timeline's button.
pub const TEXT: &str = "note-text";

/// The card with the form.
#[component]
pub fn Compose(
    /// What is being written.
    draft: NoteDraft,
) -> impl IntoView {
    let language = use_language();
    let backend = use_backend();
    let toasts = use_toasts();
    let lacks = RwSignal::new(Lacks::default());
    let refusal = RwSignal::new(None::<Refusal>);
    let busy = RwSignal::new(false);
    let write = move || {
        if busy.get_untracked() {
            return;
        }
        refusal.set(None);
        let ready = match read(draft) {
            Ok(ready) => ready,
            Err(missing) => {
                lacks.set(missing);
                focus_first_gap();
                return;
            }
        };
        lacks.set(Lacks::default());
        busy.set(true);
        spawn_local(async move {
            let saved = save(backend, draft, ready, None).await;
            busy.set(false);
            match saved {
                Ok(Outcome::Note(line)) => {
                    draft.clear();
                    toasts.done(words::saved(language, line.name));
                    browser::focus(TEXT);
                }
                Ok(Outcome::EvidenceOnly(name)) => {
                    draft.clear();
                    toasts.done(words::evidence_saved(language, name));
                }
                Ok(Outcome::FileRefused) => {}
                Err(refused) => refusal.set(Some(refused)),
            }
        });
    };
    let label = move || {
        let only_files = draft.text.with(|text| text.trim().is_empty())
            && draft.files.with(|files| !files.is_empty());
        if only_files {
            words::save_evidence(language)
        } else {
            words::save(language)
        }
    };
    view! {
        <Card title=words::write(language)>
            <form
                class="card-body stack notes-form"
                on:submit=|event| event.prevent_default()
                on:keydown=move |event| {
                    if event.key() == "Enter" && event.ctrl_key() {
                        event.prevent_default();
                        write();
                    }
                }
            >
                <NoteFields draft lacks text_id=TEXT person=About::Asked />
                <Files draft />
                <RefusalBanner refusal />
                <div class="row-buttons">
                    <Button kind=ButtonKind::Primary busy on_press=write>{label}</Button>
                    <Keys of="Ctrl+Enter" />
                    <Kept draft />
                </div>
            </form>
        </Card>
    }
}

/// Whether a form asks about whom it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// A new note.
    Asked,
    /// A note that changes stays about the same person.
    Settled,
}

/// The fields of a note, for writing and for changing.
#[component]
pub fn NoteFields(
    /// The form.
    draft: NoteDraft,
    /// What it lacks.
    lacks: RwSignal<Lacks>,
    /// The id of the text field.
    text_id: &'static str,
    /// Whether the person is asked for.
    person: About,
) -> impl IntoView {
    let language = use_language();
    when_changed(
        move || draft.person.track(),
        move || lacks.update(|lacks| lacks.person = false),
    );
    when_changed(
        move || draft.date.track(),
        move || lacks.update(|lacks| lacks.date = false),
    );
    when_changed(
        move || {
            draft.text.track();
            draft.files.track();
        },
        move || lacks.update(|lacks| lacks.content = false),
    );
    let said = move |lacks: bool, sentence: &str| lacks.then(|| sentence.to_owned());
    let person_error =
        Signal::derive(move || said(lacks.get().person, words::person_missing(language)));
    let date_error = Signal::derive(move || said(lacks.get().date, words::date_missing(language)));
    let text_error =
        Signal::derive(move || said(lacks.get().content, words::text_missing(language)));
    view! {
        {(person == About::Asked).then(|| view! {
            <PersonPicker label=words::person(language) value=draft.person error=person_error />
        })}
        <div class="notes-text">
            <TextArea
                label=words::text(language)
                value=draft.text
                error=text_error
                lines=4
                id=text_id
            />
            <Prompts draft field=text_id />
        </div>
        <div class="grid-2">
            <DateField label=words::date(language) value=draft.date error=date_error />
            <ChoiceField
                label=words::source(language)
                options=sources(language)
                value=draft.source
            />
        </div>
        <TextField
            label=words::tags(language)
            value=draft.tags
            hint=words::tags_hint(language)
            id=unique_id("tags")
        />
    }
}

/// That the draft is kept, and a way to begin anew.
#[component]
fn Kept(draft: NoteDraft) -> impl IntoView {
    let language = use_language();
    let written = Memo::new(move |_| draft.text.with(|text| !text.is_empty()));
    move || {
        written.get().then(|| {
            view! {
                <span class="sub">
                    {words::draft_kept(language)} " "
                    <button type="button" class="link" on:click=move |_| draft.clear()>
                        {words::clear(language)}
                    </button>
                </span>
            }
        })
    }
}

fn sources(language: Language) -> Vec<(NoteSource, String)> {
    NoteSource::ALL
        .into_iter()
        .map(|source| (source, source_name(language, source).to_owned()))
        .collect()
}

fn focus_first_gap() {
    browser::after_paint(|| {
        if let Some(field) = browser::first(".notes-form .field.wrong :is(input, textarea)") {
            let _detached = field.focus();
        }
    });
}
