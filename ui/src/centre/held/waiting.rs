//! What waits for a person: let through, or left with a reason.

use super::kind_name;
use crate::centre::access::use_access;
use crate::centre::acts::use_acts;
use crate::components::{
    Button, ButtonKind, Chip, Dialog, EmptyState, IconName, Pagination, QueryView, TextArea,
};
use crate::format;
use crate::language::use_language;
use crate::query::use_query;
use api::central::held::{HeldLine, HeldPage, Leave, LetThrough, ListHeld, RecordPlace, Why};
use api::central::{Need, PAGE};
use catalogue::{Language, centre_data, centre_frame, centre_held as words, common};
use leptos::prelude::*;

/// The list, oldest first.
#[component]
pub fn Waiting() -> impl IntoView {
    let skip = RwSignal::new(0_u32);
    let found = use_query(move || Some(ListHeld { skip: skip.get() }));
    let total = Signal::derive(move || found.with(|found| found.map_or(0, |it| it.total)));
    let leaving = RwSignal::new(None::<RecordPlace>);
    view! {
        <QueryView
            query=found
            show=move || {
                view! {
                    <section class="card centre-table">
                        <div class="rows">{move || found.get().map(|it| table(it, leaving))}</div>
                        <Pagination skip take=PAGE total />
                    </section>
                }
                    .into_any()
            }
        />
        {move || leaving.get().map(|record| view! { <LeaveDialog leaving record /> })}
    }
}

fn table(found: HeldPage, leaving: RwSignal<Option<RecordPlace>>) -> AnyView {
    let language = use_language();
    if found.rows.is_empty() {
        return view! {
            <EmptyState
                icon=IconName::Check
                title=words::nothing_held_title(language)
                text=words::nothing_held_text(language)
            />
        }
        .into_any();
    }
    let lines: Vec<_> = found.rows.into_iter().map(|it| line(it, leaving)).collect();
    view! {
        <table class="table">
            <thead>
                <tr>
                    <th scope="col">{words::about(language)}</th>
                    <th scope="col">{centre_frame::office(language)}</th>
                    <th scope="col">{words::why(language)}</th>
                    <th scope="col">{words::since(language)}</th>
                    <th scope="col">
                        <span class="visually-hidden">{words::let_through(language)}</span>
                    </th>
                </tr>
            </thead>
            <tbody>{lines}</tbody>
        </table>
    }
    .into_any()
}

fn line(row: HeldLine, leaving: RwSignal<Option<RecordPlace>>) -> AnyView {
    let language = use_language();
    let access = use_access();
    let acts = use_acts();
    let may_decide = access.may(Need::Deciding) && row.why.is_for_people();
    let since = format::short_moment(language, access.local(row.since), access.today());
    let period = row
        .period
        .map(|it| format!(" · {}", format::period(language, it)));
    let record = StoredValue::new(row.record);
    let pass = move || {
        let command = LetThrough {
            record: record.get_value(),
        };
        acts.run(command, move |_| acts.say(words::passed(language)));
    };
    view! {
        <tr>
            <th scope="row">
                {row.about}
                <small>{kind_name(language, row.kind)} {period}</small>
            </th>
            <td>{row.office_name}</td>
            <td>
                <Chip>{why(language, row.why)}</Chip>
                {row.left.map(|left| view! {
                    <small>{words::left(language, left.name, left.reason)}</small>
                })}
            </td>
            <td class="centre-when">{since}</td>
            <td class="centre-acts">
                {may_decide.then(|| view! {
                    <Button kind=ButtonKind::Small busy=acts.is_busy() on_press=pass>
                        {words::let_through(language)}
                    </Button>
                    <Button
                        kind=ButtonKind::SmallQuiet
                        on_press=move || leaving.set(Some(record.get_value()))
                    >
                        {words::leave(language)}
                    </Button>
                })}
            </td>
        </tr>
    }
    .into_any()
}

const fn why(language: Language, why: Why) -> &'static str {
    match why {
        Why::MissingBase => words::why_missing_base(language),
        Why::Late => words::why_late(language),
        Why::PerhapsLate => words::why_perhaps_late(language),
        Why::Revoked => words::why_revoked(language),
        Why::Newer => words::why_newer(language),
    }
}

#[component]
fn LeaveDialog(leaving: RwSignal<Option<RecordPlace>>, record: RecordPlace) -> impl IntoView {
    let language = use_language();
    let acts = use_acts();
    let open = RwSignal::new(true);
    crate::components::when_changed(
        move || open.track(),
        move || {
            if !open.get_untracked() {
                leaving.set(None);
            }
        },
    );
    let reason = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<String>);
    crate::components::forget_when_changed(wrong, move || reason.track());
    let record = StoredValue::new(record);
    let leave = move || {
        if reason.with_untracked(|reason| reason.trim().is_empty()) {
            wrong.set(Some(centre_data::missing(language).to_owned()));
            return;
        }
        let command = Leave {
            record: record.get_value(),
            reason: reason.get_untracked(),
        };
        acts.run(command, move |_| {
            acts.say(words::was_left(language));
            leaving.set(None);
        });
    };
    view! {
        <Dialog open title=words::leave_title(language)>
            <div class="stack">
                <TextArea
                    label=words::leave_reason(language)
                    value=reason
                    hint=words::leave_reason_hint(language)
                    error=wrong
                />
                <div class="row-buttons">
                    <Button kind=ButtonKind::Primary busy=acts.is_busy() on_press=leave>
                        {common::save(language)}
                    </Button>
                    <Button on_press=move || open.set(false)>{common::cancel(language)}</Button>
                </div>
            </div>
        </Dialog>
    }
}
