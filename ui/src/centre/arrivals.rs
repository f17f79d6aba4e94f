//! Kelengkapan: who is complete, late, partial, silent.

use super::access::use_access;
use super::carried::carry;
use super::heat::{Legend, cells, heads};
use super::parts::{Figure, SearchField};
use super::routes::Screen;
use crate::components::{
    Choice, EmptyState, Icon, IconName, LinkButton, PageHead, Pagination, QueryView, options,
};
use crate::format;
use crate::language::use_language;
use crate::query::{Query, use_query};
use api::central::completeness::{Completeness, GetCompleteness, OfficeRow, Order, Summary};
use api::central::{Need, PAGE};
use catalogue::{centre_arrivals as words, centre_frame};
use leptos::prelude::*;
use leptos_router::components::A;

/// The regency, week by week.
#[component]
pub fn CompletenessScreen() -> impl IntoView {
    let language = use_language();
    let search = RwSignal::new(String::new());
    carry("search.arrivals", search);
    let order = RwSignal::new(Order::Name);
    let back = RwSignal::new(0_u32);
    let skip = RwSignal::new(0_u32);
    let found = use_query(move || {
        Some(GetCompleteness {
            search: search.get(),
            order: order.get(),
            weeks_back: back.get(),
            skip: skip.get(),
        })
    });
    let has_offices =
        Memo::new(move |_| found.with(|found| found.is_none_or(|found| found.summary.offices > 0)));
    let total = Signal::derive(move || found.with(|found| found.map_or(0, |it| it.total)));
    view! {
        <PageHead
            title=centre_frame::completeness(language)
            sub=words::completeness_sub(language)
        />
        <QueryView
            query=found
            show=move || {
                if !has_offices.get() {
                    return view! { <NoOffices /> }.into_any();
                }
                view! {
                    <Figures found />
                    <section class="card centre-table">
                        <header>
                            <SearchField
                                label=centre_frame::search_offices(language)
                                text=search
                                skip
                            />
                            <OrderChoice order skip />
                        </header>
                        <Legend back />
                        <div class="rows">
                            <Table found />
                        </div>
                        <Pagination skip take=PAGE total />
                    </section>
                }
                    .into_any()
            }
        />
    }
}

#[component]
fn NoOffices() -> impl IntoView {
    let language = use_language();
    let may_make = use_access().may(Need::Administering);
    view! {
        <section class="card">
            <EmptyState
                icon=IconName::Building
                title=words::no_offices_title(language)
                text=words::no_offices_text(language)
            >
                {may_make.then(|| view! {
                    <LinkButton href=Screen::Joining.path() kind=crate::components::ButtonKind::Primary>
                        {words::make_first_code(language)}
                    </LinkButton>
                })}
            </EmptyState>
        </section>
    }
}

#[component]
fn Figures(found: Query<Completeness>) -> impl IntoView {
    let language = use_language();
    let number = move |count: u32| format::number(language, count.into());
    let summary = Memo::new(move |_| found.with(|found| found.map(|it| it.summary)));
    let with = move |show: fn(&Summary) -> u32| number(summary.get().as_ref().map_or(0, show));
    view! {
        <div class="centre-figures">
            <Figure
                label=words::heard(language)
                value=Signal::derive(move || words::of(language, with(|it| it.heard), with(|it| it.offices)))
            />
            <Figure
                label=words::rated_now(language)
                value=Signal::derive(move || words::of(language, with(|it| it.rated), with(|it| it.people)))
                hint=words::rated_now_hint(language)
            />
            <Figure
                label=words::late_now(language)
                value=Signal::derive(move || with(|it| it.late))
                hint=words::late_hint(language)
            />
            <Figure
                label=words::waiting_now(language)
                value=Signal::derive(move || with(|it| it.held))
                hint=words::waiting_hint(language)
            />
        </div>
    }
}

#[component]
fn OrderChoice(order: RwSignal<Order>, skip: RwSignal<u32>) -> impl IntoView {
    let language = use_language();
    let choices = vec![
        Choice::new("name", words::by_name(language)),
        Choice::new("lack", words::by_lack(language)),
    ];
    let value = Signal::derive(move || {
        match order.get() {
            Order::Name => "name",
            Order::LeastComplete => "lack",
        }
        .to_owned()
    });
    view! {
        <span class="select push">
            <select
                aria-label=words::order(language)
                on:change=move |event| {
                    skip.set(0);
                    order
                        .set(
                            match event_target_value(&event).as_str() {
                                "lack" => Order::LeastComplete,
                                _ => Order::Name,
                            },
                        );
                }
            >
                {options(choices, value)}
            </select>
            <Icon name=IconName::ChevronDown />
        </span>
    }
}

#[component]
fn Table(found: Query<Completeness>) -> impl IntoView {
    let language = use_language();
    move || {
        let Completeness { weeks, rows, .. } = found.get()?;
        let is_empty = rows.is_empty();
        let lines: Vec<_> = rows.into_iter().map(line).collect();
        Some(view! {
            <table class="table centre-heat">
                <thead>
                    <tr>
                        <th scope="col">{centre_frame::office(language)}</th>
                        <th scope="col" class="num">{centre_frame::people(language)}</th>
                        {heads(&weeks)}
                        <th scope="col">{words::last_contact(language)}</th>
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
            {is_empty.then(|| view! {
                <p class="centre-none sub">{centre_frame::nothing_found(language)}</p>
            })}
        })
    }
}

fn line(row: OfficeRow) -> AnyView {
    let language = use_language();
    let access = use_access();
    let last = match row.last_sync {
        Some(at) => format::short_moment(language, access.local(at), access.today()),
        None => words::never(language).to_owned(),
    };
    view! {
        <tr>
            <th scope="row">
                <A href=format!("/kantor/{}", row.office)>{row.name}</A>
                <small>
                    {if row.units == 1 {
                        words::units_one(language).to_owned()
                    } else {
                        words::units_count(language, row.units)
                    }}
                    {(row.held > 0).then(|| format!(" · {}", words::held_count(language, row.held)))}
                </small>
            </th>
            <td class="num">{format::number(language, row.people.into())}</td>
            {cells(&row.cells)}
            <td class="centre-when">{last}</td>
        </tr>
    }
    .into_any()
}
