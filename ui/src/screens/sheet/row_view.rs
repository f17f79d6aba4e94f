//! One row: the name, then its cells, or why nobody is to be rated here.

use super::cell::{Cell, CellContext, show_mark, show_troubles};
use super::column::SheetColumn;
use super::grid::{Grid, Row};
use super::row::RowState;
use super::selection::RowMark;
use crate::format;
use catalogue::{page_sheet as words, terms};
use leptos::prelude::*;

/// One row.
#[component]
pub fn RowView(grid: Grid, row: Row, index: ReadSignal<usize>) -> impl IntoView {
    let language = grid.language;
    let mark = Memo::new(move |_| grid.mark(index.get()));
    let assignment = row.assignment;
    let editing = Memo::new(move |_| {
        grid.editing
            .get()
            .filter(|editing| editing.assignment == assignment)
    });
    let drawn = mark.get_untracked();
    Effect::new(move |before: Option<RowMark>| {
        let now = mark.get();
        show_mark(assignment, (before.unwrap_or(drawn), now));
        now
    });
    let state = row.state.clone();
    let troubled = Memo::new(move |_| state.with(RowState::troubled));
    let marked = troubled.get_untracked();
    Effect::new(move |before: Option<Vec<SheetColumn>>| {
        let now = troubled.get();
        show_troubles(assignment, (before.as_deref().unwrap_or(&marked), &now));
        now
    });
    let state = row.state.clone();
    let exempt = Memo::new(move |_| state.with(|state| state.shown().exempt));
    let cells = row.clone();
    view! {
        <tr
            aria-rowindex=move || (index.get() + 2).to_string()
            class:exempt=move || exempt.get().is_some()
            class:here=move || mark.get().cursor.is_some()
        >
            <NameCell grid row />
            {move || match exempt.get() {
                Some(kind) => view! {
                    <td
                        role="gridcell"
                        class="sheet-exempt"
                        colspan=move || grid.columns.with(Vec::len).to_string()
                    >
                        {words::row_exempt(language, terms::exception(language, kind))}
                    </td>
                }
                .into_any(),
                None => {
                    let row = cells.clone();
                    view! {
                        <For
                            each=move || grid.columns.get()
                            key=|column| column.order()
                            children=move |column: SheetColumn| {
                                let context = CellContext { grid, column, mark, editing };
                                view! { <Cell context row=row.clone() /> }
                            }
                        />
                    }
                    .into_any()
                }
            }}
        </tr>
    }
}

#[component]
fn NameCell(grid: Grid, row: Row) -> impl IntoView {
    let language = grid.language;
    let state = row.state.clone();
    // Names change seldom; a rating must not redraw them.
    let person = Memo::new(move |_| {
        state.with(|state| {
            let row = state.shown();
            let nip = row.nip.grouped();
            (
                row.name.clone(),
                nip,
                row.jabatan.clone(),
                row.tenure,
                row.part,
            )
        })
    });
    view! {
        <th scope="row" class="sheet-name" data-row=row.assignment.to_string()>
            {move || {
                let (name, nip, jabatan, tenure, part) = person.get();
                let part = part.map(|(from, to)| {
                    words::part(language, format::date(language, from), format::date(language, to))
                });
                let about = match &part {
                    Some(part) => format!("{name}\n{jabatan}\n{part}"),
                    None => format!("{name}\n{jabatan}"),
                };
                view! {
                    <div title=about>
                        <span class="sheet-who"><b>{name}</b>
                        {terms::acting(tenure).map(|mark| view! { <span class="sheet-mark">{mark}</span> })}
                        {part.map(|part| view! {
                            <span class="sheet-mark" title=part>{words::part_mark(language)}</span>
                        })}</span>
                        <small><span class="sheet-nip">{nip}</span> " " <span class="sheet-post">{jabatan}</span></small>
                    </div>
                }
            }}
        </th>
    }
}
