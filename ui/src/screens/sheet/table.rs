//! The grid itself: one element for all keys and the mouse, rows with a signal each.

use super::catcher::{Catcher, CatcherNode};
use super::column::SheetColumn;
use super::fill::Way;
use super::grid::{Grid, Mode, TAB_FACTS, TAB_RUBRIC};
use super::head_row::HeadRow;
use super::keys::{self, Held, Wish};
use super::moving::{REASON_ID, cell_of};
use super::row_view::RowView;
use super::selection::{Place, Selection};
use super::spelling::Spelled;
use crate::browser;
use crate::format;
use catalogue::page_sheet as words;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, MouseEvent};

/// The grid.
#[component]
pub fn SheetTable(grid: Grid) -> impl IntoView {
    let catcher = NodeRef::<html::Textarea>::new();
    let is_dragging = StoredValue::new(false);
    let released =
        window_event_listener(leptos::ev::mouseup, move |_| is_dragging.set_value(false));
    on_cleanup(move || released.remove());
    grid.draw_the_rest();
    let name = words::grid_name(grid.language, format::period(grid.language, grid.period));
    view! {
        // Keys are heard here, so that they work from the hidden field too.
        <div
            class="sheet-scroll"
            data-keep-scroll=""
            on:keydown=move |event| pressed(grid, catcher, &event)
        >
            <table
                class="sheet-grid"
                role="grid"
                aria-label=name
                aria-multiselectable="true"
                aria-rowcount=move || grid.rows.with(|rows| rows.len() + 1).to_string()
                aria-colcount=move || grid.columns.with(|columns| columns.len() + 1).to_string()
                on:mousedown=move |event| {
                    if mouse_down(grid, &event) {
                        is_dragging.set_value(true);
                    }
                }
                on:mouseover=move |event| {
                    if is_dragging.get_value() && event.buttons() & 1 == 1 {
                        drag(grid, &event);
                    }
                }
                on:dblclick=move |event| {
                    if target_cell(&event).is_some() && !is_in_editor(&event) {
                        grid.edit(Mode::Within, None);
                    }
                }
                on:focusin=move |event| follow_focus(grid, &event)
            >
                <thead>
                    <HeadRow grid />
                </thead>
                <tbody>
                    <ForEnumerate
                        each=move || grid.drawn_rows()
                        key=|row| row.assignment
                        children=move |index, row| view! { <RowView grid row index /> }
                    />
                </tbody>
            </table>
            <Catcher grid node=catcher />
        </div>
    }
}

fn pressed(grid: Grid, catcher: CatcherNode, event: &KeyboardEvent) {
    if grid.editing.get_untracked().is_some() || event.is_composing() {
        return;
    }
    let Some(selection) = grid.selection.get_untracked() else {
        return;
    };
    let takes = selection.cursor.column.takes();
    let Some(wish) = keys::wish(&event.key(), held(event), takes) else {
        return;
    };
    match wish {
        // The browser itself goes on with these two, in the catcher.
        Wish::Copy => return super::catcher::offer(catcher, grid),
        Wish::Paste => return super::catcher::receive(catcher, grid),
        Wish::Move(step) => {
            if !grid.step(step) {
                return;
            }
        }
        Wish::Spell(letter) => {
            // Whole milliseconds are fine enough to tell a word from two letters.
            let at = event.time_stamp() as u32;
            let spelled = grid.spelling.try_update_value(|it| it.letter(letter, at));
            match spelled {
                Some(Spelled::Rating(rating)) => grid.rate(rating),
                Some(Spelled::Nothing) => grid.refuse_key(selection.cursor.column),
                Some(Spelled::Open) | None => {}
            }
        }
        wish => perform(grid, wish, selection),
    }
    event.prevent_default();
}

