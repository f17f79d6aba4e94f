//! Keys that work anywhere. A screen that takes a key itself calls `prevent_default` on it.

use super::Openings;
use crate::browser;
use crate::routes::{self, Screen};
use crate::toast::use_undo;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use web_sys::KeyboardEvent;

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
    Palette,
    QuickNote,
    KeyMap,
    Help,
    Undo,
    Redo,
    Go(Screen),
}

/// A pressed key, without the browser.
#[derive(Clone, Copy, Debug)]
struct Pressed<'a> {
    key: &'a str,
    code: &'a str,
    control: bool,
    alt: bool,
    shift: bool,
    typing: bool,
}

/// Listens as long as the frame stands.
pub fn listen(openings: Openings) {
    let undo = use_undo();
    let navigate = use_navigate();
    let path = use_location().pathname;
    let listener = window_event_listener(leptos::ev::keydown, move |event: KeyboardEvent| {
        if event.default_prevented() {
            return;
        }
        let (key, code) = (event.key(), event.code());
        let pressed = Pressed {
            key: &key,
            code: &code,
            control: event.ctrl_key() || event.meta_key(),
            alt: event.alt_key(),
            shift: event.shift_key(),
            typing: browser::is_typing(),
        };
        let Some(wish) = wish(pressed) else {
            return;
        };
        event.prevent_default();
        match wish {
            Wish::Palette => openings.palette.update(|open| *open = !*open),
            Wish::QuickNote => openings.quick_note.update(|open| *open = !*open),
            Wish::KeyMap => openings.key_map.set(true),
            Wish::Help => {
                navigate(
                    &routes::help_for(&path.get_untracked()),
                    NavigateOptions::default(),
                );
            }
            Wish::Undo => undo.undo(),
            Wish::Redo => undo.redo(),
            Wish::Go(screen) => navigate(screen.path(), NavigateOptions::default()),
        }
    });
    on_cleanup(move || listener.remove());
}

fn wish(pressed: Pressed<'_>) -> Option<Wish> {
    let Pressed {
        key,
        code,
        control,
        alt,
        shift,
        typing,
    } = pressed;
    match (control, alt) {
        (true, false) => match key.to_ascii_lowercase().as_str() {
            "k" => Some(Wish::Palette),
            "j" => Some(Wish::QuickNote),
            "z" if typing => None,
            "z" if shift => Some(Wish::Redo),
            "z" => Some(Wish::Undo),
            "y" if !typing => Some(Wish::Redo),
            _ => None,
        },
        // The code, because Alt turns digits into other signs on some layouts.
        (false, true) => code
            .strip_prefix("Digit")
            .and_then(|digit| digit.parse::<usize>().ok())
            .and_then(|number| Screen::ALL.get(number.checked_sub(1)?).copied())
            .map(Wish::Go),
        (false, false) => match key {
            "F1" => Some(Wish::Help),
            "?" if !typing => Some(Wish::KeyMap),
            _ => None,
        },
        (true, true) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn pressed<'a>(keys: &'a str, typing: bool) -> Pressed<'a> {
        let key = keys.rsplit('+').next().unwrap_or_default();
        Pressed {
            key,
            code: if keys.starts_with("Alt+") {
                ["Digit0", "Digit1", "Digit7", "Digit9"]
                    .into_iter()
                    .find(|code| code.ends_with(key))
                    .unwrap_or("")
            } else {
                ""
            },
            control: keys.contains("Ctrl+"),
            alt: keys.contains("Alt+"),
            shift: keys.contains("Shift+"),
            typing,
        }
    }

    #[rstest]
    #[case("Ctrl+k", Some(Wish::Palette))]
    #[case("Ctrl+J", Some(Wish::QuickNote))]
    #[case("Ctrl+z", Some(Wish::Undo))]
    #[case("Ctrl+Shift+Z", Some(Wish::Redo))]
    #[case("Ctrl+y", Some(Wish::Redo))]
    #[case("F1", Some(Wish::Help))]
    #[case("?", Some(Wish::KeyMap))]
    #[case("Alt+1", Some(Wish::Go(Screen::Home)))]
    #[case("Alt+7", Some(Wish::Go(Screen::Sync)))]
    #[case("Alt+9", Some(Wish::Go(Screen::Settings)))]
    #[case("Alt+0", None)]
    #[case("Ctrl+Alt+k", None)]
    #[case("k", None)]
    fn keys_work_anywhere(#[case] keys: &str, #[case] expected: Option<Wish>) {
        assert_eq!(wish(pressed(keys, false)), expected);
    }

    #[rstest]
    #[case("Ctrl+z", None)]
    #[case("Ctrl+y", None)]
    #[case("?", None)]
    #[case("Ctrl+k", Some(Wish::Palette))]
    fn a_text_keeps_its_own_keys(#[case] keys: &str, #[case] expected: Option<Wish>) {
        assert_eq!(wish(pressed(keys, true)), expected);
    }
}
