//! Keys as they stand on the keyboard.

use leptos::prelude::*;

/// `<Keys of="Ctrl+K" />` shows each key in a frame.
#[component]
pub fn Keys(
    /// Keys joined by `+`.
    of: &'static str,
) -> impl IntoView {
    keys(of)
}

/// The same for a text that does not live as long as the program.
#[must_use]
pub fn keys(of: &str) -> AnyView {
    view! { <kbd>{of.replace('+', " ")}</kbd> }.into_any()
}
