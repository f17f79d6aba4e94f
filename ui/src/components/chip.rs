//! A short word in a pill: never colour alone, always words.

use leptos::prelude::*;

/// What a chip means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChipTone {
    /// Says something.
    #[default]
    Plain,
    /// Done, above.
    Good,
    /// Needs a look, below.
    Attention,
    /// Belongs to what is selected.
    Accent,
}

impl ChipTone {
    const fn class(self) -> &'static str {
        match self {
            Self::Plain => "chip",
            Self::Good => "chip good",
            Self::Attention => "chip attention",
            Self::Accent => "chip accent",
        }
    }
}

/// A chip.
#[component]
pub fn Chip(
    /// What it means.
    #[prop(optional)]
    tone: ChipTone,
    /// The word.
    children: Children,
) -> impl IntoView {
    view! { <span class=tone.class()>{children()}</span> }
}
