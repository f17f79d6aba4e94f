//! Above the grid: whose people, how far, and the acts on many cells.

use super::column::Detail;
use super::grid::Grid;
use super::row::RowState;
use crate::components::{Button, ButtonKind, Icon, IconName};
use crate::place::use_office;
use crate::query::use_query;
use api::employees::ListAppraisers;
use api::sheet::AppraiserChoice;
use catalogue::page_sheet as words;
use domain::missing::MissingCode;
use leptos::prelude::*;
use std::collections::HashMap;

const ME: &str = "me";
const EVERYBODY: &str = "everybody";

/// The toolbar.
#[component]
pub fn Toolbar(grid: Grid) -> impl IntoView {
    let language = grid.language;
    // As Beranda counts: people, not rows, and nobody who is exempt.
    let progress = Memo::new(move |_| {
        let mut people = HashMap::new();
        grid.rows.with(|rows| {
            for row in rows {
                row.state.with(|state| {
                    if state.shown().exempt.is_none() {
                        *people.entry(state.shown().employee).or_insert(true) &= is_complete(state);
                    }
                });
            }
        });
        (
            people.values().filter(|complete| **complete).count(),
            people.len(),
        )
    });
    view! {
        <div class="sheet-toolbar">
            <AppraiserSelect language />
            <span class="sub">
                {move || {
                    let (done, total) = progress.get();
                    words::done_of(language, done, total)
                }}
            </span>
            <div class="push row-buttons">
                <button
                    type="button"
                    class="btn small"
                    aria-pressed=move || {
                        if grid.detail.get() == Detail::Detailed { "true" } else { "false" }
                    }
                    title=words::detail_hint(language)
                    on:click=move |_| grid.toggle_detail()
                >
                    <Icon name=IconName::Columns />
                    <span class="sheet-tool">{words::detail(language)}</span>
                </button>
                <Button
                    kind=ButtonKind::Small
                    icon=IconName::Check
                    on_press=move || {
                        grid.fill_sesuai();
                        grid.focus_cursor();
                    }
                    attr:title=words::fill_meets_hint(language)
                >
                    <span class="sheet-tool">{words::fill_meets(language)}</span>
                </Button>
            </div>
        </div>
    }
}

fn is_complete(state: &RowState) -> bool {
    state
        .shown()
        .missing
        .iter()
        .copied()
        .all(|code: MissingCode| !code.blocks())
}

#[component]
fn AppraiserSelect(language: catalogue::Language) -> impl IntoView {
    let office = use_office();
    let found = use_query(move || {
        office.place().map(|place| ListAppraisers {
            unit: place.unit,
            period: place.period,
        })
    });
    // Who rates nobody here works for everybody, and is told so.
    let mine = Memo::new(move |_| {
        found.with(|found| {
            let appraisers = found.iter().flat_map(|found| &found.appraisers);
            appraisers.filter(|it| it.me).map(|it| it.rows).sum::<u32>()
        })
    });
    let chosen = Memo::new(move |_| {
        let choice = office.place().map(|place| place.appraiser)?;
        let falls_back = choice == AppraiserChoice::Me && mine.get() == 0;
        Some(key_of(if falls_back {
            &AppraiserChoice::Everybody
        } else {
            &choice
        }))
    });
    let options = move || {
        let appraisers = found
            .get()
            .map(|found| found.appraisers)
            .unwrap_or_default();
        let me =
            (mine.get() > 0).then(|| (ME.to_owned(), words::appraiser_me(language, mine.get())));
        let mut options = Vec::from_iter(me);
        options.push((
            EVERYBODY.to_owned(),
            words::appraiser_all(language).to_owned(),
        ));
        options.extend(appraisers.into_iter().filter(|it| !it.me).map(|it| {
            (
                format!("={}", it.key),
                words::appraiser_other(language, it.name, it.rows),
            )
        }));
        options
            .into_iter()
            .map(|(value, label)| {
                let own = value.clone();
                view! {
                    <option
                        value=value
                        selected=move || chosen.with(|chosen| chosen.as_ref() == Some(&own))
                    >
                        {label}
                    </option>
                }
            })
            .collect::<Vec<_>>()
    };
    view! {
        <span class="select sheet-appraiser">
            <select
                aria-label=words::appraiser(language)
                on:change=move |event| office.choose_appraiser(choice_of(&event_target_value(&event)))
            >
                {options}
            </select>
            <Icon name=IconName::ChevronDown />
        </span>
    }
}

fn key_of(choice: &AppraiserChoice) -> String {
    match choice {
        AppraiserChoice::Me => ME.to_owned(),
        AppraiserChoice::Everybody => EVERYBODY.to_owned(),
        AppraiserChoice::Person(key) => format!("={key}"),
    }
}

fn choice_of(key: &str) -> AppraiserChoice {
    match key.strip_prefix('=') {
        Some(person) => AppraiserChoice::Person(person.to_owned()),
        None if key == ME => AppraiserChoice::Me,
        None => AppraiserChoice::Everybody,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_comes_back_from_its_key() {
        for choice in [
            AppraiserChoice::Me,
            AppraiserChoice::Everybody,
            AppraiserChoice::Person("me".to_owned()),
            AppraiserChoice::Person("198509142009031004".to_owned()),
        ] {
            assert_eq!(choice_of(&key_of(&choice)), choice);
        }
    }
}
