//! A note in the timeline, or evidence that stands alone.

use super::edit::{EditNote, begin};
use super::evidence_buttons::EvidenceButtons;
use super::filter::Filter;
use super::timeline::{Editing, is_edited};
use crate::backend::use_backend;
use crate::components::{Button, ButtonKind, Chip, ChipTone, IconName};
use crate::format;
use crate::frame::source_name;
use crate::language::use_language;
use crate::place::use_office;
use crate::routes;
use crate::toast::use_toasts;
use api::notes::{EvidenceLine, NoteLine, WithdrawNote};
use catalogue::{common, page_notes as words};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;

/// A note; its form stands in the same place while it is changed.
#[component]
pub fn Entry(
    /// The note.
    note: NoteLine,
    /// The filter, which a keyword sets.
    filter: Filter,
    /// What is being changed.
    editing: Editing,
) -> impl IntoView {
    let note = StoredValue::new(note);
    let edited = Memo::new(move |_| note.with_value(|note| is_edited(editing, note)));
    view! {
        <article class="notes-entry">
            {move || {
                let note = note.get_value();
                if edited.get() {
                    view! { <EditNote note editing /> }.into_any()
                } else {
                    view! { <Written note filter editing /> }.into_any()
                }
            }}
        </article>
    }
}

#[component]
fn Written(note: NoteLine, filter: Filter, editing: Editing) -> impl IntoView {
    let language = use_language();
    let office = use_office();
    let backend = use_backend();
    let toasts = use_toasts();
    let id = note.id;
    let name = note.name.clone();
    let withdraw_label = words::note_withdraw_about(language, &name);
    let edit_label = words::note_edit_about(language, &name);
    let withdraw = move || {
        let name = name.clone();
        spawn_local(async move {
            match backend.call(WithdrawNote { note: id }).await {
                Ok(_) => toasts.done(words::note_withdrawn(language, name)),
                Err(refusal) => toasts.refused(language, &refusal),
            }
        });
    };
    let written = format::moment(language, office.local(note.saved_at));
    let tags: Vec<_> = note
        .tags
        .iter()
        .cloned()
        .map(|tag| {
            let label = words::tag_filter(language, &tag);
            let wanted = tag.clone();
            view! {
                <button
                    type="button"
                    class="chip notes-tag"
                    title=label
                    on:click=move |_| filter.words.set(wanted.clone())
                >
                    "#" {tag}
                </button>
            }
        })
        .collect();
    let to_edit = note.clone();
    view! {
        <header>
            <A href=routes::employee(note.employee)>{note.name.clone()}</A>
            <Chip>{source_name(language, note.source)}</Chip>
            <div class="row-buttons notes-acts">
                <Button
                    kind=ButtonKind::SmallQuiet
                    icon=IconName::Pencil
                    on_press=move || begin(editing, &to_edit)
                    attr:aria-label=edit_label
                >
                    {common::edit(language)}
                </Button>
                <Button
                    kind=ButtonKind::SmallQuiet
                    on_press=withdraw
                    attr:aria-label=withdraw_label
                >
                    {words::note_withdraw(language)}
                </Button>
            </div>
        </header>
        <p class="notes-body">{note.text}</p>
        <EvidenceButtons evidence=note.evidence />
        <footer>
            {tags}
            <small class="sub">{words::written(language, written)}</small>
        </footer>
    }
}

/// Evidence without a note.
#[component]
pub fn EvidenceEntry(
    /// The evidence.
    line: EvidenceLine,
) -> impl IntoView {
    let language = use_language();
    let employee = line.employee;
    let person = line.person.clone();
    view! {
        <article class="notes-entry">
            <header>
                <A href=routes::employee(employee)>{person}</A>
                <Chip tone=ChipTone::Accent>{words::evidence_only(language)}</Chip>
            </header>
            <EvidenceButtons evidence=vec![line] />
        </article>
    }
}
