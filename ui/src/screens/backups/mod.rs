//! Cadangan.

use crate::components::PageHead;
use crate::language::use_language;
use catalogue::page_frame as words;
use leptos::prelude::*;

/// Cadangan.
#[component]
pub fn BackupsScreen() -> impl IntoView {
    let language = use_language();
    view! { <PageHead title=words::backups(language) /> }
}
