//! Laporan: the BKN workbook, values to copy, counts.

use crate::components::PageHead;
use crate::language::use_language;
use catalogue::page_frame as words;
use leptos::prelude::*;

/// The workbook.
#[component]
pub fn ReportsScreen() -> impl IntoView {
    let language = use_language();
    view! { <PageHead title=words::reports(language) /> }
}

/// Values in the order of the BKN screens.
#[component]
pub fn CopySheetScreen() -> impl IntoView {
    let language = use_language();
    view! { <PageHead title=words::reports(language) /> }
}

/// Counts per predikat.
#[component]
pub fn RecapScreen() -> impl IntoView {
    let language = use_language();
    view! { <PageHead title=words::reports(language) /> }
}
