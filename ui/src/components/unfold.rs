//! The end of a list that shows its first few: the others unfold.

use crate::language::use_language;
use catalogue::common;
use leptos::prelude::*;

/// Says how many more there are and unfolds them, then folds them again.
#[component]
pub fn Unfold(
    /// Whether all are shown.
    open: RwSignal<bool>,
    /// "13 lainnya".
    #[prop(into)]
    more: String,
) -> impl IntoView {
    let language = use_language();
    view! {
        <button
            type="button"
            class="link"
            aria-expanded=move || if open.get() { "true" } else { "false" }
            on:click=move |_| open.update(|open| *open = !*open)
        >
            {move || if open.get() { common::fewer(language).to_owned() } else { more.clone() }}
        </button>
    }
}
