//! Which pages there are.

use super::page::HelpPage;
use crate::language::use_language;
use crate::routes;
use catalogue::page_help as words;
use leptos::prelude::*;
use leptos_router::components::A;

/// The list beside a page. The router marks the page that is open.
#[component]
pub fn Contents() -> impl IntoView {
    let language = use_language();
    let pages: Vec<_> = HelpPage::ALL
        .into_iter()
        .map(|page| {
            view! { <li><A href=routes::help(page.slug())>{page.title(language)}</A></li> }
        })
        .collect();
    view! {
        <nav class="help-contents no-print" aria-label=words::contents(language)>
            <ul>{pages}</ul>
        </nav>
    }
}
