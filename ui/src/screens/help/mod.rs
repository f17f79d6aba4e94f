//! Bantuan: one page per screen.

use crate::components::PageHead;
use crate::language::use_language;
use catalogue::common;
use leptos::prelude::*;

/// A help page; its name stands in the address.
#[component]
pub fn HelpScreen() -> impl IntoView {
    let language = use_language();
    view! { <PageHead title=common::help(language) /> }
}
