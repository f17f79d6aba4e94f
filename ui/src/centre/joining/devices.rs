//! Computers: who may write.

use crate::centre::access::use_access;
use crate::centre::acts::use_acts;
use crate::centre::carried::carry;
use crate::centre::parts::SearchField;
use crate::components::{Button, ButtonKind, Chip, ChipTone, Dialog, Pagination, QueryView};
use crate::format;
use crate::language::use_language;
use crate::query::use_query;
use api::central::PAGE;
use api::central::joining::{DeviceLine, Devices as Page, ListDevices, RevokeDevice};
use catalogue::{centre_access as words, centre_arrivals, centre_data, centre_frame, common};
use leptos::prelude::*;

/// The computers, newest first.
#[component]
pub fn Devices() -> impl IntoView {
    let language = use_language();
    let search = RwSignal::new(String::new());
    carry("search.devices", search);
    let skip = RwSignal::new(0_u32);
    let found = use_query(move || {
        Some(ListDevices {
            search: search.get(),
            skip: skip.get(),
        })
    });
    let total = Signal::derive(move || found.with(|found| found.map_or(0, |it| it.total)));
    let revoking = RwSignal::new(None::<DeviceLine>);
    view! {
        <section class="card centre-table" aria-label=words::devices(language)>
            <header>
                <h2>{words::devices(language)}</h2>
                <span class="push">
                    <SearchField label=words::find_devices(language) text=search skip />
                </span>
            </header>
            <QueryView
                query=found
                show=move || {
                    view! {
                        <div class="rows">{move || found.get().map(|it| table(it, revoking))}</div>
                        <Pagination skip take=PAGE total />
                    }
                        .into_any()
                }
            />
        </section>
        {move || revoking.get().map(|device| view! { <Revoke revoking device /> })}
    }
}

fn table(found: Page, revoking: RwSignal<Option<DeviceLine>>) -> AnyView {
    let language = use_language();
    if found.rows.is_empty() {
        return view! { <p class="centre-none sub">{words::no_devices(language)}</p> }.into_any();
    }
    let lines: Vec<_> = found
        .rows
        .into_iter()
        .map(|it| line(it, revoking))
        .collect();
    view! {
        <table class="table">
            <thead>
                <tr>
                    <th scope="col">{words::device(language)}</th>
                    <th scope="col">{centre_frame::office(language)}</th>
                    <th scope="col">{words::joined_at(language)}</th>
                    <th scope="col">{words::seen_at(language)}</th>
                    <th scope="col">{centre_data::status(language)}</th>
                    <th scope="col">
                        <span class="visually-hidden">{words::revoke(language)}</span>
                    </th>
                </tr>
            </thead>
            <tbody>{lines}</tbody>
        </table>
    }
    .into_any()
}

fn line(row: DeviceLine, revoking: RwSignal<Option<DeviceLine>>) -> AnyView {
    let language = use_language();
    let access = use_access();
    let moment = |at| format::short_moment(language, access.local(at), access.today());
    let seen = match row.seen_at {
        Some(at) => moment(at),
        None => centre_arrivals::never(language).to_owned(),
    };
    let chosen = StoredValue::new(row.clone());
    let state = match row.revoked_at {
        Some(at) => {
            let text = words::revoked(language, moment(at));
            view! { <Chip tone=ChipTone::Attention>{text}</Chip> }.into_any()
        }
        None => view! { <Chip tone=ChipTone::Good>{words::active(language)}</Chip> }.into_any(),
    };
    view! {
        <tr>
            <th scope="row">
                {row.name}
                {row.is_cloned.then(|| view! { <small class="warn">{words::cloned(language)}</small> })}
            </th>
            <td>{row.office_name}</td>
            <td class="centre-when">{moment(row.enrolled_at)}</td>
            <td class="centre-when">{seen}</td>
            <td>{state}</td>
            <td class="centre-acts">
                {row.revoked_at.is_none().then(|| view! {
                    <Button
                        kind=ButtonKind::SmallQuiet
                        on_press=move || revoking.set(Some(chosen.get_value()))
                    >
                        {words::revoke(language)}
                    </Button>
                })}
            </td>
        </tr>
    }
    .into_any()
}

#[component]
fn Revoke(revoking: RwSignal<Option<DeviceLine>>, device: DeviceLine) -> impl IntoView {
    let language = use_language();
    let acts = use_acts();
    let open = RwSignal::new(true);
    crate::components::when_changed(
        move || open.track(),
        move || {
            if !open.get_untracked() {
                revoking.set(None);
            }
        },
    );
    let title = words::revoke_title(language, &device.name);
    let id = device.device;
    let office = StoredValue::new(device.office_name);
    let revoke = move || {
        acts.run(RevokeDevice { device: id }, move |_| {
            acts.say(words::device_revoked(language));
            revoking.set(None);
        });
    };
    view! {
        <Dialog open title>
            <div class="stack">
                <p><b>{office.get_value()}</b></p>
                <p>{words::revoke_text(language)}</p>
                <div class="row-buttons">
                    <Button kind=ButtonKind::Primary busy=acts.is_busy() on_press=revoke>
                        {words::revoke(language)}
                    </Button>
                    <Button on_press=move || open.set(false)>{common::cancel(language)}</Button>
                </div>
            </div>
        </Dialog>
    }
}
