//! How the predikat are spread, beside the pattern. It counts and names nobody, it advises and
//! never blocks.

use super::draft::Draft;
use crate::backend::use_backend;
use crate::components::{Card, Icon, IconName, TextArea};
use crate::language::use_language;
use crate::query::Query;
use api::organisation::OrganisationView;
use catalogue::{Language, page_organisation as words, pattern as sentences, terms};
use domain::Predikat;
use domain::pattern::{Advice, AdviceResult, PatternCounts};
use leptos::prelude::*;

/// The spread and the advice.
#[component]
pub fn PatternCard(view: Query<OrganisationView>, draft: Draft) -> impl IntoView {
    let language = use_language();
    let backend = use_backend();
    let rated = Signal::derive(move || {
        let total = view.with(|view| view.map_or(0, |view| view.counts.total()));
        words::pattern_sub(language, total)
    });
    view! {
        <Card title=words::pattern(language) sub=rated>
            <div class="card-body stack">
                {move || view.with(|view| view.map(|view| spread(language, view)))}
                {move || view.with(|view| view.map(|view| advice(language, view)))}
                <TextArea
                    label=words::reason(language)
                    value=draft.reason
                    hint=words::reason_hint(language)
                    on_commit=move |_: String| draft.save(backend, language)
                    lines=3
                />
            </div>
        </Card>
    }
}

fn spread(language: Language, view: &OrganisationView) -> AnyView {
    let total = view.counts.total();
    let bars: Vec<_> = Predikat::ALL
        .into_iter()
        .map(|predikat| bar(language, predikat, &view.counts))
        .collect();
    let none = (total == 0).then(|| view! { <p class="sub">{words::pattern_none(language)}</p> });
    let unrated = (view.unrated > 0)
        .then(|| view! { <p class="sub">{words::unrated(language, view.unrated)}</p> });
    view! {
        <ul class="organisation-bars">{bars}</ul>
        {none} {unrated}
        <p class="sub">{words::names_nobody(language)}</p>
    }
    .into_any()
}

fn bar(language: Language, predikat: Predikat, counts: &PatternCounts) -> AnyView {
    let people = counts.count(predikat);
    let percent = share(people, counts.total());
    let width = format!("{percent}%");
    let percent = terms::percent(language, percent);
    let label = words::bar(language, predikat.name(), people, &percent);
    view! {
        <li aria-label=label>
            <span aria-hidden="true">{predikat.name()}</span>
            <span class="organisation-bar" aria-hidden="true"><i style:width=width /></span>
            <span class="num" aria-hidden="true"><b>{people}</b> " · " {percent}</span>
        </li>
    }
    .into_any()
}

/// Whole percent, to the nearest.
fn share(people: u32, total: u64) -> u64 {
    (u64::from(people) * 200 + total)
        .checked_div(total * 2)
        .unwrap_or(0)
}

fn advice(language: Language, view: &OrganisationView) -> AnyView {
    match &view.advice {
        None => view! { <p class="sub">{words::after_choice(language)}</p> }.into_any(),
        Some(_) if view.counts.total() == 0 => ().into_any(),
        Some(Advice {
            result: AdviceResult::Ok,
            ..
        }) => view! {
            <p class="organisation-fits">
                <Icon name=IconName::Check />
                {words::fits(language)}
            </p>
        }
        .into_any(),
        Some(Advice { reasons, .. }) => {
            let lines: Vec<_> = sentences::reasons(language, reasons)
                .into_iter()
                .map(|reason| view! { <li>{reason}</li> })
                .collect();
            view! {
                <div class="organisation-departs">
                    <h3><Icon name=IconName::Info />{words::departs(language)}</h3>
                    <ul>{lines}</ul>
                    <p>{words::departs_text(language)}</p>
                </div>
            }
            .into_any()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::share;
    use rstest::rstest;

    #[rstest]
    #[case(1, 3, 33)]
    #[case(2, 3, 67)]
    #[case(1, 8, 13)]
    #[case(0, 0, 0)]
    #[case(25, 25, 100)]
    fn shares_are_whole_percent(#[case] people: u32, #[case] total: u64, #[case] expected: u64) {
        assert_eq!(share(people, total), expected);
    }
}
