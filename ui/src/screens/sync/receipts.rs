//! Receipts, newest first.

use super::desk::{Desk, RECEIPTS};
use super::wording;
use crate::browser;
use crate::components::{Card, Icon, IconName, Unfold};
use crate::format;
use api::sync::ReceiptLine;
use catalogue::{Language, page_sync as words};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Lines shown before somebody asks for all.
const SHOWN: usize = 4;

/// The card.
#[component]
pub fn ReceiptsCard(desk: Desk) -> impl IntoView {
    let language = desk.language;
    let receipts = Memo::new(move |_| {
        desk.view
            .with(|view| view.map(|view| view.receipts.clone()).unwrap_or_default())
    });
    let all = RwSignal::new(false);
    let lines = move || {
        let take = if all.get() { usize::MAX } else { SHOWN };
        let receipts = receipts.get();
        let lines = receipts.iter().take(take).map(|it| line(desk, it));
        lines.collect::<Vec<_>>()
    };
    let hidden = Memo::new(move |_| receipts.with(|it| it.len().saturating_sub(SHOWN)));
    view! {
        <div id=RECEIPTS class="sync-part" tabindex="-1">
            <Card title=words::receipts(language)>
                <div class="card-body">
                    {move || receipts.with(Vec::is_empty).then(|| view! {
                        <p class="sub">{words::receipts_none(language)}</p>
                    })}
                    <ol class="sync-list">{lines}</ol>
                    {move || {
                        let count = hidden.get();
                        (count > 0).then(|| view! {
                            <Unfold open=all more=words::more(language, count) />
                        })
                    }}
                </div>
            </Card>
        </div>
    }
}

fn line(desk: Desk, receipt: &ReceiptLine) -> AnyView {
    let language = desk.language;
    let name = receipt.name.clone();
    let copy_name = words::receipt_copy(language, &name);
    let chain = receipt.chain.clone();
    let check = words::receipt_check(language, wording::digits(&chain));
    let copy = move |_| {
        let chain = chain.clone();
        spawn_local(async move {
            if browser::copy(&chain).await {
                desk.toasts.say(words::receipt_copied(language));
            }
        });
    };
    view! {
        <li>
            <div class="sync-line">
                <b>{name}</b>
                <span class="push">{wording::moment(desk, receipt.at)}</span>
            </div>
            <div class="sync-line">
                <small>{counts(language, receipt)}</small>
                <small class="push sync-check" title=words::receipt_check_about(language)>
                    {check}
                </small>
                <button
                    type="button"
                    class="btn small quiet icon-only"
                    aria-label=copy_name
                    title=words::receipt_check_about(language)
                    on:click=copy
                >
                    <Icon name=IconName::Copy />
                </button>
            </div>
        </li>
    }
    .into_any()
}

fn counts(language: Language, receipt: &ReceiptLine) -> String {
    let documents = format::number(language, receipt.documents);
    if receipt.set_aside == 0 {
        return words::receipt_all(language, documents);
    }
    words::receipt_some(
        language,
        documents,
        format::number(language, receipt.applied),
        format::number(language, receipt.set_aside),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Timestamp;
    use rstest::rstest;

    #[rstest]
    #[case(72, 0, "72 data, semua diproses")]
    #[case(70, 2, "72 data: 70 diproses, 2 disisihkan")]
    fn a_receipt_hides_nothing_that_was_set_aside(
        #[case] applied: u64,
        #[case] set_aside: u64,
        #[case] expected: &str,
    ) {
        let receipt = ReceiptLine {
            name: "2026-W43-0117".into(),
            at: Timestamp(0),
            documents: 72,
            applied,
            set_aside,
            chain: String::new(),
        };
        assert_eq!(counts(Language::Indonesian, &receipt), expected);
    }
}