fn perform(grid: Grid, wish: Wish, selection: Selection) {
    match wish {
        Wish::Rate(rating) => grid.rate(rating),
        Wish::Type(letter) => grid.edit(Mode::Overwrite, Some(letter)),
        Wish::Edit => grid.edit(Mode::Within, None),
        Wish::Clear => grid.clear(),
        Wish::Extend(step) => grid.extend(step),
        Wish::SelectColumn => grid.choose_column(),
        Wish::FillDown => grid.fill_along(Way::Down),
        Wish::FillRight => grid.fill_along(Way::Right),
        Wish::Panel => grid.set_panel(!grid.panel.open.get_untracked()),
        Wish::IntoPanel => into_panel(grid),
        Wish::NextGap => grid.next_gap(),
        Wish::Rubric => {
            if let Some(column) = selection.cursor.column.rating() {
                grid.panel.rubric.set(column);
            }
            grid.open_panel(TAB_RUBRIC);
        }
        Wish::Cancel => {
            grid.notice.set(None);
            grid.forget_unsaved();
            grid.choose(Selection::at(selection.cursor));
        }
        Wish::Refuse => grid.refuse_key(selection.cursor.column),
        Wish::Move(_) | Wish::Spell(_) | Wish::Copy | Wish::Paste => {}
    }
}

/// F6: on in the panel, and Escape comes back.
fn into_panel(grid: Grid) {
    grid.set_panel(true);
    browser::after_paint(|| {
        let inside = format!("#{REASON_ID}, .sheet-panel [role=tab][aria-selected=true]");
        if let Some(element) = browser::first(&inside) {
            let _detached = element.focus();
        }
    });
}

fn held(event: &KeyboardEvent) -> Held {
    let control = event.ctrl_key() || event.meta_key();
    match (control, event.shift_key(), event.alt_key()) {
        (false, false, false) => Held::Nothing,
        (false, true, false) => Held::Shift,
        (true, false, false) => Held::Control,
        _ => Held::Other,
    }
}

/// Whether a cell was taken hold of.
fn mouse_down(grid: Grid, event: &MouseEvent) -> bool {
    if event.button() != 0 || is_in_editor(event) {
        return false;
    }
    if grid.editing.get_untracked().is_some() {
        grid.commit();
    }
    let Some(place) = target_place(grid, event) else {
        return name_clicked(grid, event);
    };
    // Neither text selection nor the browser's own focus: the cursor does both.
    event.prevent_default();
    match grid.selection.get_untracked() {
        Some(selection) if event.shift_key() => grid.choose(selection.to(place)),
        _ => grid.go(place),
    }
    true
}

/// A click on a name shows the person in the panel.
fn name_clicked(grid: Grid, event: &MouseEvent) -> bool {
    let Some(row) = closest(event, "th[data-row]")
        .and_then(|head| head.get_attribute("data-row"))
        .and_then(|id| id.parse().ok())
    else {
        return false;
    };
    event.prevent_default();
    let column = grid
        .selection
        .get_untracked()
        .map_or(SheetColumn::Rating(domain::Column::HasilKerja), |it| {
            it.cursor.column
        });
    if grid.go_to(row, column) {
        grid.open_panel(TAB_FACTS);
    }
    false
}

fn drag(grid: Grid, event: &MouseEvent) {
    if let (Some(selection), Some(place)) =
        (grid.selection.get_untracked(), target_place(grid, event))
        && selection.cursor != place
    {
        grid.choose(selection.to(place));
    }
}

/// A cell that gets the focus by other ways than ours gets the cursor.
fn follow_focus(grid: Grid, event: &web_sys::FocusEvent) {
    let Some(element) = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
    else {
        return;
    };
    let Some((at, column)) =
        cell_of(&element.id()).and_then(|(row, column)| Some((grid.find(row)?.0, column)))
    else {
        return;
    };
    let place = Place::new(at, column);
    let cursor = grid
        .selection
        .get_untracked()
        .map(|selection| selection.cursor);
    if cursor != Some(place) {
        grid.selection.set(Some(Selection::at(place)));
    }
}

fn target_place(grid: Grid, event: &MouseEvent) -> Option<Place> {
    let (assignment, column) = target_cell(event)?;
    Some(Place::new(grid.find(assignment)?.0, column))
}

fn target_cell(event: &MouseEvent) -> Option<(domain::AssignmentId, SheetColumn)> {
    cell_of(&closest(event, "td[id]")?.id())
}

fn is_in_editor(event: &MouseEvent) -> bool {
    closest(event, ".sheet-editor").is_some()
}

fn closest(event: &MouseEvent, selector: &str) -> Option<Element> {
    event
        .target()?
        .dyn_into::<Element>()
        .ok()?
        .closest(selector)
        .ok()?
}
