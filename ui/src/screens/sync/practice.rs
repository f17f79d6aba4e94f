//! Practice data is never sent: the screen says so, and has nothing to press.

use crate::components::{EmptyState, IconName};
use crate::language::use_language;
use catalogue::{page_sync as words, sync};
use leptos::prelude::*;

/// What stands there while practising.
pub fn practice() -> AnyView {
    let language = use_language();
    view! {
        <section class="card">
            <EmptyState
                icon=IconName::Practice
                title=sync::practice(language)
                text=words::practice_text(language)
            />
        </section>
    }
    .into_any()
}
