//! Pengaturan.

use crate::components::PageHead;
use crate::language::use_language;
use catalogue::page_frame as words;
use leptos::prelude::*;

/// Pengaturan.
#[component]
pub fn SettingsScreen() -> impl IntoView {
    let language = use_language();
    view! { <PageHead title=words::settings(language) /> }
}
