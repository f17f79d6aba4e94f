//! Bantuan of the screen that is open, in a panel beside it.

use super::routes::Screen;
use crate::components::{Button, ButtonKind, Drawer, IconName};
use crate::language::use_language;
use crate::screens::help;
use catalogue::{Language, centre_frame as words, common};
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use web_sys::KeyboardEvent;

/// The button and the panel; F1 opens and closes it from anywhere.
#[component]
pub fn Help() -> impl IntoView {
    let language = use_language();
    let open = RwSignal::new(false);
    let path = use_location().pathname;
    let listener = window_event_listener(leptos::ev::keydown, move |event: KeyboardEvent| {
        if event.key() == "F1" && !event.default_prevented() {
            event.prevent_default();
            open.update(|open| *open = !*open);
        }
    });
    on_cleanup(move || listener.remove());
    let page = Memo::new(move |_| page(&path.get()));
    view! {
        <Button
            kind=ButtonKind::Quiet
            icon=IconName::Help
            on_press=move || open.update(|open| *open = !*open)
            attr:id="help-button"
            attr:title="F1"
            attr:aria-expanded=move || if open.get() { "true" } else { "false" }
        >
            <span class="centre-help-word">{common::help(language)}</span>
        </Button>
        <Drawer open title=words::help_of_screen(language)>
            {move || help::text(file(page.get(), language))}
            {move || (page.get() != START).then(|| view! {
                <details class="centre-help-more">
                    <summary>{words::help_start(language)}</summary>
                    {help::text(file(START, language))}
                </details>
            })}
        </Drawer>
    }
}

const START: &str = "mulai";

/// The name of the page about the screen at an address: that of the address itself.
fn page(path: &str) -> &'static str {
    match Screen::of(path).map(Screen::path) {
        Some("/") => "kelengkapan",
        Some(path) => path.trim_start_matches('/'),
        None => START,
    }
}

/// Where its text lies beside the page: `docs/bantuan/pusat`.
fn file(page: &str, language: Language) -> String {
    match language {
        Language::Indonesian => format!("/help/pusat/{page}.md"),
        Language::English => format!("/help/en/pusat/{page}.md"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn every_screen_has_a_page_in_both_languages() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/bantuan");
        for screen in Screen::ALL {
            for language in Language::ALL {
                let file = file(page(screen.path()), language);
                let place = root.join(file.trim_start_matches("/help/"));
                assert!(place.is_file(), "{}", place.display());
            }
        }
    }
}
