//! A note is changed where it stands.

use super::compose::{About, NoteFields};
use super::files::Files;
use super::save::{Lacks, Outcome, read, save};
use super::timeline::Editing;
use crate::backend::use_backend;
use crate::browser;
use crate::components::{Button, ButtonKind, Keys, RefusalBanner};
use crate::language::use_language;
use crate::toast::use_toasts;
use api::Refusal;
use api::notes::NoteLine;
use catalogue::{common, page_notes as words};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The id of the text in the form.
const TEXT: &str = "edit-note-text";

/// Opens the form of a note. A note that is being changed already keeps its form until it is
/// saved or given up: nothing typed is thrown away by a press elsewhere.
pub fn begin(editing: Editing, note: &NoteLine) {
    if editing.note.with_untracked(Option::is_none) {
        editing.draft.show(note);
        editing.note.set(Some(note.id));
    }
    browser::after_paint(|| browser::focus(TEXT));
}

/// The form.
#[component]
pub fn EditNote(
    /// The note as it was.
    note: NoteLine,
    /// What is being changed.
    editing: Editing,
) -> impl IntoView {
    let language = use_language();
    let backend = use_backend();
    let toasts = use_toasts();
    let draft = editing.draft;
    let lacks = RwSignal::new(Lacks::default());
    let refusal = RwSignal::new(None::<Refusal>);
    let busy = RwSignal::new(false);
    let name = note.name.clone();
    let before = StoredValue::new(note);
    let write = move || {
        if busy.get_untracked() {
            return;
        }
        refusal.set(None);
        let ready = match read(draft) {
            Ok(ready) => ready,
            Err(missing) => return lacks.set(missing),
        };
        lacks.set(Lacks::default());
        busy.set(true);
        let known = before.with_value(|note| {
            (
                note.id,
                note.evidence.iter().map(|it| it.id).collect::<Vec<_>>(),
            )
        });
        spawn_local(async move {
            let saved = save(backend, draft, ready, Some(known)).await;
            // The answer may have drawn the entry anew.
            let _gone = busy.try_set(false);
            match saved {
                Ok(Outcome::Note(_)) => {
                    editing.note.set(None);
                    toasts.done(words::edited(language));
                }
                Ok(Outcome::EvidenceOnly(_) | Outcome::FileRefused) => {}
                Err(refused) => {
                    let _gone = refusal.try_set(Some(refused));
                }
            }
        });
    };
    let escape = move |event: &web_sys::KeyboardEvent| {
        let unchanged = before.with_value(|note| !draft.differs_from(note));
        if event.key() == "Escape" && !event.default_prevented() && unchanged {
            event.prevent_default();
            editing.note.set(None);
        }
    };
    view! {
        <form
            class="stack notes-edit"
            on:submit=|event| event.prevent_default()
            on:keydown=move |event| {
                if event.key() == "Enter" && event.ctrl_key() {
                    event.prevent_default();
                    write();
                }
                escape(&event);
            }
        >
            <b>{name}</b>
            <NoteFields draft lacks text_id=TEXT person=About::Settled />
            <Files draft />
            <RefusalBanner refusal />
            <div class="row-buttons">
                <Button kind=ButtonKind::Primary busy on_press=write>
                    {words::edit_save(language)}
                </Button>
                <Keys of="Ctrl+Enter" />
                <Button kind=ButtonKind::Quiet on_press=move || editing.note.set(None)>
                    {common::cancel(language)}
                </Button>
            </div>
        </form>
    }
}
