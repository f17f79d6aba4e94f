//! An empty screen is no dead end: it has the next action.

use super::{Icon, IconName};
use leptos::prelude::*;

/// What stands where nothing is yet.
#[component]
pub fn EmptyState(
    /// A sign above the words.
    icon: IconName,
    /// What is not there yet.
    #[prop(into)]
    title: String,
    /// Why, and what to do.
    #[prop(into)]
    text: String,
    /// The buttons of the next action.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty-state">
            <span class="empty-sign"><Icon name=icon /></span>
            <h2>{title}</h2>
            <p>{text}</p>
            {children.map(|children| view! { <div class="row-buttons">{children()}</div> })}
        </div>
    }
}
