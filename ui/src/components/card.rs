//! A part of a screen with a heading.

use super::unique_id;
use leptos::prelude::*;

/// A card: heading, an optional line beside it, an optional place for buttons, content.
#[component]
pub fn Card(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// A quiet line after the heading.
    #[prop(optional, into)]
    sub: Signal<String>,
    /// What stands at the right of the heading.
    #[prop(optional)]
    actions: Option<AnyView>,
    /// The content. Wrap it in `class="card-body"` for the usual distance from the edge.
    children: Children,
) -> impl IntoView {
    let id = unique_id("card");
    let heading = id.clone();
    view! {
        <section class="card" aria-labelledby=heading>
            <header>
                <h2 id=id>{move || title.get()}</h2>
                <span class="sub">{move || sub.get()}</span>
                {actions.map(|actions| view! { <div class="push">{actions}</div> })}
            </header>
            {children()}
        </section>
    }
}
