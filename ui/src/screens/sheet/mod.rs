//! Lembar Penilaian.

use crate::components::PageHead;
use crate::language::use_language;
use catalogue::page_frame as words;
use leptos::prelude::*;

/// Lembar Penilaian.
#[component]
pub fn SheetScreen() -> impl IntoView {
    let language = use_language();
    view! { <PageHead title=words::sheet(language) /> }
}
