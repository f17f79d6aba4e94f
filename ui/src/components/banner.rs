//! A sentence across the width: what happened, what is safe, what to do next, and a button.

use super::{Button, ButtonKind, Icon, IconName};
use crate::language::use_language;
use api::Refusal;
use catalogue::page_frame as words;
use leptos::prelude::*;

/// What a banner is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BannerKind {
    /// Good to know.
    #[default]
    Info,
    /// Done.
    Good,
    /// Needs the person.
    Attention,
}

impl BannerKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Info => "banner",
            Self::Good => "banner good",
            Self::Attention => "banner attention",
        }
    }

    const fn icon(self) -> IconName {
        match self {
            Self::Info => IconName::Info,
            Self::Good => IconName::Check,
            Self::Attention => IconName::Warning,
        }
    }
}

/// A banner; its children are the buttons.
#[component]
pub fn Banner(
    /// What it is about.
    #[prop(optional)]
    kind: BannerKind,
    /// The sentence.
    #[prop(into)]
    text: Signal<String>,
    /// The buttons.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class=kind.class() role="status">
            <Icon name=kind.icon() />
            <p>{move || text.get()}</p>
            {children.map(|children| view! { <div class="row-buttons push">{children()}</div> })}
        </div>
    }
}

/// The sentence of a refusal, while there is one, with "Coba lagi" when it can be tried again.
#[component]
pub fn RefusalBanner(
    /// The refusal.
    #[prop(into)]
    refusal: Signal<Option<Refusal>>,
    /// Tries again.
    #[prop(optional, into)]
    again: Option<Callback<()>>,
) -> impl IntoView {
    let language = use_language();
    move || {
        refusal.get().map(|refusal| {
            view! {
                <Banner kind=BannerKind::Attention text=refusal.code.sentence(language)>
                    {again.map(|again| view! {
                        <Button kind=ButtonKind::Small on_press=again>
                            {words::try_again(language)}
                        </Button>
                    })}
                </Banner>
            }
        })
    }
}
