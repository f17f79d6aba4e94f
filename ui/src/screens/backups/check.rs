//! Periksa: every chain, hash and file.

use crate::backend::use_backend;
use crate::components::{Banner, BannerKind, Button, Card, IconName};
use crate::language::use_language;
use crate::toast::use_toasts;
use api::backup::{Verified, Verify};
use catalogue::page_backups as words;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A button, and what it found.
#[component]
pub fn CheckCard() -> impl IntoView {
    let language = use_language();
    let backend = use_backend();
    let toasts = use_toasts();
    let busy = RwSignal::new(false);
    let found = RwSignal::new(None::<Verified>);
    let check = move || {
        busy.set(true);
        spawn_local(async move {
            match backend.call(Verify {}).await {
                Ok(verified) => found.set(Some(verified)),
                Err(refusal) => toasts.refused(language, &refusal),
            }
            busy.set(false);
        });
    };
    view! {
        <Card title=words::verify(language)>
            <div class="card-body stack">
                <p class="sub">{words::verify_text(language)}</p>
                <div role="status">{move || found.get().map(|it| view! { <Outcome verified=it /> })}</div>
                <div class="row-buttons">
                    <Button icon=IconName::Shield busy on_press=check>
                        {words::verify_now(language)}
                    </Button>
                </div>
            </div>
        </Card>
    }
}

#[component]
fn Outcome(verified: Verified) -> impl IntoView {
    let language = use_language();
    if verified.ok {
        let text = words::verified(language, verified.journal, verified.records);
        view! { <Banner kind=BannerKind::Good text /> }.into_any()
    } else {
        let text = words::not_verified(language, verified.problems.len());
        let problems: Vec<_> = verified
            .problems
            .into_iter()
            .map(|it| view! { <li>{it}</li> })
            .collect();
        view! {
            <Banner kind=BannerKind::Attention text />
            <ul>{problems}</ul>
        }
        .into_any()
    }
}
