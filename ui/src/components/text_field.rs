//! Text in one line, and in several.

use super::{Field, FieldParts};
use leptos::prelude::*;

/// One line of text.
#[component]
pub fn TextField(
    /// The label.
    #[prop(into)]
    label: String,
    /// The text; it follows every key.
    value: RwSignal<String>,
    /// What to write, below the field.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Called with the text when the field is left or Enter is pressed.
    #[prop(optional, into)]
    on_commit: Option<Callback<(String,)>>,
    /// The element's id, when something else names it.
    #[prop(optional, into)]
    id: Option<String>,
    /// `numeric` brings the number keys on a touch screen.
    #[prop(optional)]
    input_mode: &'static str,
) -> impl IntoView {
    let mut parts = FieldParts::new();
    if let Some(id) = id {
        parts.id = id;
    }
    let FieldParts { id, described_by } = parts.clone();
    view! {
        <Field parts label hint error>
            <input
                class="input"
                type="text"
                id=id
                autocomplete="off"
                spellcheck="false"
                inputmode=(!input_mode.is_empty()).then_some(input_mode)
                aria-describedby=described_by
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
                on:change=move |event| {
                    if let Some(on_commit) = on_commit {
                        // A field that goes while it is being left has nobody to tell.
                        let _gone = on_commit.try_run((event_target_value(&event),));
                    }
                }
            />
        </Field>
    }
}

/// Several lines of text.
#[component]
pub fn TextArea(
    /// The label.
    #[prop(into)]
    label: String,
    /// The text; it follows every key.
    value: RwSignal<String>,
    /// What to write, below the field.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Called with the text when the field is left.
    #[prop(optional, into)]
    on_commit: Option<Callback<(String,)>>,
    /// The element's id, when something else names it.
    #[prop(optional, into)]
    id: Option<String>,
    /// Lines to begin with.
    #[prop(default = 3)]
    lines: u32,
) -> impl IntoView {
    let mut parts = FieldParts::new();
    if let Some(id) = id {
        parts.id = id;
    }
    let FieldParts { id, described_by } = parts.clone();
    view! {
        <Field parts label hint error>
            <textarea
                class="input"
                id=id
                rows=lines.to_string()
                aria-describedby=described_by
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
                on:change=move |event| {
                    if let Some(on_commit) = on_commit {
                        // A field that goes while it is being left has nobody to tell.
                        let _gone = on_commit.try_run((event_target_value(&event),));
                    }
                }
            />
        </Field>
    }
}
