//! Lembar salin: nobody can upload ratings to e-Kinerja, so retyping is made painless.

use super::nobody::Nobody;
use crate::browser;
use crate::components::{Button, ButtonKind, Chip, IconName, PageHead, QueryView, TextField};
use crate::language::use_language;
use crate::place::use_office;
use crate::query::use_query;
use crate::toast::use_toasts;
use api::reports::{CopyCard, GetCopySheet};
use catalogue::{Language, common, page_reports as words, recap, terms};
use domain::Nip;
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
        let number = wanted.replace(' ', "");
        sheet
            .get()
            .map(|sheet| sheet.people)
            .unwrap_or_default()
            .into_iter()
            .filter(|card| card.name.to_lowercase().contains(wanted) || card.nip.contains(&number))
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
                    view! { <section class="card"><Nobody /></section> }.into_any()
                } else {
                    view! {
                        <div class="reports-cards">
                            <For each=found key=Clone::clone let:card>
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
    let nothing = nothing_to_retype(language, &card);
    let nip = card.nip;
    let values: Vec<_> = card
        .values
        .into_iter()
        .map(|(label, value)| {
            let copied = value.clone();
            let name = words::copy_value(language, &label);
            let value = if value == nip { grouped(value) } else { value };
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
                    <span class="sub">{card.jabatan}</span>
                </div>
                <div class="push">
                    {match nothing {
                        Some(why) => view! { <Chip>{why}</Chip> }.into_any(),
                        None => view! { <CopyAll text=all /> }.into_any(),
                    }}
                </div>
            </header>
            <dl class="card-body">{values}</dl>
        </section>
    }
}

/// Why a card holds nothing but the NIP.
fn nothing_to_retype(language: Language, card: &CopyCard) -> Option<String> {
    if let Some(kind) = card.exempt {
        return Some(words::copy_exempt(
            language,
            terms::exception(language, kind),
        ));
    }
    (card.values.len() <= 1).then(|| recap::not_rated(language).to_owned())
}

/// The NIP as people read it; it is copied as it is.
fn grouped(digits: String) -> String {
    match digits.parse::<Nip>() {
        Ok(nip) => nip.grouped(),
        Err(_) => digits,
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
