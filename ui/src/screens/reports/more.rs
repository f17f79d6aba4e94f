//! The way to the copy sheet and the recap.

use crate::components::{Icon, IconName};
use crate::language::use_language;
use crate::routes;
use catalogue::page_reports as words;
use leptos::prelude::*;
use leptos_router::components::A;

/// Two links with a line of explanation each.
#[component]
pub fn MoreReports() -> impl IntoView {
    let language = use_language();
    view! {
        <nav class="reports-more" aria-label=words::more(language)>
            <A href=routes::COPY_SHEET attr:class="card reports-link">
                <Icon name=IconName::Copy />
                <span>
                    <b>{words::copy_sheet(language)}</b>
                    <small class="sub">{words::copy_sheet_hint(language)}</small>
                </span>
                <Icon name=IconName::ChevronRight />
            </A>
            <A href=routes::RECAP attr:class="card reports-link">
                <Icon name=IconName::Chart />
                <span>
                    <b>{words::recap(language)}</b>
                    <small class="sub">{words::recap_hint(language)}</small>
                </span>
                <Icon name=IconName::ChevronRight />
            </A>
        </nav>
    }
}
