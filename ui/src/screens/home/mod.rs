//! Beranda.

use crate::components::PageHead;
use crate::language::use_language;
use catalogue::page_frame as words;
use leptos::prelude::*;

/// Beranda.
#[component]
pub fn HomeScreen() -> impl IntoView {
    let language = use_language();
    view! { <PageHead title=words::home(language) /> }
}
