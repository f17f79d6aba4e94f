//! Hasil of the regency.

use super::bars::{distribution, strip};
use crate::centre::access::use_access;
use crate::centre::carried::carry;
use crate::centre::parts::SearchField;
use crate::components::{Card, EmptyState, IconName, PageHead, Pagination, QueryView};
use crate::format;
use crate::language::use_language;
use crate::query::use_query;
use api::central::PAGE;
use api::central::results::{GetResults, OfficeResult, Results};
use catalogue::{centre_arrivals as words, centre_frame};
use leptos::prelude::*;
use leptos_router::components::A;

/// The distribution of the whole regency, and every office's.
#[component]
pub fn ResultsScreen() -> impl IntoView {
    let language = use_language();
    let access = use_access();
    let search = RwSignal::new(String::new());
    carry("search.results", search);
    let skip = RwSignal::new(0_u32);
    let found = use_query(move || {
        Some(GetResults {
            period: access.period(),
            search: search.get(),
            skip: skip.get(),
        })
    });
    let sub = Signal::derive(move || {
        words::results_sub(language, format::period(language, access.period()))
    });
    let total = Signal::derive(move || found.with(|found| found.map_or(0, |it| it.total)));
    view! {
        <PageHead title=centre_frame::results(language) sub />
        <QueryView
            query=found
            show=move || {
                view! {
                    {move || found.with(|found| found.map(whole))}
                    <section class="card centre-table">
                        <header>
                            <SearchField
                                label=centre_frame::search_offices(language)
                                text=search
                                skip
                            />
                        </header>
                        <div class="rows">{move || found.get().map(|it| table(it.rows))}</div>
                        <Pagination skip take=PAGE total />
                    </section>
                }
                    .into_any()
            }
        />
    }
}

fn whole(found: &Results) -> AnyView {
    let language = use_language();
    let rated = format::number(language, found.all.rated().into());
    if found.all.rated() == 0 {
        return view! {
            <section class="card">
                <EmptyState
                    icon=IconName::Chart
                    title=words::no_results_title(language)
                    text=words::no_results_text(language)
                />
            </section>
        }
        .into_any();
    }
    let counts = found.all;
    view! {
        <Card title=words::distribution(language) sub=words::rated(language, rated)>
            <div class="card-body">{distribution(&counts)}</div>
        </Card>
    }
    .into_any()
}

fn table(rows: Vec<OfficeResult>) -> AnyView {
    let language = use_language();
    if rows.is_empty() {
        return view! { <p class="centre-none sub">{centre_frame::nothing_found(language)}</p> }
            .into_any();
    }
    let lines: Vec<_> = rows
        .into_iter()
        .map(|row| {
            view! {
                <tr>
                    <th scope="row">
                        <A href=format!("/hasil/{}", row.office)>{row.name}</A>
                    </th>
                    <td class="num">{format::number(language, row.counts.rated().into())}</td>
                    <td class="num">{format::number(language, row.counts.partial.into())}</td>
                    <td>{strip(&row.counts)}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        <table class="table centre-results">
            <thead>
                <tr>
                    <th scope="col">{centre_frame::office(language)}</th>
                    <th scope="col" class="num">{words::column_rated(language)}</th>
                    <th scope="col" class="num">
                        {words::column_partial(language)}
                    </th>
                    <th scope="col">{words::distribution(language)}</th>
                </tr>
            </thead>
            <tbody>{lines}</tbody>
        </table>
    }
    .into_any()
}
