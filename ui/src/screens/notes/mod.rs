//! Catatan & Bukti.

use crate::components::PageHead;
use crate::language::use_language;
use catalogue::page_frame as words;
use leptos::prelude::*;

/// Catatan & Bukti.
#[component]
pub fn NotesScreen() -> impl IntoView {
    let language = use_language();
    view! { <PageHead title=words::notes(language) /> }
}
