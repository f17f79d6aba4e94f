//! Parts of one thing, one at a time.

use leptos::prelude::*;

/// One tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab {
    /// What stands for it in `selected`.
    pub key: &'static str,
    /// Its name.
    pub label: String,
}

/// A list of tabs; the arrow keys move, Home and End jump. Show the content in a [`TabPanel`]
/// with the same `name`.
#[component]
pub fn Tabs(
    /// A name that no other tabs on the screen have: it makes the ids.
    name: &'static str,
    /// What the tabs are about, for screen readers.
    #[prop(into)]
    label: String,
    /// The tabs.
    tabs: Vec<Tab>,
    /// The key of the open one.
    selected: RwSignal<&'static str>,
) -> impl IntoView {
    let keys: Vec<&'static str> = tabs.iter().map(|tab| tab.key).collect();
    let moved = move |event: web_sys::KeyboardEvent| {
        let Some(target) = neighbour(&keys, selected.get_untracked(), &event.key()) else {
            return;
        };
        event.prevent_default();
        selected.set(target);
        crate::browser::focus(&tab_id(name, target));
    };
    let buttons: Vec<_> = tabs
        .into_iter()
        .map(|Tab { key, label }| {
            let is_open = move || selected.get() == key;
            view! {
                <button
                    type="button"
                    role="tab"
                    id=tab_id(name, key)
                    aria-controls=format!("{name}-panel")
                    aria-selected=move || if is_open() { "true" } else { "false" }
                    tabindex=move || if is_open() { "0" } else { "-1" }
                    on:click=move |_| selected.set(key)
                >
                    {label}
                </button>
            }
        })
        .collect();
    view! {
        <div class="tabs" role="tablist" aria-label=label on:keydown=moved>
            {buttons}
        </div>
    }
}

/// The content of the open tab.
#[component]
pub fn TabPanel(
    /// As in [`Tabs`].
    name: &'static str,
    /// As in [`Tabs`].
    selected: RwSignal<&'static str>,
    /// The content.
    children: Children,
) -> impl IntoView {
    view! {
        <div
            class="tab-panel"
            role="tabpanel"
            id=format!("{name}-panel")
            aria-labelledby=move || tab_id(name, selected.get())
        >
            {children()}
        </div>
    }
}

fn tab_id(name: &str, key: &str) -> String {
    format!("{name}-tab-{key}")
}

fn neighbour(keys: &[&'static str], from: &str, pressed: &str) -> Option<&'static str> {
    let at = keys.iter().position(|key| *key == from)?;
    let target = match pressed {
        "ArrowRight" => (at + 1) % keys.len(),
        "ArrowLeft" => (at + keys.len() - 1) % keys.len(),
        "Home" => 0,
        "End" => keys.len() - 1,
        _ => return None,
    };
    keys.get(target).copied()
}

#[cfg(test)]
mod tests {
    use super::neighbour;
    use rstest::rstest;

    #[rstest]
    #[case("a", "ArrowRight", Some("b"))]
    #[case("c", "ArrowRight", Some("a"))]
    #[case("a", "ArrowLeft", Some("c"))]
    #[case("b", "End", Some("c"))]
    #[case("b", "Home", Some("a"))]
    #[case("b", "x", None)]
    fn arrows_go_round(
        #[case] from: &str,
        #[case] pressed: &str,
        #[case] expected: Option<&'static str>,
    ) {
        assert_eq!(neighbour(&["a", "b", "c"], from, pressed), expected);
    }
}
