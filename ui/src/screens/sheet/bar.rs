//! The one bar below the grid. It is always there, so nothing jumps: it says what was done, what
//! is not saved, or what the cursor's cell is about, with the buttons that belong to it.

use super::bar_list::BarList;
use super::bulk;
use super::cell::{sign, tone};
use super::grid::Grid;
use super::notice::{Line, Notice};
use super::row::RowState;
use crate::components::{Button, ButtonKind, Icon, IconName};
use crate::effect::effect;
use crate::format::plain_name;
use crate::toast::use_undo;
use catalogue::{Language, common, page_sheet as words, terms};
use domain::Rating;
use domain::missing::MissingCode;
use leptos::prelude::*;

/// The bar.
#[component]
pub fn Bar(grid: Grid) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let notice = Memo::new(move |_| grid.notice());
    // Another message begins closed.
    effect(move || {
        grid.notice.track();
        is_open.set(false);
    });
    view! {
        <div class="sheet-foot">
            <BarList grid is_open />
            <Unsaved grid />
            {move || match notice.get() {
                None => view! { <AboutCursor grid /> }.into_any(),
                Some(notice) => said(grid, &notice, is_open),
            }}
        </div>
    }
}

fn said(grid: Grid, notice: &Notice, is_open: RwSignal<bool>) -> AnyView {
    let language = grid.language;
    let undo = use_undo();
    let (strong, text, listed, undoable) = match notice {
        Notice::Say(sentence) => (String::new(), sentence.clone(), 0, false),
        Notice::Bulk { outcome, .. } => {
            let (strong, text) = bulk::sentence(language, outcome, grid.threshold.get_untracked());
            (strong, text, outcome.skipped.len(), outcome.applied > 0)
        }
        Notice::Pasted {
            applied, rejected, ..
        } => {
            let text = if rejected.is_empty() {
                String::new()
            } else {
                words::pasted_rejected(language, rejected.len())
            };
            (
                words::pasted(language, applied),
                text,
                rejected.len(),
                *applied > 0,
            )
        }
    };
    let see = move || {
        if is_open.get() {
            words::bar_hide(language)
        } else {
            words::bar_see(language)
        }
    };
    view! {
        <div class="sheet-bar said" role="status">
            <p><b>{strong}</b> " " {text}</p>
            {(listed > 0).then(|| view! {
                <button
                    type="button"
                    class="btn small quiet"
                    aria-expanded=move || if is_open.get() { "true" } else { "false" }
                    on:click=move |_| is_open.update(|open| *open = !*open)
                >
                    {see}
                </button>
            })}
            {undoable.then(|| view! {
                <Button
                    kind=ButtonKind::Small
                    icon=IconName::Undo
                    on_press=move || {
                        undo.undo();
                        grid.notice.set(None);
                        grid.focus_cursor();
                    }
                >
                    {common::undo(language)}
                </Button>
            })}
            <button
                type="button"
                class="btn small quiet icon-only"
                aria-label=common::close(language)
                title=common::close(language)
                on:click=move |_| {
                    grid.notice.set(None);
                    grid.focus_cursor();
                }
            >
                <Icon name=IconName::Close />
            </button>
        </div>
    }
    .into_any()
}

/// What is typed and not saved: the sentence stands at the cell, the way out stands here.
#[component]
fn Unsaved(grid: Grid) -> impl IntoView {
    let language = grid.language;
    let sum = move |count: fn(&RowState) -> usize| {
        grid.rows
            .with(|rows| rows.iter().map(|row| row.state.with(count)).sum::<usize>())
    };
    let count = Memo::new(move |_| sum(RowState::troubles));
    let refused = Memo::new(move |_| sum(RowState::refused));
    move || {
        (count.get() > 0).then(|| {
            view! {
                <div class="sheet-bar unsaved" role="status">
                    <Icon name=IconName::Warning />
                    <p>{words::bar_unsaved(language, count.get())}</p>
                    <Button kind=ButtonKind::Small on_press=move || grid.go_to_unsaved()>
                        {words::bar_go(language)}
                    </Button>
                    {(refused.get() > 0).then(|| view! {
                        <Button kind=ButtonKind::Small on_press=move || grid.retry()>
                            {words::bar_retry(language)}
                        </Button>
                    })}
                </div>
            }
        })
    }
}

