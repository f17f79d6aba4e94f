//! Joining without a line: a request on a stick, and the centre's answer.

use super::desk::Desk;
use super::join::JoinForm;
use super::stick_file::{AnswerZone, OutcomeBanner};
use crate::components::{Banner, Button, IconName};
use api::sync::SaveJoinRequest;
use catalogue::page_sync as words;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Three steps.
#[component]
pub fn JoinOffline(desk: Desk, form: JoinForm) -> impl IntoView {
    let language = desk.language;
    let busy = RwSignal::new(false);
    let is_waiting =
        Memo::new(move |_| desk.view.with(|view| view.is_some_and(|view| view.joining)));
    let save = move || {
        let Some(code) = form.code_now() else {
            return;
        };
        busy.set(true);
        spawn_local(async move {
            let answer = desk.backend.call(SaveJoinRequest { code }).await;
            busy.try_set(false);
            match answer {
                Ok(saved) => {
                    let text = words::request_written(language, &saved.file_name);
                    desk.tell(text, Some(saved));
                }
                Err(refusal) => form.refused(refusal),
            }
        });
    };
    view! {
        <div>
            <h3>{words::join_offline(language)}</h3>
            <p class="sub">{words::join_offline_text(language)}</p>
        </div>
        {move || is_waiting.get().then(|| view! { <Banner text=words::join_waits(language) /> })}
        <ol class="sync-steps">
            <li>
                <p>{words::join_step_save(language)}</p>
                <Button icon=IconName::Stick busy on_press=save>{words::join_save(language)}</Button>
                <OutcomeBanner desk />
            </li>
            <li><p>{words::join_step_carry(language)}</p></li>
            <li>
                <p>{words::join_step_answer(language)}</p>
                <AnswerZone desk />
            </li>
        </ol>
    }
}
