//! Arriving on a screen: the focus goes to its heading; Back returns to where one was.

use crate::browser;
use crate::language::use_language;
use catalogue::page_frame as words;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use std::collections::HashMap;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Whatever scrolls and is to be found again carries this attribute.
const KEPT: &str = "[data-keep-scroll]";
/// A screen's first answer is there within this many looks.
const LOOKS: u32 = 20;
const BETWEEN_LOOKS: Duration = Duration::from_millis(50);

/// Jumps over the navigation; the first stop of the Tab key.
#[component]
pub fn SkipLink() -> impl IntoView {
    let language = use_language();
    view! {
        <button type="button" class="skip" on:click=move |_| browser::focus("main")>
            {words::skip_to_content(language)}
        </button>
    }
}

/// Watches the address.
pub fn attend() {
    let location = use_location();
    let scrolled = StoredValue::new(HashMap::<String, Vec<i32>>::new());
    let came_back = StoredValue::new(false);
    let restoring = StoredValue::new(false);
    let back = window_event_listener(leptos::ev::popstate, move |_| came_back.set_value(true));
    on_cleanup(move || back.remove());

    let address = move || {
        let search = location.search.get_untracked();
        format!("{}?{search}", location.pathname.get_untracked())
    };
    // Dropped with the frame.
    StoredValue::new_local(browser::listen_to_scrolling(move || {
        if restoring.try_get_value() == Some(false) {
            scrolled.update_value(|places| {
                places.insert(
                    address(),
                    kept().iter().map(HtmlElement::scroll_top).collect(),
                );
            });
        }
    }));

    Effect::new(move |before: Option<String>| {
        let path = location.pathname.get();
        if before.is_none() || before.as_ref() == Some(&path) {
            return path;
        }
        let returned = came_back.get_value();
        came_back.set_value(false);
        let wanted = scrolled
            .with_value(|places| places.get(&address()).cloned())
            .filter(|_| returned)
            .unwrap_or_default();
        restoring.set_value(true);
        if let Some(main) = browser::element("main") {
            main.set_scroll_top(0);
        }
        arrive(wanted, restoring, LOOKS);
        path
    });
}

/// Focuses the heading as soon as it is there, and scrolls as soon as there is enough to scroll.
fn arrive(wanted: Vec<i32>, restoring: StoredValue<bool>, looks: u32) {
    set_timeout(
        move || {
            if restoring.try_get_value().is_none() {
                return;
            }
            let there = kept();
            for (element, top) in there.iter().zip(&wanted) {
                element.set_scroll_top(*top);
            }
            let heading = browser::element("title");
            let inside = browser::focused().is_some_and(|focused| is_in_main(&focused));
            if let (Some(heading), false) = (&heading, inside) {
                browser::focus_without_scrolling(heading);
            }
            let settled = heading.is_some()
                && there
                    .iter()
                    .zip(&wanted)
                    .all(|(element, top)| element.scroll_top() == *top)
                && there.len() >= wanted.len();
            if settled || looks == 0 {
                restoring.set_value(false);
            } else {
                arrive(wanted, restoring, looks - 1);
            }
        },
        BETWEEN_LOOKS,
    );
}

fn is_in_main(element: &HtmlElement) -> bool {
    element
        .closest("#main *")
        .is_ok_and(|found| found.is_some())
}

fn kept() -> Vec<HtmlElement> {
    let Some(list) = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector_all(KEPT).ok())
    else {
        return Vec::new();
    };
    (0..list.length())
        .filter_map(|index| {
            list.item(index)?
                .dyn_into::<Element>()
                .ok()?
                .dyn_into()
                .ok()
        })
        .collect()
}
