//! What the centre has not received yet: documents by kind, and evidence files.

use super::desk::Desk;
use crate::components::{Banner, BannerKind, Card};
use crate::format;
use api::sync::{FilesLine, KindCount};
use catalogue::page_sync as words;
use leptos::prelude::*;

/// The card.
#[component]
pub fn WaitingCard(desk: Desk) -> impl IntoView {
    let language = desk.language;
    let unsent = Memo::new(move |_| {
        desk.view
            .with(|view| view.map(|view| view.unsent.clone()).unwrap_or_default())
    });
    let files = Memo::new(move |_| {
        desk.view
            .with(|view| view.map(|view| view.files).unwrap_or_default())
    });
    let nothing = Memo::new(move |_| unsent.with(Vec::is_empty) && files.get().waiting == 0);
    view! {
        <Card title=words::waiting(language)>
            <div class="card-body">
                {move || nothing.get().then(|| view! {
                    <p class="sub">{words::waiting_none(language)}</p>
                })}
                {move || unsent.get().into_iter().map(|it| kind(desk, it)).collect::<Vec<_>>()}
                {move || evidence(desk, files.get())}
            </div>
        </Card>
    }
}

fn kind(desk: Desk, KindCount { kind, count }: KindCount) -> AnyView {
    let count = format::number(desk.language, count);
    view! { <div class="fact"><span>{words::kind(desk.language, kind)}</span><b>{count}</b></div> }
        .into_any()
}

fn evidence(desk: Desk, files: FilesLine) -> Option<AnyView> {
    if files.waiting == 0 && !files.quota_reached {
        return None;
    }
    let language = desk.language;
    let line = words::files_line(
        language,
        format::number(language, files.waiting),
        format::size(language, files.bytes),
    );
    let waiting = (files.waiting > 0).then(|| {
        view! {
            <div class="fact"><span>{words::files(language)}</span><b>{line}</b></div>
            <p class="sub sync-files">{words::files_text(language)}</p>
        }
    });
    let quota = files.quota_reached.then(|| {
        view! { <Banner kind=BannerKind::Attention text=words::files_quota(language) /> }
    });
    Some(view! { {waiting} {quota} }.into_any())
}
