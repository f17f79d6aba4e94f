//! Evidence: opened in the office's own viewer, or withdrawn.

use crate::backend::use_backend;
use crate::components::{Icon, IconName};
use crate::format;
use crate::language::use_language;
use crate::toast::use_toasts;
use api::notes::{EvidenceLine, OpenEvidence, WithdrawEvidence};
use catalogue::page_notes as words;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A button for each piece.
#[component]
pub fn EvidenceButtons(
    /// The pieces.
    evidence: Vec<EvidenceLine>,
) -> impl IntoView {
    if evidence.is_empty() {
        return ().into_any();
    }
    let pieces: Vec<_> = evidence
        .into_iter()
        .map(|line| view! { <Piece line /> })
        .collect();
    view! { <div class="notes-evidence">{pieces}</div> }.into_any()
}

#[component]
fn Piece(line: EvidenceLine) -> impl IntoView {
    let language = use_language();
    let backend = use_backend();
    let toasts = use_toasts();
    let evidence = line.id;
    let open = move |_| {
        spawn_local(async move {
            if let Err(refusal) = backend.call(OpenEvidence { evidence }).await {
                toasts.refused(language, &refusal);
            }
        });
    };
    let name = line.name.clone();
    let withdraw = move |_| {
        let name = name.clone();
        spawn_local(async move {
            match backend.call(WithdrawEvidence { evidence }).await {
                Ok(_) => toasts.done(words::evidence_withdrawn(language, name)),
                Err(refusal) => toasts.refused(language, &refusal),
            }
        });
    };
    let opens = words::evidence_open(language, &line.name);
    let withdraws = words::evidence_withdraw(language, &line.name);
    view! {
        <span class="notes-piece">
            <button type="button" class="btn small" title=opens on:click=open>
                <Icon name=IconName::Paperclip />
                <span>{line.name}</span>
                <small>{format::size(language, line.size)}</small>
            </button>
            <button
                type="button"
                class="btn small quiet icon-only"
                aria-label=withdraws.clone()
                title=withdraws
                on:click=withdraw
            >
                <Icon name=IconName::Close />
            </button>
        </span>
    }
}
