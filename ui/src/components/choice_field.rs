//! One of a few values of a type: what is chosen is the value itself, not a text.

use super::{Choice, SelectField};
use leptos::prelude::*;

/// A list to choose one value from.
#[component]
pub fn ChoiceField<T>(
    /// The label.
    #[prop(into)]
    label: String,
    /// The values with their names.
    options: Vec<(T, String)>,
    /// The chosen value.
    value: RwSignal<T>,
    /// What to choose, below the field.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let (values, names): (Vec<T>, Vec<String>) = options.into_iter().unzip();
    let choices: Vec<Choice> = names
        .into_iter()
        .enumerate()
        .map(|(index, name)| Choice::new(index.to_string(), name))
        .collect();
    let known = StoredValue::new(values);
    let chosen = Signal::derive(move || {
        let value = value.get();
        known
            .with_value(|known| known.iter().position(|it| *it == value))
            .map(|index| index.to_string())
            .unwrap_or_default()
    });
    let choose = move |index: String| {
        let picked = index
            .parse::<usize>()
            .ok()
            .and_then(|index| known.with_value(|known| known.get(index).copied()));
        if let Some(picked) = picked {
            value.set(picked);
        }
    };
    view! { <SelectField label value=chosen choices on_choose=choose hint error /> }
}
