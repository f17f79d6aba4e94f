//! Facts: attainment, ratings, people. Earlier ratings stay away until there is a draft.

use super::super::cell::{sign, tone};
use super::super::row::RowState;
use super::PanelContext;
use crate::format;
use crate::routes;
use api::sheet::{HistoryLine, RowStatus};
use catalogue::{Language, page_sheet as words, terms};
use domain::Rating;
use leptos::prelude::*;
use leptos_router::components::A;

/// The tab of facts.
#[component]
pub fn Facts(context: PanelContext) -> impl IntoView {
    let grid = context.grid;
    let language = grid.language;
    view! {
        <div class="sheet-facts">
            {move || grid.follow_cursor_row().map(|row| {
                row.state.with(|state| from_row(language, state))
            })}
            {move || context.with(|answer| answer.map(|answer| {
                let people = [
                    (words::fact_unit(language), answer.unit.clone()),
                    (words::fact_appraiser(language), answer.appraiser.clone()),
                    (words::fact_superior(language), answer.appraiser_superior.clone()),
                ];
                people
                    .into_iter()
                    .filter(|(_, value)| !value.is_empty())
                    .map(|(label, value)| fact(label, view! { {value} }.into_any()))
                    .collect::<Vec<_>>()
            }))}
        </div>
        <History context />
        {move || context.with(|answer| answer.map(|answer| view! {
            <p class="sub">
                <A href=routes::employee(answer.row.employee)>{words::fact_person(language)}</A>
            </p>
        }))}
    }
}

fn from_row(language: Language, state: &RowState) -> Vec<AnyView> {
    let row = state.shown();
    let none = || view! { <span class="sub">{words::fact_none(language)}</span> }.into_any();
    let capaian = row.capaian.map_or_else(none, |capaian| {
        view! { <b>{terms::percent(language, capaian.plain())}</b> }.into_any()
    });
    let rating = |rating: Option<Rating>| {
        rating.map_or_else(
            || view! { <span class="empty">{terms::not_rated(language)}</span> }.into_any(),
            |rating| rated(language, rating),
        )
    };
    let mut facts = vec![
        fact(terms::capaian(language), capaian),
        fact(words::fact_evidence(language), number(row.evidence)),
        fact(words::fact_notes(language), number(row.notes)),
        fact(terms::hasil_kerja(language), rating(row.hasil_kerja.rating)),
        fact(terms::perilaku(language), rating(row.perilaku.rating)),
    ];
    if let Some(suggestion) = row.suggestion {
        facts.push(fact(
            words::fact_suggestion(language),
            rated(language, suggestion),
        ));
    }
    if let Some(predikat) = row.predikat {
        facts.push(fact(
            terms::predikat(language),
            view! { <b>{predikat.name()}</b> }.into_any(),
        ));
    }
    facts
}

fn number(count: u32) -> AnyView {
    view! { <b>{count}</b> }.into_any()
}

fn fact(label: &'static str, value: AnyView) -> AnyView {
    view! { <div class="fact"><span>{label}</span><span>{value}</span></div> }.into_any()
}

fn rated(language: Language, rating: Rating) -> AnyView {
    view! {
        <span class=format!("rate {}", tone(rating))>
            <span aria-hidden="true">{sign(rating)}</span>
            {terms::rating(language, rating)}
        </span>
    }
    .into_any()
}

#[component]
fn History(context: PanelContext) -> impl IntoView {
    let language = context.grid.language;
    view! {
        <h3 class="sheet-panel-title">{words::history(language)}</h3>
        {move || context.with(|answer| {
            let answer = answer?;
            Some(if answer.row.status == RowStatus::Empty {
                view! { <p class="sub">{words::history_hidden(language)}</p> }.into_any()
            } else if answer.history.is_empty() {
                view! { <p class="sub">{words::history_none(language)}</p> }.into_any()
            } else {
                let lines: Vec<_> =
                    answer.history.iter().map(|line| earlier(language, line)).collect();
                view! { <div class="sheet-facts">{lines}</div> }.into_any()
            })
        })}
    }
}

fn earlier(language: Language, line: &HistoryLine) -> AnyView {
    let predikat = line.predikat.map_or("–", |predikat| predikat.name());
    view! {
        <div class="fact"><span>{format::period(language, line.period)}</span><b>{predikat}</b></div>
    }
    .into_any()
}
