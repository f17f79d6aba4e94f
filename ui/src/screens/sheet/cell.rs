//! One cell. It redraws only when what it shows changes.

use super::column::SheetColumn;
use super::editor::Editor;
use super::face::{Face, Look, Origin, face, status};
use super::grid::{Editing, Grid, Row};
use super::moving::cell_id;
use super::selection::RowMark;
use crate::browser;
use crate::components::{Icon, IconName};
use api::sheet::RowStatus;
use catalogue::{Language, page_sheet as words, terms};
use domain::{AssignmentId, Rating};
use leptos::prelude::*;

/// What a cell shares with its row.
#[derive(Clone, Copy)]
pub struct CellContext {
    /// The sheet.
    pub grid: Grid,
    /// The cell's column.
    pub column: SheetColumn,
    /// What the row shows of the selection.
    pub mark: Memo<RowMark>,
    /// What is edited in the row.
    pub editing: Memo<Option<Editing>>,
}

/// One cell.
#[component]
pub fn Cell(context: CellContext, row: Row) -> impl IntoView {
    let CellContext {
        grid,
        column,
        mark,
        editing,
    } = context;
    let language = grid.language;
    let id = cell_id(row.assignment, column);
    let state = row.state.clone();
    let shown = {
        let state = state.clone();
        Memo::new(move |_| state.with(|state| face(language, state, column)))
    };
    // What the selection and what is not saved change later, the row changes: see `show_mark`.
    let drawn = mark.get_untracked();
    let is_troubled = state.with_untracked(|state| state.trouble(column).is_some());
    view! {
        <td
            role="gridcell"
            id=id
            data-col=column.key()
            tabindex=tabindex(drawn, column)
            aria-selected=selected(drawn, column)
            aria-readonly=matches!(column.takes(), super::column::Takes::Nothing).then_some("true")
            aria-invalid=is_troubled.then_some("true")
            class:num=column.is_count()
            class:detail=column.is_behaviour()
        >
            // A box of a fixed size: what changes in it moves nothing around it.
            <div class="sheet-value">
                {move || match editing.get().filter(|editing| editing.column == column) {
                    Some(editing) => view! {
                        <Editor grid editing row=row.clone() />
                        {callout(context, shown)}
                    }
                    .into_any(),
                    None => {
                        let face = shown.get();
                        // Only a cell with something to say asks where the cursor is.
                        let callout = face.trouble.is_some().then(|| callout(context, shown));
                        view! { {draw(language, face)} {callout} }.into_any()
                    }
                }}
            </div>
        </td>
    }
}

/// Beside the cursor, why what was typed here is not saved.
fn callout(context: CellContext, shown: Memo<Face>) -> AnyView {
    let CellContext { column, mark, .. } = context;
    let sentence = move || {
        shown
            .with(|face| face.trouble.clone())
            .filter(|_| mark.get().cursor == Some(column))
    };
    view! {
        {move || sentence().map(|sentence| view! {
            <span class="sheet-callout" role="alert">{sentence}</span>
        })}
    }
    .into_any()
}

/// Marks the cells of a row where something was typed that is not saved, as it changed.
pub fn show_troubles(assignment: AssignmentId, (before, now): (&[SheetColumn], &[SheetColumn])) {
    for column in before.iter().filter(|column| !now.contains(column)) {
        browser::remove_attribute(&cell_id(assignment, *column), "aria-invalid");
    }
    for column in now.iter().filter(|column| !before.contains(column)) {
        browser::set_attribute(&cell_id(assignment, *column), "aria-invalid", "true");
    }
}

/// Draws what changed of a row's selection. One effect for a row does it instead of two for each
/// of its cells: a sheet has hundreds of cells, and the cursor moves between two rows.
pub fn show_mark(assignment: AssignmentId, (before, now): (RowMark, RowMark)) {
    for column in SheetColumn::ALL {
        let id = || cell_id(assignment, column);
        if tabindex(before, column) != tabindex(now, column) {
            browser::set_attribute(&id(), "tabindex", tabindex(now, column));
        }
        if selected(before, column) != selected(now, column) {
            browser::set_attribute(&id(), "aria-selected", selected(now, column));
        }
    }
}

