//! `?`: every key on one page.

use crate::components::{Dialog, Keys};
use crate::language::use_language;
use catalogue::page_frame as words;
use leptos::prelude::*;

/// The list of keys.
#[component]
pub fn KeyMap(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let language = use_language();
    view! {
        <Dialog open title=words::keys_title(language)>
            <div class="key-map">
                <h3>{words::keys_anywhere(language)}</h3>
                {lines(&[
                    (&["Ctrl+K"], words::key_find(language)),
                    (&["Ctrl+J"], words::key_note(language)),
                    (&["F1"], words::key_help(language)),
                    (&["?"], words::key_map(language)),
                    (&["Alt+1", "…", "Alt+9"], words::key_screens(language)),
                    (&["Ctrl+Z"], words::key_undo(language)),
                    (&["Ctrl+Y"], words::key_redo(language)),
                ])}
                <h3>{words::keys_sheet(language)}</h3>
                {lines(&[
                    (&["1", "2", "3"], words::key_rate(language)),
                    (&["Enter", "Tab"], words::key_move(language)),
                    (&["F2", "Esc"], words::key_edit(language)),
                    (&["Shift+↑↓", "Ctrl+A"], words::key_select(language)),
                    (&["Ctrl+D", "Ctrl+R"], words::key_fill(language)),
                    (&["Ctrl+C", "Ctrl+V"], words::key_copy(language)),
                    (&["Space"], words::key_panel(language)),
                    (&["F6"], words::key_into_panel(language)),
                    (&["F1"], words::key_rubric(language)),
                    (&["Ctrl+Enter"], words::key_next(language)),
                ])}
            </div>
        </Dialog>
    }
}

fn lines(lines: &[(&'static [&'static str], &'static str)]) -> AnyView {
    let lines: Vec<_> = lines
        .iter()
        .map(|(keys, meaning)| {
            let keys: Vec<_> = keys
                .iter()
                .map(|key| view! { <Keys of=*key /> " " })
                .collect();
            view! { <div><dt>{keys}</dt><dd>{*meaning}</dd></div> }
        })
        .collect();
    view! { <dl>{lines}</dl> }.into_any()
}
