//! Data Induk: finding people.

use super::carried::carry;
use super::parts::{SearchField, grouped};
use crate::components::{
    Choice, EmptyState, Icon, IconName, LinkButton, PageHead, Pagination, QueryView, options,
};
use crate::format;
use crate::language::use_language;
use crate::query::{Query, use_query};
use api::central::master::{ListPeople, People, PersonLine};
use api::central::{OfficeId, PAGE};
use catalogue::{centre_arrivals, centre_data as words, centre_frame};
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_query_map;

/// The people of the regency.
#[component]
pub fn MasterScreen() -> impl IntoView {
    let language = use_language();
    let asked = use_query_map();
    let wanted = Memo::new(move |_| asked.with(|asked| asked.get("cari")).unwrap_or_default());
    let search = RwSignal::new(wanted.get_untracked());
    carry("search.master", search);
    crate::components::when_changed(
        move || wanted.track(),
        move || search.set(wanted.get_untracked()),
    );
    let office = RwSignal::new(None::<OfficeId>);
    let skip = RwSignal::new(0_u32);
    let found = use_query(move || {
        Some(ListPeople {
            office: office.get(),
            search: search.get(),
            skip: skip.get(),
        })
    });
    let total = Signal::derive(move || found.with(|found| found.map_or(0, |it| it.total)));
    view! {
        <PageHead title=centre_frame::master(language) sub=words::master_sub(language)>
            {move || office.get().map(|office| view! {
                <LinkButton href=format!("/induk/{office}") icon=IconName::Building>
                    {words::tab_units(language)}
                </LinkButton>
            })}
        </PageHead>
        <QueryView
            query=found
            show=move || {
                view! {
                    <section class="card centre-table">
                        <header>
                            <SearchField
                                label=centre_arrivals::find_people(language)
                                text=search
                                skip
                            />
                            <OfficeChoice found office skip />
                            <span class="sub push">
                                {move || words::people_count(
                                    language,
                                    format::number(language, total.get().into()),
                                )}
                            </span>
                        </header>
                        <div class="rows">{move || found.get().map(table)}</div>
                        <Pagination skip take=PAGE total />
                    </section>
                }
                    .into_any()
            }
        />
    }
}

#[component]
fn OfficeChoice(
    found: Query<People>,
    office: RwSignal<Option<OfficeId>>,
    skip: RwSignal<u32>,
) -> impl IntoView {
    let language = use_language();
    let choices = Memo::new(move |_| {
        let offices = found
            .with(|it| it.map(|it| it.offices.clone()))
            .unwrap_or_default();
        let mut choices = vec![Choice::new("", words::all_offices(language))];
        choices.extend(
            offices
                .into_iter()
                .map(|it| Choice::new(it.office.to_string(), it.name)),
        );
        choices
    });
    let value = Signal::derive(move || office.get().map(|it| it.to_string()).unwrap_or_default());
    view! {
        <span class="select centre-office">
            <select
                aria-label=centre_frame::office(language)
                on:change=move |event| {
                    skip.set(0);
                    office.set(event_target_value(&event).parse().ok());
                }
            >
                {move || options(choices.get(), value)}
            </select>
            <Icon name=IconName::ChevronDown />
        </span>
    }
}

fn table(found: People) -> AnyView {
    let language = use_language();
    if found.people.is_empty() {
        return view! {
            <EmptyState
                icon=IconName::People
                title=centre_frame::nothing_found(language)
                text=words::no_people_text(language)
            />
        }
        .into_any();
    }
    let lines: Vec<_> = found.people.into_iter().map(line).collect();
    view! {
        <table class="table">
            <thead>
                <tr>
                    <th scope="col">{centre_frame::name(language)}</th>
                    <th scope="col">{words::field_nip(language)}</th>
                    <th scope="col">{centre_frame::unit(language)}</th>
                    <th scope="col">{centre_frame::office(language)}</th>
                </tr>
            </thead>
            <tbody>{lines}</tbody>
        </table>
    }
    .into_any()
}

fn line(person: PersonLine) -> AnyView {
    view! {
        <tr>
            <th scope="row">
                <A href=format!("/induk/{}/{}", person.office, person.employee)>{person.name}</A>
            </th>
            <td class="centre-nip" translate="no">{grouped(&person.nip)}</td>
            <td>{person.unit}</td>
            <td>{person.office_name}</td>
        </tr>
    }
    .into_any()
}
