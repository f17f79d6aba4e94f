//! Buttons: at most one primary on a screen.

use super::{Icon, IconName};
use leptos::prelude::*;
use leptos_router::components::A;

/// How loud a button is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The next step of the screen.
    Primary,
    /// Any other.
    #[default]
    Normal,
    /// Beside others, without a frame.
    Quiet,
    /// As normal, lower: in rows and cards.
    Small,
    /// As primary, lower.
    SmallPrimary,
    /// As quiet, lower.
    SmallQuiet,
}

impl ButtonKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Primary => "btn primary",
            Self::Normal => "btn",
            Self::Quiet => "btn quiet",
            Self::Small => "btn small",
            Self::SmallPrimary => "btn small primary",
            Self::SmallQuiet => "btn small quiet",
        }
    }
}

/// A button. Further attributes go on with `attr:`, such as `attr:aria-label` for one that shows
/// only a sign.
#[component]
pub fn Button(
    /// What it does.
    #[prop(into)]
    on_press: Callback<()>,
    /// How loud.
    #[prop(optional)]
    kind: ButtonKind,
    /// A sign before the words.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// Whether it cannot be pressed now. Say beside it why.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Whether its work is under way: it cannot be pressed twice.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// The words.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class=kind.class()
            // A disabled button would drop the focus while it works: it is only marked.
            aria-disabled=move || (disabled.get() || busy.get()).then_some("true")
            aria-busy=move || busy.get().then_some("true")
            on:click=move |_| {
                if !disabled.get_untracked() && !busy.get_untracked() {
                    on_press.run(());
                }
            }
        >
            {icon.map(|name| view! { <Icon name /> })}
            {children.map(|children| children())}
        </button>
    }
}

/// A link to another screen that looks like a button.
#[component]
pub fn LinkButton(
    /// Where to.
    #[prop(into)]
    href: String,
    /// How loud.
    #[prop(optional)]
    kind: ButtonKind,
    /// A sign before the words.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// The words.
    children: Children,
) -> impl IntoView {
    view! {
        <A href attr:class=kind.class()>
            {icon.map(|name| view! { <Icon name /> })}
            {children()}
        </A>
    }
}
