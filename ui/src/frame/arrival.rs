//! Arriving on a screen: the focus goes to its heading; Back returns to where one was.

use crate::browser;
use crate::language::use_language;
use crate::screens::employees::ADD;
use crate::screens::home::CHECK;
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
    // An event that a script made is not Back or Forward: what it shows starts at its top.
    let back = window_event_listener(leptos::ev::popstate, move |event| {
        came_back.set_value(event.is_trusted());
    });
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
        let screen = location
            .pathname
            .with(|path| location.search.with(|search| screen(path, search)));
        let is_new = before.is_some_and(|before| before != screen);
        let left = scrolled.with_value(|places| places.get(&address()).cloned());
        if is_new {
            restoring.set_value(true);
            if let Some(main) = browser::element("main") {
                main.set_scroll_top(0);
            }
        }
        // The router hears of Back before we do; a moment later it is known.
        set_timeout(
            move || {
                let returned = came_back.try_get_value() == Some(true);
                came_back.try_set_value(false);
                if is_new {
                    let wanted = left.filter(|_| returned).unwrap_or_default();
                    arrive(wanted, restoring, LOOKS);
                }
            },
            Duration::ZERO,
        );
        screen
    });
}

/// Which screen an address shows: what follows the `?` chooses a row or a filter of the same
/// screen, but for the two that are screens of their own.
fn screen(path: &str, search: &str) -> String {
    let address = format!("{path}?{}", search.trim_start_matches('?'));
    [CHECK, ADD]
        .into_iter()
        .find(|own| address.starts_with(own))
        .unwrap_or(path)
        .to_owned()
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

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("/pegawai", "saring=semua", "/pegawai")]
    #[case("/pegawai", "tambah=1", ADD)]
    #[case("/", "", "/")]
    #[case("/", "periksa=1", CHECK)]
    #[case("/penilaian", "baris=1&kolom=perilaku", "/penilaian")]
    fn an_address_names_its_screen(#[case] path: &str, #[case] search: &str, #[case] own: &str) {
        assert_eq!(screen(path, search), own);
    }
}
