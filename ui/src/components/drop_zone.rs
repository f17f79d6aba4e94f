//! A place for files: drop, paste, or choose. The program gets the bytes, the page never a path.

use super::{Icon, IconName, RefusalBanner, unique_id};
use crate::backend::use_backend;
use crate::browser;
use crate::language::use_language;
use api::Refusal;
use api::import::UploadToken;
use catalogue::page_frame as words;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{File, FileList};

/// What happens to a file, with its name, once the program has it.
pub type Taken = Box<dyn FnOnce(UploadToken, String)>;

/// What a place does with files. It is settled when a file is chosen, and done even if the screen
/// was left meanwhile: who chose a file and went on means it all the same.
#[derive(Clone)]
pub struct OnFile(Rc<dyn Fn() -> Option<Taken>>);

impl OnFile {
    /// Asks when a file is chosen; `None` takes no file now.
    #[must_use]
    pub fn chosen(settle: impl Fn() -> Option<Taken> + 'static) -> Self {
        Self(Rc::new(settle))
    }
}

impl<F: Fn(UploadToken, String) + Clone + 'static> From<F> for OnFile {
    fn from(act: F) -> Self {
        Self::chosen(move || Some(Box::new(act.clone())))
    }
}

/// A place for one file at a time.
#[component]
pub fn DropZone(
    /// What belongs here.
    #[prop(into)]
    label: String,
    /// Endings for the file dialog: `.xlsx,.csv`.
    accept: &'static str,
    /// What is done with them.
    #[prop(into)]
    on_file: OnFile,
    /// What is fine to bring, below.
    #[prop(optional, into)]
    hint: String,
) -> impl IntoView {
    let language = use_language();
    let backend = use_backend();
    let working = RwSignal::new(None::<String>);
    let refusal = RwSignal::new(None::<Refusal>);
    let over = RwSignal::new(false);
    let on_file = StoredValue::new_local(on_file);
    let take = move |file: File| {
        if working.with_untracked(Option::is_some) {
            return;
        }
        let Some(taken) = on_file.with_value(|it| (it.0)()) else {
            return;
        };
        let name = file.name();
        working.set(Some(name.clone()));
        refusal.set(None);
        spawn_local(async move {
            let sent = backend.upload(file).await;
            working.set(None);
            match sent {
                Ok(token) => taken(token, name),
                Err(refused) => refusal.set(Some(refused)),
            }
        });
    };
    let take_first = move |files: Option<FileList>| {
        if let Some(file) = files.and_then(|files| files.get(0)) {
            take(file);
        }
    };
    // A copied file can be pasted wherever the focus is, as long as the zone is on the screen.
    let input = NodeRef::<html::Input>::new();
    let paste = window_event_listener(leptos::ev::paste, move |event| {
        if event.default_prevented() || belongs_elsewhere(input) {
            return;
        }
        let files = event
            .dyn_ref::<web_sys::ClipboardEvent>()
            .and_then(web_sys::ClipboardEvent::clipboard_data)
            // Excel puts a picture of the cells beside their text: the text belongs to the field.
            .filter(|data| {
                data.get_data("text/plain")
                    .is_ok_and(|text| text.is_empty())
            })
            .and_then(|data| data.files());
        if files.as_ref().is_some_and(|files| files.length() > 0) {
            event.prevent_default();
            take_first(files);
        }
    });
    on_cleanup(move || paste.remove());
    let id = unique_id("file");
    view! {
        <div
            class="drop-zone"
            class:over=move || over.get()
            on:dragover=move |event| {
                event.prevent_default();
                over.set(true);
            }
            on:dragleave=move |_| over.set(false)
            on:drop=move |event| {
                event.prevent_default();
                over.set(false);
                take_first(event.data_transfer().and_then(|data| data.files()));
            }
        >
            <Icon name=IconName::FileIn />
            <label for=id.clone()>{label}</label>
            <p>
                {words::drop_here(language)} " "
                <input
                    type="file"
                    id=id
                    accept=accept
                    node_ref=input
                    on:change=move |_| {
                        if let Some(input) = input.get_untracked() {
                            take_first(input.files());
                            // The same file can be chosen again after it was changed.
                            input.set_value("");
                        }
                    }
                />
                <span class="btn small" aria-hidden="true">{words::drop_choose(language)}</span>
            </p>
            <p class="sub" role="status">
                {move || match working.get() {
                    Some(name) => words::drop_working(language, name),
                    None => hint.clone(),
                }}
            </p>
            <RefusalBanner refusal />
        </div>
    }
}

/// Whether somebody is in a form with a place for files of its own.
fn belongs_elsewhere(input: NodeRef<html::Input>) -> bool {
    let form = browser::focused()
        .and_then(|focused| focused.closest("form:has(.drop-zone)").ok().flatten());
    let zone = input.get_untracked();
    form.is_some_and(|form| !form.contains(zone.as_ref().map(AsRef::as_ref)))
}
