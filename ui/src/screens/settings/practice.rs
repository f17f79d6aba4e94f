//! The way into practice data, and out of it.

use crate::backend::use_backend;
use crate::components::{Button, Card, IconName};
use crate::language::use_language;
use crate::place::use_office;
use crate::toast::use_toasts;
use api::session::{EnterPractice, LeavePractice};
use catalogue::page_settings as words;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// One button.
#[component]
pub fn PracticeCard() -> impl IntoView {
    let language = use_language();
    let office = use_office();
    let backend = use_backend();
    let toasts = use_toasts();
    let busy = RwSignal::new(false);
    let inside = office.with_session(|session| session.practice);
    let go = move || {
        busy.set(true);
        spawn_local(async move {
            let answer = if inside {
                backend.call(LeavePractice {}).await
            } else {
                backend.call(EnterPractice {}).await
            };
            match answer {
                Ok(session) => office.set_session(session),
                Err(refusal) => toasts.refused(language, &refusal),
            }
            let _gone = busy.try_set(false);
        });
    };
    view! {
        <Card title=words::practice(language)>
            <div class="card-body stack">
                <p class="sub">{words::practice_text(language)}</p>
                <div class="row-buttons">
                    <Button icon=IconName::Practice busy on_press=go>
                        {if inside {
                            words::practice_leave(language)
                        } else {
                            words::practice_enter(language)
                        }}
                    </Button>
                </div>
            </div>
        </Card>
    }
}
