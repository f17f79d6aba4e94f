//! Files on their way to become evidence: dropped now, kept together with the note.

use super::draft::NoteDraft;
use crate::components::{DropZone, Icon, IconName};
use crate::language::use_language;
use api::Refusal;
use api::import::UploadToken;
use catalogue::page_notes as words;
use domain::EvidenceId;
use leptos::prelude::*;

/// A file of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftFile {
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub state: FileState,
}

/// Where a file stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileState {
    /// The program has the bytes; it becomes evidence when the note is saved.
    Waiting(UploadToken),
    /// It is evidence.
    Kept(EvidenceId),
    /// It was refused, and why.
    Refused(Refusal),
}

/// The files of a form and the place to drop more.
#[component]
pub fn Files(
    /// The form.
    draft: NoteDraft,
) -> impl IntoView {
    let language = use_language();
    let add = move |token: UploadToken, name: String| {
        draft.files.update(|files| {
            files.push(DraftFile {
                name,
                state: FileState::Waiting(token),
            });
        });
    };
    let list = move || {
        let files = draft.files.get();
        let items = files.into_iter().enumerate().map(|(index, file)| {
            view! { <FileLine draft file index /> }
        });
        items.collect::<Vec<_>>()
    };
    view! {
        <div class="notes-files">
            <DropZone
                label=words::files(language)
                accept=".pdf,.jpg,.jpeg,.png,.xlsx,.docx"
                hint=words::files_hint(language)
                on_file=add
            />
            <ul aria-live="polite">{list}</ul>
        </div>
    }
}

#[component]
fn FileLine(draft: NoteDraft, file: DraftFile, index: usize) -> impl IntoView {
    let language = use_language();
    let (state, refused) = match &file.state {
        FileState::Waiting(_) => (words::file_waiting(language).to_owned(), false),
        FileState::Kept(_) => (words::file_kept(language).to_owned(), false),
        FileState::Refused(refusal) => (refusal.code.sentence(language), true),
    };
    let remove = words::file_remove(language, &file.name);
    view! {
        <li class:refused=refused>
            <Icon name=if refused { IconName::Warning } else { IconName::Paperclip } />
            <span><b>{file.name}</b><small>{state}</small></span>
            <button
                type="button"
                class="btn small quiet icon-only"
                aria-label=remove.clone()
                title=remove
                on:click=move |_| draft.files.update(|files| {
                    if index < files.len() {
                        files.remove(index);
                    }
                })
            >
                <Icon name=IconName::Close />
            </button>
        </li>
    }
}
