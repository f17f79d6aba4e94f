//! Ekspor BKN of the whole regency.

use super::access::use_access;
use super::parts::Figure;
use crate::components::{Banner, BannerKind, Icon, IconName, PageHead, QueryView};
use crate::format;
use crate::language::use_language;
use crate::query::{Query, use_query};
use api::central::export::{ExportFacts, GetExport};
use catalogue::{centre_arrivals, centre_frame, centre_held as words};
use leptos::prelude::*;

/// What the workbook would hold, and the workbook.
#[component]
pub fn ExportScreen() -> impl IntoView {
    let language = use_language();
    let access = use_access();
    let found = use_query(move || {
        Some(GetExport {
            period: access.period(),
        })
    });
    let sub = Signal::derive(move || {
        let period = format::period(language, access.period());
        format!("{period}. {}", words::export_sub(language))
    });
    view! {
        <PageHead title=centre_frame::export(language) sub />
        <QueryView
            query=found
            show=move || {
                view! {
                    <Figures found />
                    <Readiness found />
                    <section class="card">
                        <div class="card-body stack">
                            <p>{words::download_hint(language)}</p>
                            <div class="row-buttons">
                                <a
                                    class="btn primary"
                                    id="download"
                                    // Not the page's own router: the server answers with a file.
                                    rel="external"
                                    download=""
                                    href=move || format!("/unduh/bkn/{}", access.period())
                                >
                                    <Icon name=IconName::FileOut />
                                    {words::download(language)}
                                </a>
                            </div>
                        </div>
                    </section>
                }
                    .into_any()
            }
        />
    }
}

#[component]
fn Figures(found: Query<ExportFacts>) -> impl IntoView {
    let language = use_language();
    let number = move |of: fn(&ExportFacts) -> u32| {
        let count = found.with(|found| found.map_or(0, of));
        format::number(language, count.into())
    };
    let share = move |of: fn(&ExportFacts) -> u32| {
        Signal::derive(move || centre_arrivals::of(language, number(of), number(|it| it.offices)))
    };
    view! {
        <div class="centre-figures">
            <Figure
                label=words::fact_rated(language)
                value=Signal::derive(move || number(|it| it.rated))
            />
            <Figure
                label=words::fact_offices(language)
                value=share(|it| it.offices_with_ratings)
            />
            <Figure label=words::fact_closed(language) value=share(|it| it.closed) />
            <Figure
                label=words::fact_partial(language)
                value=Signal::derive(move || number(|it| it.partial))
            />
            <Figure
                label=words::fact_held(language)
                value=Signal::derive(move || number(|it| it.held))
            />
        </div>
    }
}

#[component]
fn Readiness(found: Query<ExportFacts>) -> impl IntoView {
    let language = use_language();
    let is_closed =
        Memo::new(move |_| found.with(|found| found.is_some_and(|it| it.closed >= it.offices)));
    move || {
        if is_closed.get() {
            view! { <Banner kind=BannerKind::Good text=words::all_closed(language) /> }.into_any()
        } else {
            view! { <Banner kind=BannerKind::Attention text=words::not_closed(language) /> }
                .into_any()
        }
    }
}
