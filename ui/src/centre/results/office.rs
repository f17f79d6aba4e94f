//! Hasil of an office: its units and its people.

use super::bars::{distribution, strip};
use super::ruling::{FinaliseAll, ruling};
use crate::centre::access::use_access;
use crate::centre::carried::carry;
use crate::centre::parts::{SearchField, grouped, office_in_address, predikat, rating};
use crate::centre::routes::Screen;
use crate::components::{
    Card, Choice, Icon, IconName, LinkButton, PageHead, Pagination, QueryView, options,
};
use crate::format;
use crate::language::use_language;
use crate::query::{Query, use_query};
use api::central::results::{GetOfficeResults, OfficeResults, PersonResult, UnitResult};
use api::central::{OfficeId, PAGE};
use catalogue::{centre_arrivals as words, centre_frame, common};
use domain::{Predikat, UnitId};
use leptos::prelude::*;
use leptos_router::components::A;

/// What the people below are chosen by.
#[derive(Clone, Copy)]
struct Filter {
    unit: RwSignal<Option<UnitId>>,
    predikat: RwSignal<Option<Predikat>>,
    search: RwSignal<String>,
    skip: RwSignal<u32>,
}

/// An office.
#[component]
pub fn OfficeResultsScreen() -> impl IntoView {
    let language = use_language();
    let access = use_access();
    let office = office_in_address();
    let filter = Filter {
        unit: RwSignal::new(None),
        predikat: RwSignal::new(None),
        search: RwSignal::new(String::new()),
        skip: RwSignal::new(0),
    };
    carry("search.people", filter.search);
    let found = use_query(move || {
        office.get().map(|office| GetOfficeResults {
            office,
            period: access.period(),
            unit: filter.unit.get(),
            predikat: filter.predikat.get(),
            search: filter.search.get(),
            skip: filter.skip.get(),
        })
    });
    let name = Signal::derive(move || {
        found
            .with(|found| found.map(|it| it.name.clone()))
            .unwrap_or_default()
    });
    let sub = Signal::derive(move || {
        words::results_sub(language, format::period(language, access.period()))
    });
    let total = Signal::derive(move || found.with(|found| found.map_or(0, |it| it.total)));
    view! {
        <PageHead title=name sub>
            <LinkButton href=Screen::Results.path() icon=IconName::ChevronLeft>
                {centre_frame::results(language)}
            </LinkButton>
        </PageHead>
        <QueryView
            query=found
            show=move || {
                view! {
                    <div class="two">
                        <Card title=words::distribution(language)>
                            <div class="card-body">
                                {move || found.with(|it| it.map(|it| distribution(&it.all)))}
                            </div>
                        </Card>
                        <Card title=words::unit_filter(language)>
                            <div class="rows centre-units">
                                {move || found.with(|it| it.map(|it| units(&it.units)))}
                            </div>
                        </Card>
                    </div>
                    <section class="card centre-table">
                        <header>
                            <SearchField
                                label=words::find_people(language)
                                text=filter.search
                                skip=filter.skip
                            />
                            <Filters found filter />
                            <FinaliseAll office unit=filter.unit />
                        </header>
                        <div class="rows">
                            {move || {
                                let office = office.get()?;
                                found.get().map(|it| people(office, it.people))
                            }}
                        </div>
                        <Pagination skip=filter.skip take=PAGE total />
                    </section>
                }
                    .into_any()
            }
        />
    }
}

fn units(units: &[UnitResult]) -> AnyView {
    let language = use_language();
    let lines: Vec<_> = units
        .iter()
        .map(|unit| {
            view! {
                <tr>
                    <th scope="row">{unit.name.clone()}</th>
                    <td class="num">{format::number(language, unit.counts.rated().into())}</td>
                    <td>{strip(&unit.counts)}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    view! { <table class="table centre-results"><tbody>{lines}</tbody></table> }.into_any()
}

#[component]
fn Filters(found: Query<OfficeResults>, filter: Filter) -> impl IntoView {
    let language = use_language();
    let all = move || Choice::new("", common::all(language));
    let unit_choices = Memo::new(move |_| {
        let units = found
            .with(|it| it.map(|it| it.units.clone()))
            .unwrap_or_default();
        let mut choices = vec![all()];
        choices.extend(
            units
                .into_iter()
                .map(|it| Choice::new(it.unit.to_string(), it.name)),
        );
        choices
    });
    let unit = Signal::derive(move || {
        filter
            .unit
            .get()
            .map(|it| it.to_string())
            .unwrap_or_default()
    });
    let mut predikat_choices = vec![all()];
    predikat_choices.extend(
        Predikat::ALL
            .into_iter()
            .map(|it| Choice::new(it.name(), it.name())),
    );
    let chosen =
        Signal::derive(move || filter.predikat.get().map_or("", Predikat::name).to_owned());
    view! {
        <label class="centre-filter push">
            {words::unit_filter(language)}
            <span class="select">
                <select on:change=move |event| {
                    filter.skip.set(0);
                    filter.unit.set(event_target_value(&event).parse().ok());
                }>{move || options(unit_choices.get(), unit)}</select>
                <Icon name=IconName::ChevronDown />
            </span>
        </label>
        <label class="centre-filter">
            {words::predikat_filter(language)}
            <span class="select">
                <select on:change=move |event| {
                    filter.skip.set(0);
                    filter.predikat.set(Predikat::from_name(&event_target_value(&event)));
                }>{options(predikat_choices, chosen)}</select>
                <Icon name=IconName::ChevronDown />
            </span>
        </label>
    }
}

fn people(office: OfficeId, people: Vec<PersonResult>) -> AnyView {
    let language = use_language();
    if people.is_empty() {
        return view! { <p class="centre-none sub">{centre_frame::nothing_found(language)}</p> }
            .into_any();
    }
    let lines: Vec<_> = people.into_iter().map(|it| person(office, it)).collect();
    view! {
        <table class="table">
            <thead>
                <tr>
                    <th scope="col">{centre_frame::name(language)}</th>
                    <th scope="col">{centre_frame::unit(language)}</th>
                    <th scope="col">{words::column_results(language)}</th>
                    <th scope="col">{words::column_behaviour(language)}</th>
                    <th scope="col">{words::column_predikat(language)}</th>
                    <th scope="col">{words::column_sealed(language)}</th>
                </tr>
            </thead>
            <tbody>{lines}</tbody>
        </table>
    }
    .into_any()
}

fn person(office: OfficeId, person: PersonResult) -> AnyView {
    let language = use_language();
    let access = use_access();
    let sealed = format::short_moment(language, access.local(person.sealed_at), access.today());
    view! {
        <tr>
            <th scope="row">
                <A href=format!("/hasil/{office}/{}", person.employee)>{person.name}</A>
                <small translate="no">{grouped(&person.nip)}</small>
            </th>
            <td>{person.unit}</td>
            <td>{rating(language, person.hasil_kerja)}</td>
            <td>{rating(language, person.perilaku)}</td>
            <td>
                {predikat(language, person.predikat)}
                {(person.branches > 0).then(|| view! { <small>{words::branched(language)}</small> })}
                {person.ruling.map(|it| view! { <small>{ruling(language, it)}</small> })}
            </td>
            <td class="centre-when">{sealed}</td>
        </tr>
    }
    .into_any()
}