/// Who and what the cursor's cell is about, with the ratings for the mouse.
#[component]
fn AboutCursor(grid: Grid) -> impl IntoView {
    let language = grid.language;
    let range = Memo::new(move |_| {
        let selection = grid
            .selection
            .get()
            .filter(|selection| !selection.is_single())?;
        let columns = grid.columns.with(|shown| selection.columns(shown).count());
        let people = grid.rows.with(|rows| {
            let chosen = rows.get(selection.rows()).unwrap_or_default();
            chosen
                .iter()
                .filter(|row| row.state.with(|it| it.shown().exempt.is_none()))
                .count()
        });
        Some((people, people * columns))
    });
    let has_bulk = Memo::new(move |_| {
        grid.selection.get().is_some_and(|selection| {
            grid.rows.with(|rows| {
                let chosen = rows.get(selection.rows()).unwrap_or_default();
                chosen.iter().any(|row| row.state.with(RowState::has_bulk))
            })
        })
    });
    let about = Memo::new(move |_| about(grid));
    let rates = Memo::new(move |_| {
        grid.selection
            .get()
            .is_some_and(|selection| selection.cursor.column.rating().is_some())
    });
    view! {
        <div class="sheet-bar">
            <p>
                {move || match range.get() {
                    Some((people, cells)) => words::bar_people(language, people, cells).into_any(),
                    None => {
                        let (place, more) = about.get();
                        view! {
                            <span class="sheet-place">{place}</span>
                            " "
                            <span class="sheet-more">{more}</span>
                        }
                        .into_any()
                    }
                }}
            </p>
            {move || has_bulk.get().then(|| view! {
                <Button
                    kind=ButtonKind::SmallQuiet
                    on_press=move || {
                        grid.review();
                        grid.focus_cursor();
                    }
                    attr:title=words::bar_reviewed_hint(language)
                >
                    {words::bar_reviewed(language)}
                </Button>
            })}
            {move || (rates.get() && range.with(Option::is_none)).then(|| rate_buttons(grid))}
        </div>
    }
}

fn rate_buttons(grid: Grid) -> AnyView {
    let language = grid.language;
    let buttons: Vec<_> = Rating::ALL
        .into_iter()
        .zip(["1", "2", "3"])
        .map(|(rating, key)| {
            view! {
                <button
                    type="button"
                    class=format!("sheet-rate {}", tone(rating))
                    on:click=move |_| {
                        grid.rate(rating);
                        grid.focus_cursor();
                    }
                >
                    <span aria-hidden="true">{sign(rating)}</span>
                    {terms::rating(language, rating)}
                    <kbd>{key}</kbd>
                </button>
            }
        })
        .collect();
    view! { <div class="sheet-rates">{buttons}</div> }.into_any()
}

fn about(grid: Grid) -> (String, String) {
    let language = grid.language;
    let (Some(selection), Some(row)) = (grid.selection.get(), grid.follow_cursor_row()) else {
        return Default::default();
    };
    let column = selection.cursor.column;
    row.state.with(|state| {
        let shown = state.shown();
        let place = words::bar_cell(language, plain_name(&shown.name), column.name(language));
        let suggestion = shown
            .suggestion
            .filter(|_| column.rating() == Some(domain::Column::Perilaku))
            .map(|rating| {
                words::bar_suggestion(language, terms::rating(language, rating).to_lowercase())
            });
        let needs: Vec<&str> = shown
            .missing
            .iter()
            .filter(|code| code.blocks())
            .map(|code| lacking(language, *code))
            .collect();
        let needs = (!needs.is_empty()).then(|| words::bar_lacking(language, needs.join(", ")));
        (place, suggestion.or(needs).unwrap_or_default())
    })
}

/// What a person lacks, as a word in a list.
const fn lacking(language: Language, code: MissingCode) -> &'static str {
    match code {
        MissingCode::KurangHasil => words::lacks_results(language),
        MissingCode::KurangPerilaku => words::lacks_behaviour(language),
        MissingCode::KurangBukti => words::lacks_evidence(language),
        MissingCode::KurangAlasan => words::lacks_reason(language),
        MissingCode::PenilaiDiri => words::lacks_other_appraiser(language),
        MissingCode::KurangPenilai => words::lacks_appraiser(language),
        MissingCode::BelumDitinjau => words::lacks_look(language),
    }
}

/// The lines behind "Lihat".
#[must_use]
pub fn lines(grid: Grid, notice: &Notice) -> Vec<Line> {
    let language = grid.language;
    match notice {
        Notice::Say(_) => Vec::new(),
        Notice::Pasted { rejected, .. } => rejected.clone(),
        Notice::Bulk { outcome, .. } => outcome
            .skipped
            .iter()
            .map(|skipped| Line {
                cell: grid
                    .selection
                    .get_untracked()
                    .map(|selection| (skipped.assignment, selection.cursor.column)),
                place: plain_name(&skipped.name),
                reason: bulk::reason(language, skipped.reason, grid.threshold.get_untracked()),
            })
            .collect(),
    }
}
