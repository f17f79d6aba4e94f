//! Nobody may take practice data for the office's own.

use crate::backend::use_backend;
use crate::components::{Button, ButtonKind, Icon, IconName};
use crate::language::use_language;
use crate::place::use_office;
use crate::toast::use_toasts;
use api::session::LeavePractice;
use catalogue::{common, page_frame as words};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The banner on every screen, with one click back.
#[component]
pub fn PracticeBanner() -> impl IntoView {
    let language = use_language();
    let office = use_office();
    let backend = use_backend();
    let toasts = use_toasts();
    let leave = move || {
        spawn_local(async move {
            if let Err(refusal) = backend.call(LeavePractice {}).await {
                toasts.refused(language, &refusal);
            }
        });
    };
    move || {
        office.with_session(|session| session.practice).then(|| {
            view! {
                <div
                    class="practice"
                    role="region"
                    aria-label=words::practice_banner(language)
                >
                    <Icon name=IconName::Practice />
                    <b>{common::practice_data(language)}</b>
                    <span>{words::practice_hint(language)}</span>
                    <Button kind=ButtonKind::Small icon=IconName::Exit on_press=leave>
                        {words::practice_leave(language)}
                    </Button>
                </div>
            }
        })
    }
}
