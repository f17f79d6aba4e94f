//! Bantuan: one page per screen, there without a connection. The pages are the files of
//! `docs/bantuan`; they lie beside the page in both languages and are read when they are opened.

mod article;
mod contents;
mod markup;
mod page;
#[cfg(test)]
mod tests;

use crate::browser;
use crate::components::{Banner, BannerKind, Button, EmptyState, IconName, LinkButton, PageHead};
use crate::language::use_language;
use crate::routes;
use catalogue::{Language, common, page_help as words};
use contents::Contents;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_params_map;
use page::HelpPage;

/// A help page; its name stands in the address.
#[component]
pub fn HelpScreen() -> impl IntoView {
    let language = use_language();
    let address = use_params_map();
    let page = Memo::new(move |_| {
        address.with(|address| address.get_str("page").and_then(HelpPage::from_slug))
    });
    let title = Signal::derive(move || match page.get() {
        Some(page) => words::page_title(language, page.title(language)),
        None => words::missing_title(language).to_owned(),
    });
    view! {
        <PageHead title>
            <div class="row-buttons no-print">
                {browser::can_go_back().then(|| view! {
                    <Button icon=IconName::ChevronLeft on_press=browser::go_back>
                        {common::back(language)}
                    </Button>
                })}
                {move || page.get().is_some().then(|| view! {
                    <Button icon=IconName::Print on_press=browser::print>
                        {common::print(language)}
                    </Button>
                })}
                {move || page.get().and_then(HelpPage::screen).map(|href| view! {
                    <LinkButton href icon=IconName::ArrowRight>{words::go_there(language)}</LinkButton>
                })}
            </div>
        </PageHead>
        <div class="help">
            <Contents />
            {move || match page.get() {
                Some(page) => text(page.file(language)),
                None => missing(language),
            }}
        </div>
    }
}

/// The text of a file in `docs/bantuan`, as soon as it was read.
pub fn text(file: String) -> AnyView {
    let language = use_language();
    let text = RwSignal::new(None);
    spawn_local(async move {
        let read = browser::read_text(&file).await;
        // Another page may have been opened meanwhile.
        text.try_set(Some(read));
    });
    let shown = move || match text.get() {
        None => view! { <p class="loading sub" role="status">{common::loading(language)}</p> }
            .into_any(),
        Some(Some(text)) => article::article(markup::parse(&text)),
        Some(None) => {
            view! { <Banner kind=BannerKind::Attention text=words::unread(language) /> }.into_any()
        }
    };
    shown.into_any()
}

fn missing(language: Language) -> AnyView {
    view! {
        <section class="card">
            <EmptyState
                icon=IconName::Help
                title=words::missing_title(language)
                text=words::missing_text(language)
            >
                <LinkButton href=routes::help(HelpPage::Start.slug())>
                    {HelpPage::Start.title(language)}
                </LinkButton>
            </EmptyState>
        </section>
    }
    .into_any()
}
