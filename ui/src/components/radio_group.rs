//! One of two or three, all in sight.

use super::{Choice, unique_id};
use leptos::prelude::*;

/// Choices side by side; the arrow keys move between them.
#[component]
pub fn RadioGroup(
    /// What is chosen.
    #[prop(into)]
    label: String,
    /// The chosen value.
    #[prop(into)]
    value: Signal<String>,
    /// The choices.
    choices: Vec<Choice>,
    /// Called with the new value.
    #[prop(into)]
    on_choose: Callback<(String,)>,
) -> impl IntoView {
    let name = unique_id("choice");
    let buttons: Vec<_> = choices
        .into_iter()
        .map(|choice| {
            let Choice { value: own, label } = choice;
            let (mine, sent) = (own.clone(), own.clone());
            view! {
                <label>
                    <input
                        type="radio"
                        name=name.clone()
                        value=own
                        prop:checked=move || value.with(|value| *value == mine)
                        on:change=move |_| on_choose.run((sent.clone(),))
                    />
                    <span>{label}</span>
                </label>
            }
        })
        .collect();
    view! {
        <fieldset class="segments">
            <legend>{label}</legend>
            <div>{buttons}</div>
        </fieldset>
    }
}
