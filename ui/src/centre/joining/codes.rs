//! Joining codes: made, shown once, taken back.

use crate::browser;
use crate::centre::access::use_access;
use crate::centre::acts::use_acts;
use crate::centre::carried::carry;
use crate::components::{
    Button, ButtonKind, Card, Chip, ChipTone, IconName, Pagination, QueryView, TextField,
};
use crate::format;
use crate::language::use_language;
use crate::query::use_query;
use api::central::PAGE;
use api::central::joining::{
    CancelCode, CodeLine, CodeState, Codes as Page, ListCodes, MadeCode, MakeCode,
};
use catalogue::{centre_access as words, centre_data, centre_frame, common};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Makes a code, and shows it once.
#[component]
pub fn NewCode() -> impl IntoView {
    let language = use_language();
    let acts = use_acts();
    let office = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<String>);
    let made = RwSignal::new(None::<MadeCode>);
    carry("code.office", office);
    // It is shown only once.
    carry("code.made", made);
    crate::components::forget_when_changed(wrong, move || office.track());
    let make = move || {
        if office.with_untracked(|office| office.trim().is_empty()) {
            wrong.set(Some(centre_data::missing(language).to_owned()));
            return;
        }
        let command = MakeCode {
            office: office.get_untracked(),
        };
        acts.run(command, move |code| {
            office.set(String::new());
            made.set(Some(code));
        });
    };
    view! {
        <Card title=words::new_code(language)>
            <div class="card-body stack">
                <form
                    class="stack"
                    on:submit=move |event| {
                        event.prevent_default();
                        make();
                    }
                >
                    <TextField
                        label=words::office_name(language)
                        value=office
                        hint=words::office_name_hint(language)
                        error=wrong
                        id="code-office"
                    />
                    <div class="row-buttons">
                        <Button
                            kind=ButtonKind::Primary
                            icon=IconName::Key
                            busy=acts.is_busy()
                            on_press=make
                        >
                            {words::make(language)}
                        </Button>
                    </div>
                </form>
                {move || made.get().map(|code| view! { <Made code /> })}
            </div>
        </Card>
    }
}

#[component]
fn Made(code: MadeCode) -> impl IntoView {
    let language = use_language();
    let acts = use_acts();
    let text = StoredValue::new(code.code.clone());
    let copy = move || {
        spawn_local(async move {
            if browser::copy(&text.get_value()).await {
                acts.say(common::copied(language));
            }
        });
    };
    view! {
        <div class="centre-made" role="status">
            <h3>{words::made(language, code.office_name)}</h3>
            <code class="centre-code" id="made-code" translate="no">{code.code}</code>
            <p class="sub">{words::made_text(language)}</p>
            <div class="row-buttons">
                <Button kind=ButtonKind::Small icon=IconName::Copy on_press=copy>
                    {words::copy_code(language)}
                </Button>
            </div>
        </div>
    }
}

/// The codes, newest first.
#[component]
pub fn Codes() -> impl IntoView {
    let language = use_language();
    let skip = RwSignal::new(0_u32);
    let found = use_query(move || Some(ListCodes { skip: skip.get() }));
    let total = Signal::derive(move || found.with(|found| found.map_or(0, |it| it.total)));
    view! {
        <Card title=words::codes(language)>
            <QueryView
                query=found
                show=move || {
                    view! {
                        <div class="rows">{move || found.get().map(table)}</div>
                        <Pagination skip take=PAGE total />
                    }
                        .into_any()
                }
            />
        </Card>
    }
}

fn table(found: Page) -> AnyView {
    let language = use_language();
    if found.rows.is_empty() {
        return view! { <p class="centre-none sub">{words::no_codes(language)}</p> }.into_any();
    }
    let lines: Vec<_> = found.rows.into_iter().map(line).collect();
    view! {
        <table class="table">
            <thead>
                <tr>
                    <th scope="col">{centre_frame::office(language)}</th>
                    <th scope="col">{centre_data::status(language)}</th>
                    <th scope="col">{words::code_until(language)}</th>
                    <th scope="col">
                        <span class="visually-hidden">{words::cancel_code(language)}</span>
                    </th>
                </tr>
            </thead>
            <tbody>{lines}</tbody>
        </table>
    }
    .into_any()
}

fn line(row: CodeLine) -> AnyView {
    let language = use_language();
    let access = use_access();
    let acts = use_acts();
    let day = |at| format::date(language, access.local(at).date());
    let state = match &row.state {
        CodeState::Good => {
            view! { <Chip tone=ChipTone::Accent>{words::code_good(language)}</Chip> }.into_any()
        }
        CodeState::Used(device) => {
            let text = words::code_used(language, device);
            view! { <Chip tone=ChipTone::Good>{text}</Chip> }.into_any()
        }
        CodeState::Over => view! { <Chip>{words::code_over(language)}</Chip> }.into_any(),
    };
    let cancel = (row.state == CodeState::Good).then(|| {
        let command = StoredValue::new(CancelCode {
            office: row.office,
            code: row.code.clone(),
        });
        let cancel = move || {
            acts.run(command.get_value(), move |_| {
                acts.say(words::code_cancelled(language));
            });
        };
        view! {
            <Button kind=ButtonKind::SmallQuiet busy=acts.is_busy() on_press=cancel>
                {words::cancel_code(language)}
            </Button>
        }
    });
    view! {
        <tr>
            <th scope="row">
                {row.office_name}
                <small>{words::code_made(language)} " " {day(row.made_at)}</small>
            </th>
            <td>{state}</td>
            <td class="centre-when">{day(row.expires_at)}</td>
            <td class="centre-acts">{cancel}</td>
        </tr>
    }
    .into_any()
}
