//! Predikat by period, newest first.

use crate::components::{Card, Chip, ChipTone};
use crate::format;
use crate::language::use_language;
use crate::query::Query;
use api::employees::{EmployeeDetail, RatedPeriod};
use catalogue::{Language, page_employee as words, terms};
use domain::Predikat;
use leptos::prelude::*;

/// Periods shown before somebody asks for all: a year.
const SHOWN: usize = 12;

/// The card.
#[component]
pub fn History(
    /// The person.
    detail: Query<EmployeeDetail>,
) -> impl IntoView {
    let language = use_language();
    let rated = Memo::new(move |_| {
        detail.with(|detail| detail.map(|it| it.history.clone()).unwrap_or_default())
    });
    let all = RwSignal::new(false);
    let shown = move || {
        let take = if all.get() { usize::MAX } else { SHOWN };
        rated.with(|rated| {
            rated
                .iter()
                .take(take)
                .map(|it| line(language, it))
                .collect::<Vec<_>>()
        })
    };
    let toggle = move || {
        let count = rated.with(Vec::len);
        (count > SHOWN).then(|| {
            let text = if all.get() {
                words::history_fewer(language).to_owned()
            } else {
                words::history_all(language, count)
            };
            view! {
                <button type="button" class="link" on:click=move |_| all.update(|all| *all = !*all)>
                    {text}
                </button>
            }
        })
    };
    view! {
        <Card title=words::history(language)>
            <div class="card-body">
                {move || rated.with(Vec::is_empty).then(|| view! {
                    <p class="sub">{words::history_none(language)}</p>
                })}
                <dl class="employee-facts">{shown}</dl>
                {toggle}
            </div>
        </Card>
    }
}

fn line(language: Language, rated: &RatedPeriod) -> AnyView {
    let predikat = rated.predikat.map_or("–", Predikat::name);
    let state = if rated.ready {
        terms::ready(language)
    } else {
        terms::draft(language)
    };
    let tone = if rated.ready {
        ChipTone::Good
    } else {
        ChipTone::Plain
    };
    view! {
        <div class="fact">
            <dt>{format::period(language, rated.period)}</dt>
            <dd><b>{predikat}</b> " " <Chip tone>{state}</Chip></dd>
        </div>
    }
    .into_any()
}
