//! What is marked, in words; and advice that stops nothing.

use super::super::wording;
use crate::components::Card;
use crate::format;
use crate::language::use_language;
use crate::place::use_office;
use crate::query::Query;
use api::home::FinishPreview;
use catalogue::{Language, missing, page_home as words};
use leptos::prelude::*;

/// What is marked.
#[component]
pub fn ContentCard(preview: Query<FinishPreview>) -> impl IntoView {
    let language = use_language();
    let office = use_office();
    view! {
        <Card title=words::check_content(language)>
            <div class="card-body stack home-content">
                {move || preview.with(|preview| preview.map(|preview| {
                    let unit = office.unit().map(|unit| unit.name).unwrap_or_default();
                    let period = office.place().map(|place| format::period(language, place.period));
                    sentences(language, preview, (period.unwrap_or_default(), unit))
                }))}
            </div>
        </Card>
        {move || preview.with(|it| it.filter(|it| !it.advice.is_empty()).map(|it| advice(language, it)))}
    }
}

fn sentences(
    language: Language,
    preview: &FinishPreview,
    (period, unit): (String, String),
) -> AnyView {
    let people = preview.to_seal.len();
    let main = if people == 0 {
        words::check_nobody(language).to_owned()
    } else {
        words::check_sentence(language, people, period, unit)
    };
    let travels =
        (people > 0).then(|| words::check_travels(language, preview.notes, preview.evidence));
    let sealed = (preview.sealed > 0).then(|| words::check_sealed(language, preview.sealed));
    let exempt = (preview.exempt > 0).then(|| words::check_exempt(language, preview.exempt));
    let names: Vec<_> = preview
        .to_seal
        .iter()
        .map(|person| {
            let name = wording::name(person);
            view! { <li>{name}</li> }
        })
        .collect();
    let names = (people > 0).then(|| {
        view! {
            <details>
                <summary>{words::check_people(language, people)}</summary>
                <ul class="home-names">{names}</ul>
            </details>
        }
    });
    let rest: Vec<_> = [travels, sealed, exempt]
        .into_iter()
        .flatten()
        .map(|sentence| view! { <p class="sub">{sentence}</p> })
        .collect();
    view! { <p>{main}</p> {rest} {names} }.into_any()
}

fn advice(language: Language, preview: &FinishPreview) -> AnyView {
    let lines: Vec<_> = preview
        .advice
        .iter()
        .map(|(code, people)| {
            let meaning = missing::meaning(language, *code).to_lowercase();
            view! { <li>{words::check_advice_line(language, people, meaning)}</li> }
        })
        .collect();
    view! {
        <Card title=words::check_advice(language) sub=words::check_advice_text(language)>
            <ul class="card-body home-advice">{lines}</ul>
        </Card>
    }
    .into_any()
}
