//! The units of an office, week by week.

use super::heat::{Legend, cells, heads};
use super::parts::office_in_address;
use super::routes::Screen;
use crate::components::{IconName, LinkButton, PageHead, QueryView};
use crate::format;
use crate::language::use_language;
use crate::query::use_query;
use api::central::completeness::{GetOfficeCompleteness, OfficeCompleteness, UnitRow};
use catalogue::{centre_arrivals as words, centre_frame};
use leptos::prelude::*;

/// An office.
#[component]
pub fn OfficeWeeksScreen() -> impl IntoView {
    let language = use_language();
    let office = office_in_address();
    let back = RwSignal::new(0_u32);
    let found = use_query(move || {
        office.get().map(|office| GetOfficeCompleteness {
            office,
            weeks_back: back.get(),
        })
    });
    let name = Signal::derive(move || {
        found
            .with(|found| found.map(|it| it.name.clone()))
            .unwrap_or_default()
    });
    let below = move |screen: Screen| {
        let office = office
            .get_untracked()
            .map(|it| it.to_string())
            .unwrap_or_default();
        format!("{}/{office}", screen.path())
    };
    view! {
        <PageHead title=name sub=words::completeness_sub(language)>
            <LinkButton href=Screen::Completeness.path() icon=IconName::ChevronLeft>
                {centre_frame::completeness(language)}
            </LinkButton>
            <LinkButton href=below(Screen::Results)>{words::to_results(language)}</LinkButton>
            <LinkButton href=below(Screen::Master)>{words::to_master(language)}</LinkButton>
        </PageHead>
        <QueryView
            query=found
            show=move || {
                view! {
                    <section class="card centre-table">
                        <Legend back />
                        <div class="rows">
                            {move || found.get().map(table)}
                        </div>
                    </section>
                }
                    .into_any()
            }
        />
    }
}

fn table(found: OfficeCompleteness) -> AnyView {
    let language = use_language();
    if found.rows.is_empty() {
        return view! { <p class="centre-none sub">{words::no_units(language)}</p> }.into_any();
    }
    let lines: Vec<_> = found.rows.into_iter().map(line).collect();
    view! {
        <table class="table centre-heat">
            <thead>
                <tr>
                    <th scope="col">{centre_frame::unit(language)}</th>
                    <th scope="col" class="num">{centre_frame::people(language)}</th>
                    {heads(&found.weeks)}
                </tr>
            </thead>
            <tbody>{lines}</tbody>
        </table>
    }
    .into_any()
}

fn line(row: UnitRow) -> AnyView {
    let language = use_language();
    view! {
        <tr>
            <th scope="row">{row.name}</th>
            <td class="num">{format::number(language, row.people.into())}</td>
            {cells(&row.cells)}
        </tr>
    }
    .into_any()
}
