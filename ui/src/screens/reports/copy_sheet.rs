//! Lembar salin: nobody can upload ratings to e-Kinerja, so retyping is made painless.

use crate::browser;
use crate::components::{Button, ButtonKind, EmptyState, IconName, PageHead, QueryView, TextField};
use crate::language::use_language;
use crate::place::use_office;
use crate::query::use_query;
use crate::toast::use_toasts;
use api::reports::{CopyCard, GetCopySheet};
use catalogue::{common, page_reports as words};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// One card per person, each value with its button.
#[component]
pub fn CopySheetScreen() -> impl IntoView {
    let language = use_language();
    let office = use_office();
    let wanted = RwSignal::new(String::new());
    let sheet = use_query(move || {
        office.place().map(|place| GetCopySheet {
            unit: place.unit,
            period: place.period,
        })
    });
    let found = move || {
        let wanted = wanted.get().to_lowercase();
        let wanted = wanted.trim();
        sheet
            .get()
            .map(|sheet| sheet.people)
            .unwrap_or_default()
            .into_iter()
            .filter(|card| card.name.to_lowercase().contains(wanted) || card.nip.contains(wanted))
            .collect::<Vec<_>>()
    };
    view! {
        <PageHead title=words::copy_sheet(language) sub=words::copy_sheet_hint(language) />
        <div class="reports-find">
            <TextField label=words::find_person(language) value=wanted />
        </div>
        <QueryView
            query=sheet
            show=move || {
                let empty = sheet.with(|it| it.is_some_and(|it| it.people.is_empty()));
                if empty {
                    view! {
                        <EmptyState
                            icon=IconName::People
                            title=words::nothing(language)
                            text=words::nothing_hint(language)
                        />
                    }
                        .into_any()
                } else {
                    view! {
                        <div class="reports-cards">
                            <For each=found key=|card| (card.nip.clone(), card.values.clone()) let:card>
                                <Person card />
                            </For>
                        </div>
                    }
                        .into_any()
                }
            }
        />
    }
}

#[component]
fn Person(card: CopyCard) -> impl IntoView {
    let language = use_language();
    let all: String = card
        .values
        .iter()
        .map(|(label, value)| format!("{label}\t{value}\n"))
        .collect();
    let values: Vec<_> = card
        .values
        .into_iter()
        .map(|(label, value)| {
            let copied = value.clone();
            let name = words::copy_value(language, &label);
            view! {
                <div class="reports-value">
                    <dt>{label}</dt>
                    <dd>{value}</dd>
                    <dd><CopyButton text=copied name /></dd>
                </div>
            }
        })
        .collect();
    view! {
        <section class="card reports-person">
            <header>
                <div>
                    <h2>{card.name}</h2>
                    <span class="sub" translate="no">{card.nip}</span>
                </div>
                <div class="push">
                    <CopyAll text=all />
                </div>
            </header>
            <dl class="card-body">{values}</dl>
        </section>
    }
}

#[component]
fn CopyButton(text: String, name: String) -> impl IntoView {
    let copy = copier(text);
    view! {
        <Button
            kind=ButtonKind::SmallQuiet
            icon=IconName::Copy
            on_press=copy
            attr:aria-label=name.clone()
            attr:title=name
        />
    }
}

#[component]
fn CopyAll(text: String) -> impl IntoView {
    let language = use_language();
    let copy = copier(text);
    view! {
        <Button kind=ButtonKind::Small icon=IconName::Copy on_press=copy>
            {words::copy_all(language)}
        </Button>
    }
}

fn copier(text: String) -> Callback<()> {
    let language = use_language();
    let toasts = use_toasts();
    Callback::new(move |()| {
        let text = text.clone();
        spawn_local(async move {
            if browser::copy(&text).await {
                toasts.say(common::copied(language));
            }
        });
    })
}
