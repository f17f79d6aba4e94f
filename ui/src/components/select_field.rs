//! One of a few.

use super::{Field, FieldParts, Icon, IconName};
use leptos::prelude::*;

/// One choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What the program takes.
    pub value: String,
    /// What the person reads.
    pub label: String,
}

impl Choice {
    /// A choice.
    #[must_use]
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
        }
    }
}

/// A list to choose one from.
#[component]
pub fn SelectField(
    /// The label.
    #[prop(into)]
    label: String,
    /// The chosen value.
    #[prop(into)]
    value: Signal<String>,
    /// The choices. Begin with `Choice::new("", …)` when nothing may be chosen.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// Called with the new value.
    #[prop(into)]
    on_choose: Callback<(String,)>,
    /// What to choose, below the field.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let parts = FieldParts::new();
    let FieldParts { id, described_by } = parts.clone();
    view! {
        <Field parts label hint error>
            <span class="select">
                <select
                    id=id
                    aria-describedby=described_by
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    on:change=move |event| on_choose.run((event_target_value(&event),))
                >
                    {move || options(choices.get(), value)}
                </select>
                <Icon name=IconName::ChevronDown />
            </span>
        </Field>
    }
}

/// The options of a `<select>`.
pub(crate) fn options(choices: Vec<Choice>, value: Signal<String>) -> Vec<AnyView> {
    choices
        .into_iter()
        .map(|choice| {
            let own = choice.value.clone();
            view! {
                <option
                    value=choice.value
                    selected=move || value.with(|value| *value == own)
                >
                    {choice.label}
                </option>
            }
            .into_any()
        })
        .collect()
}
