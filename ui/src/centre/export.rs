//! Ekspor BKN of the whole regency.

use super::access::use_access;
use super::parts::Figure;
use crate::backend::use_backend;
use crate::browser;
use crate::components::{
    Banner, BannerKind, Button, ButtonKind, IconName, PageHead, QueryView, RefusalBanner,
};
use crate::format;
use crate::language::use_language;
use crate::query::{Query, use_query};
use api::Refusal;
use api::central::export::{ExportFacts, GetExport};
use catalogue::{centre_arrivals, centre_frame, centre_held as words};
use leptos::prelude::*;
use leptos::task::spawn_local;

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
                    <Download />
                }
                    .into_any()
            }
        />
    }
}

/// Fetched by the page itself, so that a refusal is a sentence and not a broken file.
#[component]
fn Download() -> impl IntoView {
    let language = use_language();
    let access = use_access();
    let backend = use_backend();
    let busy = RwSignal::new(false);
    let said = RwSignal::new(None::<String>);
    let refusal = RwSignal::new(None::<Refusal>);
    let fetch = move || {
        let period = untrack(|| access.period());
        busy.set(true);
        said.set(None);
        refusal.set(None);
        spawn_local(async move {
            let fetched = backend.fetch(&format!("/unduh/bkn/{period}")).await;
            // The screen may be gone meanwhile; whoever asked gets the workbook all the same.
            let _gone = busy.try_set(false);
            match fetched {
                Ok(file) => {
                    let name = format!("BKN-{period}.xlsx");
                    browser::save(&file, &name);
                    let _gone = said.try_set(Some(words::downloaded(language, name)));
                }
                Err(trouble) => {
                    let _gone = refusal.try_set(Some(trouble));
                }
            }
        });
    };
    view! {
        <section class="card">
            <div class="card-body stack">
                <p>{words::download_hint(language)}</p>
                <RefusalBanner refusal />
                <div class="row-buttons">
                    <Button
                        kind=ButtonKind::Primary
                        icon=IconName::FileOut
                        busy
                        on_press=fetch
                        attr:id="download"
                    >
                        {words::download(language)}
                    </Button>
                    <span class="sub" role="status">
                        {move || if busy.get() {
                            Some(words::being_made(language).to_owned())
                        } else {
                            said.get()
                        }}
                    </span>
                </div>
            </div>
        </section>
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
    let rated = Signal::derive(move || {
        centre_arrivals::of(language, number(|it| it.rated), number(|it| it.posts))
    });
    view! {
        <div class="centre-figures">
            <Figure
                label=words::fact_rated(language)
                value=rated
                hint=words::fact_rated_hint(language)
            />
            <Figure
                label=words::fact_offices(language)
                value=share(|it| it.offices_with_ratings)
            />
            <Figure label=words::fact_closed(language) value=share(|it| it.closed) />
            <Figure
                label=words::fact_partial(language)
                value=Signal::derive(move || number(|it| it.partial))
                hint=words::fact_partial_hint(language)
            />
            <Figure
                label=words::fact_held(language)
                value=Signal::derive(move || number(|it| it.held))
                hint=words::fact_held_hint(language)
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
