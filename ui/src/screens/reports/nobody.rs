//! A unit without anybody: the first step instead of an empty report.

use crate::components::{EmptyState, IconName, LinkButton};
use crate::language::use_language;
use crate::routes;
use catalogue::page_reports as words;
use leptos::prelude::*;

/// Nobody in this period, with the way to the import.
#[component]
pub fn Nobody() -> impl IntoView {
    let language = use_language();
    view! {
        <EmptyState
            icon=IconName::People
            title=words::nothing(language)
            text=words::nothing_hint(language)
        >
            <LinkButton href=routes::IMPORT icon=IconName::FileIn>
                {words::import(language)}
            </LinkButton>
        </EmptyState>
    }
}
