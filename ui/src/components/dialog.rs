//! A native dialog: for looking and confirming. Never while something is being entered.

use super::{Icon, IconName, unique_id};
use crate::effect::effect;
use crate::language::use_language;
use catalogue::common;
use leptos::html;
use leptos::prelude::*;

/// A dialog. The browser keeps the focus inside and gives it back afterwards.
#[component]
pub fn Dialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// Its name.
    #[prop(into)]
    title: Signal<String>,
    /// Its content, built when it opens.
    children: ChildrenFn,
) -> impl IntoView {
    let language = use_language();
    let node = NodeRef::<html::Dialog>::new();
    effect(move || {
        let wanted = open.get();
        if let Some(dialog) = node.get() {
            match (wanted, dialog.open()) {
                (true, false) => {
                    let _detached = dialog.show_modal();
                }
                (false, true) => dialog.close(),
                _ => {}
            }
        }
    });
    let id = unique_id("dialog");
    let heading = id.clone();
    view! {
        <dialog
            class="dialog"
            node_ref=node
            aria-labelledby=heading
            on:close=move |_| open.set(false)
        >
            <header>
                <h2 id=id>{move || title.get()}</h2>
                <button
                    type="button"
                    class="btn small quiet icon-only push"
                    aria-label=common::close(language)
                    on:click=move |_| open.set(false)
                >
                    <Icon name=IconName::Close />
                </button>
            </header>
            {move || open.get().then(|| children())}
        </dialog>
    }
}