/// The cursor alone can be reached by Tab.
fn tabindex(mark: RowMark, column: SheetColumn) -> &'static str {
    if mark.cursor == Some(column) {
        "0"
    } else {
        "-1"
    }
}

fn selected(mark: RowMark, column: SheetColumn) -> &'static str {
    if mark.cursor == Some(column) || mark.holds(column) {
        "true"
    } else {
        "false"
    }
}

fn draw(language: Language, face: Face) -> AnyView {
    let Face {
        look,
        needs,
        trouble,
    } = face;
    let look = match look {
        Look::Rating(rating, origin) => rated(language, rating, origin),
        Look::Open => view! { <span class="empty">{terms::not_rated(language)}</span> }.into_any(),
        Look::Text(text) => view! { <span>{text}</span> }.into_any(),
        // `Kurang/Misconduct` may break after the stroke.
        Look::Strong(word) => match word.split_once('/') {
            Some((first, second)) => view! { <b>{first} "/" <wbr /> {second}</b> }.into_any(),
            None => view! { <b>{word}</b> }.into_any(),
        },
        Look::Nothing => view! { <span class="sheet-nothing">"–"</span> }.into_any(),
        Look::Unread(text) => view! { <span class="sheet-unread">{text}</span> }.into_any(),
        Look::Status(now) => status_chip(language, now),
    };
    let needs = (!needs.is_empty()).then(|| {
        let words = needs.join(", ");
        let title = words.clone();
        view! {
            <span class="sheet-flag" title=title>
                <Icon name=IconName::Flag />
                <span class="sheet-flag-words">{words}</span>
            </span>
        }
    });
    let trouble = trouble.map(|sentence| {
        let title = sentence.clone();
        view! {
            <span class="sheet-flag" title=title>
                <Icon name=IconName::Warning />
                <span class="visually-hidden">{sentence}</span>
            </span>
        }
    });
    view! { {look} {needs} {trouble} }.into_any()
}

fn rated(language: Language, rating: Rating, origin: Origin) -> AnyView {
    let bulk = (origin == Origin::Bulk).then(|| {
        view! {
            <sup title=words::bulk_mark(language)>
                <span aria-hidden="true">"M"</span>
                <span class="visually-hidden">{words::bulk_mark(language)}</span>
            </sup>
        }
    });
    view! {
        <span class=format!("rate {}", tone(rating))>
            <span aria-hidden="true">{sign(rating)}</span>
            {terms::rating(language, rating)}
            {bulk}
        </span>
    }
    .into_any()
}

/// The sign of a rating: colour is never the only one.
#[must_use]
pub const fn sign(rating: Rating) -> &'static str {
    match rating {
        Rating::DiAtas => "▲",
        Rating::Sesuai => "●",
        Rating::DiBawah => "▼",
    }
}

/// The class of a rating's tone.
#[must_use]
pub const fn tone(rating: Rating) -> &'static str {
    match rating {
        Rating::DiAtas => "up",
        Rating::Sesuai => "mid",
        Rating::DiBawah => "low",
    }
}

const fn status_sign(now: RowStatus) -> Option<IconName> {
    match now {
        RowStatus::Ready => Some(IconName::Check),
        RowStatus::Returned => Some(IconName::Undo),
        RowStatus::Final => Some(IconName::Lock),
        RowStatus::Changed => Some(IconName::Pencil),
        RowStatus::Empty | RowStatus::Draft | RowStatus::Exempt => None,
    }
}

fn status_chip(language: Language, now: RowStatus) -> AnyView {
    let class = match now {
        RowStatus::Ready | RowStatus::Final => "sheet-status ready",
        RowStatus::Returned => "sheet-status returned",
        RowStatus::Changed => "sheet-status changed",
        RowStatus::Draft => "sheet-status draft",
        RowStatus::Empty | RowStatus::Exempt => "sheet-status",
    };
    let words = status(language, now);
    view! {
        <span class=class title=words>
            {status_sign(now).map(|name| view! { <Icon name /> })}
            <span class="sheet-status-words">{words}</span>
        </span>
    }
    .into_any()
}
