//! The navigation: only what works is there.

use super::use_home;
use crate::components::Icon;
use crate::language::use_language;
use crate::place::use_office;
use crate::routes::Screen;
use catalogue::{common, page_frame as words};
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_location;

/// The left bar.
#[component]
pub fn Navigation() -> impl IntoView {
    let language = use_language();
    let office = use_office();
    let path = use_location().pathname;
    let here = Memo::new(move |_| Screen::of(&path.get()));
    let entries: Vec<_> = Screen::ALL
        .into_iter()
        .enumerate()
        .map(|(index, screen)| entry(screen, index + 1, here))
        .collect();
    view! {
        <nav class="nav" aria-label=words::main_navigation(language)>
            <div class="brand">
                <Mark />
                <span>
                    {common::app_name(language)}
                    <small>{move || office.unit().map(|unit| unit.name)}</small>
                </span>
            </div>
            {entries}
        </nav>
    }
}

fn entry(screen: Screen, key: usize, here: Memo<Option<Screen>>) -> AnyView {
    let language = use_language();
    let home = use_home();
    let count =
        Memo::new(move |_| home.with(|home| home.map_or(0, |home| open_count(screen, home))));
    let title = screen.title(language);
    view! {
        <A
            href=screen.path()
            exact=true
            attr:class=if screen.is_below() { "below" } else { "" }
            attr:title=format!("{title} (Alt+{key})")
            attr:aria-keyshortcuts=format!("Alt+{key}")
            attr:data-here=move || (here.get() == Some(screen)).then_some("")
        >
            <Icon name=screen.icon() />
            <span class="name">{title}</span>
            {move || match count.get() {
                0 => view! { <span class="key" aria-hidden="true">"Alt+" {key}</span> }.into_any(),
                count => {
                    view! {
                        <span class="count" title=words::count_open(language, count)>{count}</span>
                    }
                    .into_any()
                }
            }}
        </A>
    }
    .into_any()
}

/// What is still to be done on a screen.
fn open_count(screen: Screen, home: &api::home::Home) -> u32 {
    match screen {
        Screen::Home => {
            let blocking = home.missing.iter().filter(|group| group.blocks);
            let lacking = blocking.map(|group| group.people.len());
            let open = lacking.sum::<usize>() + home.returned.len();
            u32::try_from(open).unwrap_or(u32::MAX)
        }
        Screen::Sheet => home.total.saturating_sub(home.complete),
        _ => 0,
    }
}

/// The program's mark.
#[component]
pub fn Mark() -> impl IntoView {
    view! {
        <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
            <rect width="32" height="32" rx="8" fill="#128095" />
            <path
                d="M7 21c3.5 0 3.5-3 7-3s3.5 3 7 3 2.5-1 4-1.800M8 14.500l4.2 3.400L23 8"
                fill="none"
                stroke="#fff"
                stroke-width="2.4"
                stroke-linecap="round"
                stroke-linejoin="round"
            />
        </svg>
    }
}
