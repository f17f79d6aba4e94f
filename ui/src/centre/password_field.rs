//! A password: hidden, and shown while somebody wants to see it.

use crate::components::{Field, FieldParts};
use crate::language::use_language;
use catalogue::centre_frame as words;
use leptos::prelude::*;

/// A field for a password.
#[component]
pub fn PasswordField(
    /// The label.
    #[prop(into)]
    label: String,
    /// What is typed.
    value: RwSignal<String>,
    /// `current-password` or `new-password`, for the browser's own keeper of passwords.
    autocomplete: &'static str,
    /// What to write, below the field.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let language = use_language();
    let is_shown = RwSignal::new(false);
    let parts = FieldParts::new();
    let FieldParts { id, described_by } = parts.clone();
    view! {
        <Field parts label hint error>
            <input
                class="input"
                id=id
                type=move || if is_shown.get() { "text" } else { "password" }
                autocomplete=autocomplete
                spellcheck="false"
                aria-describedby=described_by
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            />
            <label class="centre-show">
                <input
                    type="checkbox"
                    prop:checked=move || is_shown.get()
                    on:change=move |event| is_shown.set(event_target_checked(&event))
                />
                {words::show_password(language)}
            </label>
        </Field>
    }
}
