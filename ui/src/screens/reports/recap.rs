//! Rekap unit: counts per predikat, on the screen and on paper.

use super::nobody::Nobody;
use crate::browser;
use crate::components::{Button, ButtonKind, IconName, PageHead, QueryView};
use crate::format;
use crate::language::use_language;
use crate::place::use_office;
use crate::query::use_query;
use api::reports::{GetRecap, Recap, Signature};
use catalogue::{Language, common, page_reports as words};
use leptos::prelude::*;

/// The recap with a button that prints it.
#[component]
pub fn RecapScreen() -> impl IntoView {
    let language = use_language();
    let office = use_office();
    let recap = use_query(move || {
        office.place().map(|place| GetRecap {
            unit: place.unit,
            period: place.period,
        })
    });
    let is_filled = Memo::new(move |_| recap.with(|recap| recap.is_some_and(has_people)));
    view! {
        <PageHead title=words::recap(language) sub=words::recap_hint(language)>
            {move || is_filled.get().then(|| view! {
                <Button kind=ButtonKind::Primary icon=IconName::Print on_press=browser::print>
                    {common::print(language)}
                </Button>
            })}
        </PageHead>
        <QueryView
            query=recap
            show=move || recap.get().map(|recap| {
                if has_people(&recap) {
                    view! { <Paper recap /> }.into_any()
                } else {
                    view! { <section class="card"><Nobody /></section> }.into_any()
                }
            })
        />
    }
}

fn has_people(recap: &Recap) -> bool {
    recap.lines.iter().any(|line| line.pns + line.pppk > 0)
}

/// What is signed goes to offices of the state: it is Indonesian whatever the screen's language.
#[component]
fn Paper(recap: Recap) -> impl IntoView {
    let language = Language::Indonesian;
    let office = use_office();
    let period = office
        .place_now()
        .map(|place| format::period(language, place.period))
        .unwrap_or_default();
    let practice = office.with_session(|session| session.practice);
    let lines: Vec<_> = recap
        .lines
        .into_iter()
        .map(|line| {
            view! {
                <tr>
                    <th scope="row">{line.label}</th>
                    <td class="num">{line.pns}</td>
                    <td class="num">{line.pppk}</td>
                    <td class="num"><b>{line.pns + line.pppk}</b></td>
                </tr>
            }
        })
        .collect();
    let organisation = match recap.organisation {
        Some(predikat) => words::organisation(language, predikat.name()),
        None => words::organisation_unset(language).to_owned(),
    };
    view! {
        <article class="card reports-paper" lang=language.tag()>
            {practice
                .then(|| view! { <p class="reports-practice">{common::practice_data(language)}</p> })}
            <p class="reports-instansi">{recap.instansi}</p>
            <h2>{words::recap_of(language, recap.unit, period)}</h2>
            <p class="sub">{organisation}</p>
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">{words::column_predikat(language)}</th>
                        <th scope="col" class="num">{words::column_pns(language)}</th>
                        <th scope="col" class="num">{words::column_pppk(language)}</th>
                        <th scope="col" class="num">{words::column_all(language)}</th>
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
            <p class="sub">{words::rules_version(language, recap.rules_version)}</p>
            {recap.signature.map(|signature| view! { <SignatureBlock signature /> })}
        </article>
    }
}

#[component]
fn SignatureBlock(signature: Signature) -> impl IntoView {
    view! {
        <div class="reports-signature">
            <p>{signature.place_and_date}</p>
            <p>{signature.jabatan}</p>
            <p class="reports-signature-name"><b>{signature.name}</b></p>
            <p>{signature.pangkat}</p>
            <p translate="no">
                {(!signature.nip.is_empty()).then(|| format!("NIP {}", signature.nip))}
            </p>
        </div>
    }
}
