//! Help for writing: situation, behaviour, impact, hope. One press begins a line.

use super::draft::NoteDraft;
use crate::browser;
use crate::language::use_language;
use catalogue::page_notes as words;
use leptos::prelude::*;

/// Four quiet buttons below the text.
#[component]
pub fn Prompts(
    /// The form.
    draft: NoteDraft,
    /// The id of the text field.
    field: &'static str,
) -> impl IntoView {
    let language = use_language();
    let prompts = [
        (
            words::prompt_situation(language),
            words::prompt_situation_hint(language),
        ),
        (
            words::prompt_behaviour(language),
            words::prompt_behaviour_hint(language),
        ),
        (
            words::prompt_impact(language),
            words::prompt_impact_hint(language),
        ),
        (
            words::prompt_hope(language),
            words::prompt_hope_hint(language),
        ),
    ];
    let hint = RwSignal::new("");
    let buttons: Vec<_> = prompts
        .into_iter()
        .map(|(name, explains)| {
            view! {
                <button
                    type="button"
                    class="btn small quiet"
                    title=explains
                    on:click=move |_| {
                        draft.text.update(|text| *text = with_line(text, name));
                        hint.set(explains);
                                    browser::after_paint(move || browser::focus(field));
                    }
                >
                    {name}
                </button>
            }
        })
        .collect();
    view! {
        <div class="notes-prompts" role="group" aria-label=words::prompts(language)>
            <span class="sub">{words::prompts(language)}</span>
            {buttons}
        </div>
        <p class="sub notes-prompt-hint" aria-live="polite">
            {move || if draft.text.with(String::is_empty) { "" } else { hint.get() }}
        </p>
    }
}

/// The text with a line begun for a prompt; one that is there already is not begun twice.
fn with_line(text: &str, name: &str) -> String {
    let begin = format!("{name}: ");
    if text
        .lines()
        .any(|line| line.trim_start().starts_with(begin.trim_end()))
    {
        return text.to_owned();
    }
    match text.trim_end() {
        "" => begin,
        written => format!("{written}\n{begin}"),
    }
}

#[cfg(test)]
mod tests {
    use super::with_line;
    use rstest::rstest;

    #[rstest]
    #[case("", "Situasi: ")]
    #[case("Loket penuh.", "Loket penuh.\nSituasi: ")]
    #[case("Loket penuh.\n\n", "Loket penuh.\nSituasi: ")]
    #[case("Situasi: loket penuh", "Situasi: loket penuh")]
    fn a_prompt_begins_one_line(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(with_line(text, "Situasi"), expected);
    }
}
