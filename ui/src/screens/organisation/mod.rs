//! Kinerja Unit.

use crate::components::PageHead;
use crate::language::use_language;
use catalogue::page_frame as words;
use leptos::prelude::*;

/// Kinerja Unit.
#[component]
pub fn OrganisationScreen() -> impl IntoView {
    let language = use_language();
    view! { <PageHead title=words::organisation(language) /> }
}
