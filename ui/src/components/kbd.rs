//! Keys as they stand on the keyboard.

use leptos::prelude::*;

/// `<Keys of="Ctrl+K" />` shows each key in a frame.
#[component]
pub fn Keys(
    /// Keys joined by `+`.
    of: &'static str,
) -> impl IntoView {
    view! { <kbd>{of.replace('+', " ")}</kbd> }
}
