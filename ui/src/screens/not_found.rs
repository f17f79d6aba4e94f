//! An address that is none.

use crate::components::{EmptyState, IconName, LinkButton, PageHead};
use crate::language::use_language;
use catalogue::page_frame as words;
use leptos::prelude::*;

/// There is no such page; the way home is.
#[component]
pub fn NotFoundScreen() -> impl IntoView {
    let language = use_language();
    view! {
        <PageHead title=words::not_found_title(language) />
        <EmptyState
            icon=IconName::Search
            title=words::not_found_title(language)
            text=words::not_found_text(language)
        >
            <LinkButton href="/">{words::to_home(language)}</LinkButton>
        </EmptyState>
    }
}
