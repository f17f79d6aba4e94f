//! What the bar's "Lihat" opens: every person or cell that was passed over, and why. It lies over
//! the grid's foot and moves nothing; a line goes to its cell.

use super::bar::lines;
use super::grid::Grid;
use super::notice::Line;
use leptos::prelude::*;

/// The list.
#[component]
pub fn BarList(grid: Grid, is_open: RwSignal<bool>) -> impl IntoView {
    move || {
        let notice = grid.notice().filter(|_| is_open.get())?;
        let lines: Vec<_> = lines(grid, &notice)
            .into_iter()
            .map(|line| line_view(grid, line))
            .collect();
        Some(view! { <ul class="sheet-list">{lines}</ul> })
    }
}

fn line_view(grid: Grid, line: Line) -> AnyView {
    let Line {
        cell,
        place,
        reason,
    } = line;
    let place = match cell {
        Some((assignment, column)) => view! {
            <button type="button" class="link" on:click=move |_| {
                    grid.go_to(assignment, column);
                }>
                {place}
            </button>
        }
        .into_any(),
        None => view! { <b>{place}</b> }.into_any(),
    };
    view! { <li>{place} " " <span>{reason}</span></li> }.into_any()
}
