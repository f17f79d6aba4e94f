//! The way without a line: a packet out, an answer in.

use super::act::Act;
use super::desk::Desk;
use super::packets::Packets;
use super::stick_file::{AnswerZone, OutcomeBanner};
use crate::components::{Button, Card, IconName};
use catalogue::page_sync as words;
use leptos::prelude::*;

/// The card.
#[component]
pub fn StickCard(desk: Desk) -> impl IntoView {
    let language = desk.language;
    let busy = Signal::derive(move || desk.busy.get() == Some(Act::ToStick));
    let nothing = Memo::new(move |_| {
        desk.view
            .with(|view| view.is_some_and(|view| view.unsent.is_empty()))
    });
    view! {
        <Card title=words::stick(language)>
            <div class="card-body stack">
                <OutcomeBanner desk />
                <div class="grid-2 sync-stick">
                    <div class="sync-step">
                        <h3><b aria-hidden="true">"1"</b>{words::stick_step_save(language)}</h3>
                        <p class="sub">{words::stick_step_save_text(language)}</p>
                        <Button
                            icon=IconName::Stick
                            busy
                            disabled=nothing
                            on_press=move || desk.write_stick()
                        >
                            {words::to_stick(language)}
                        </Button>
                        {move || nothing.get().then(|| view! {
                            <p class="sub">{words::stick_nothing(language)}</p>
                        })}
                    </div>
                    <div class="sync-step">
                        <h3><b aria-hidden="true">"2"</b>{words::stick_step_answer(language)}</h3>
                        <p class="sub">{words::stick_step_answer_text(language)}</p>
                        <AnswerZone desk />
                    </div>
                </div>
                <Packets desk />
            </div>
        </Card>
    }
}
