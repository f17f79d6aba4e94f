//! The top of a screen: its name, a line below, its buttons.

use crate::browser;
use crate::effect::effect;
use leptos::prelude::*;

/// The heading of a screen. Every screen has exactly one: the focus comes here after navigation.
#[component]
pub fn PageHead(
    /// The screen's name; the window's title too.
    #[prop(into)]
    title: Signal<String>,
    /// The line below: unit, period, counts.
    #[prop(optional, into)]
    sub: Signal<String>,
    /// A line of parts below it, such as keys.
    #[prop(optional, into)]
    keys: Option<AnyView>,
    /// The buttons.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    effect(move || browser::set_title(&format!("{} · Kinerja Luring", title.get())));
    view! {
        <div class="head">
            <div>
                <h1 id="title" tabindex="-1">{move || title.get()}</h1>
                <p class="sub">{move || sub.get()}</p>
                {keys.map(|keys| view! { <p class="sub keys">{keys}</p> })}
            </div>
            {children.map(|children| view! { <div class="push">{children()}</div> })}
        </div>
    }
}
