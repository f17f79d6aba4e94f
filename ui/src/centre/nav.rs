//! The centre's navigation: only what the person's role opens is there.

use super::access::use_access;
use super::routes::Screen;
use crate::components::Icon;
use crate::frame::Mark;
use crate::language::use_language;
use catalogue::{centre_frame as words, common, page_frame};
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_location;

/// The left bar.
#[component]
pub fn Navigation() -> impl IntoView {
    let language = use_language();
    let access = use_access();
    let path = use_location().pathname;
    let here = Memo::new(move |_| Screen::of(&path.get()));
    let entries: Vec<_> = Screen::ALL
        .into_iter()
        .filter(|screen| access.may(screen.needs()))
        .map(|screen| {
            let title = screen.title(language);
            view! {
                <A
                    href=screen.path()
                    exact=true
                    attr:title=title
                    attr:data-here=move || (here.get() == Some(screen)).then_some("")
                >
                    <Icon name=screen.icon() />
                    <span class="name">{title}</span>
                </A>
            }
            .into_any()
        })
        .collect();
    view! {
        <nav class="nav" aria-label=page_frame::main_navigation(language)>
            <div class="brand">
                <Mark />
                <span>{common::app_name(language)}<small>{words::centre(language)}</small></span>
            </div>
            {entries}
        </nav>
    }
}
