//! What each level of a column looks like in practice.

use super::super::cell::{sign, tone};
use super::super::column::SheetColumn;
use super::super::grid::Grid;
use crate::components::{Icon, IconName};
use crate::effect::effect;
use crate::query::use_query;
use api::sheet::{GetRubric, Rubric};
use catalogue::{Language, page_sheet as words, terms};
use domain::Column;
use leptos::prelude::*;

/// The tab of the rubric. It follows the cursor's column.
#[component]
pub fn RubricTab(grid: Grid) -> impl IntoView {
    let language = grid.language;
    let shown = grid.panel.rubric;
    effect(move || {
        let column = grid
            .selection
            .get()
            .and_then(|selection| selection.cursor.column.rating());
        if let Some(column) = column.filter(|column| *column != shown.get_untracked()) {
            shown.set(column);
        }
    });
    let query = use_query(move || {
        Some(GetRubric {
            period: grid.period,
            column: shown.get(),
        })
    });
    let options: Vec<_> = Column::ALL
        .into_iter()
        .map(|column| {
            let at = SheetColumn::Rating(column);
            view! {
                <option value=at.key() selected=move || shown.get() == column>
                    {at.name(language)}
                </option>
            }
        })
        .collect();
    view! {
        <div class="field">
            <label for="sheet-rubric">{words::rubric_of(language)}</label>
            <span class="select">
                <select
                    id="sheet-rubric"
                    on:change=move |event| {
                        let column = SheetColumn::from_key(&event_target_value(&event))
                            .and_then(SheetColumn::rating);
                        if let Some(column) = column {
                            shown.set(column);
                        }
                    }
                >
                    {options}
                </select>
                <Icon name=IconName::ChevronDown />
            </span>
        </div>
        {move || query.with(|rubric| rubric.map(|rubric| levels(language, rubric)))}
    }
}

fn levels(language: Language, rubric: &Rubric) -> AnyView {
    let statements: Vec<_> = rubric
        .statements
        .iter()
        .map(|text| view! { <li>{text.clone()}</li> })
        .collect();
    let statements = (!statements.is_empty()).then(|| {
        view! {
            <h3 class="sheet-panel-title">{words::rubric_statements(language)}</h3>
            <ul class="sheet-statements">{statements}</ul>
        }
    });
    let levels: Vec<_> = rubric
        .levels
        .iter()
        .map(|(rating, text)| {
            view! {
                <div class=format!("sheet-level {}", tone(*rating))>
                    <b>
                        <span aria-hidden="true">{sign(*rating)}</span> " "
                        {terms::rating_long(language, *rating)}
                    </b>
                    <p>{text.clone()}</p>
                </div>
            }
        })
        .collect();
    view! {
        <div class="sheet-levels">{levels}</div>
        {statements}
        <p class="sub">{words::rubric_source(language, &rubric.source)}</p>
    }
    .into_any()
}
