//! Editing in a cell: a number is typed, a rating is chosen. Never a window.

use super::cell::{sign, tone};
use super::column::SheetColumn;
use super::grid::{Editing, Grid, Mode, Row};
use super::movement::Step;
use crate::browser;
use crate::effect::effect;
use catalogue::{page_sheet as words, terms};
use domain::Rating;
use leptos::html;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// The editor of the cell.
#[component]
pub fn Editor(grid: Grid, editing: Editing, row: Row) -> impl IntoView {
    match editing.column {
        SheetColumn::Rating(_) => view! { <RatingChooser grid editing /> }.into_any(),
        _ => view! { <NumberEditor grid editing row /> }.into_any(),
    }
}

#[component]
fn NumberEditor(grid: Grid, editing: Editing, row: Row) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    effect(move || {
        if let Some(input) = node.get() {
            let _detached = input.focus();
            if editing.mode == Mode::Within {
                input.select();
            }
        }
    });
    let name = row.state.with_untracked(|state| state.shown().name.clone());
    view! {
        <input
            class="sheet-editor"
            type="text"
            inputmode="decimal"
            autocomplete="off"
            aria-label=words::type_attainment(grid.language, name)
            node_ref=node
            prop:value=move || grid.typed.get()
            on:input=move |event| grid.typed.set(event_target_value(&event))
            on:keydown=move |event| typed_key(grid, editing.mode, &event)
            on:blur=move |_| {
                grid.commit();
            }
        />
    }
}

fn typed_key(grid: Grid, mode: Mode, event: &KeyboardEvent) {
    let shift = event.shift_key();
    let step = match (event.key().as_str(), mode) {
        ("Enter", _) if event.ctrl_key() => {
            event.prevent_default();
            if grid.commit() {
                grid.next_gap();
            } else {
                grid.focus_cursor();
            }
            return;
        }
        ("Enter", _) if shift => Step::Up,
        ("Enter", _) => Step::Down,
        ("Tab", _) if shift => Step::Back,
        ("Tab", _) => Step::Next,
        ("ArrowUp", Mode::Overwrite) => Step::Up,
        ("ArrowDown", Mode::Overwrite) => Step::Down,
        ("ArrowLeft", Mode::Overwrite) => Step::Left,
        ("ArrowRight", Mode::Overwrite) => Step::Right,
        ("Escape", _) => {
            event.prevent_default();
            grid.cancel_edit();
            return;
        }
        _ => return,
    };
    event.prevent_default();
    grid.commit_and_step(step);
}

/// Three signs side by side, for the mouse and for F2.
#[component]
fn RatingChooser(grid: Grid, editing: Editing) -> impl IntoView {
    let language = grid.language;
    let group = NodeRef::<html::Div>::new();
    effect(move || {
        if group.get().is_some()
            && let Some(first) = browser::first(".sheet-editor button[data-first]")
        {
            let _detached = first.focus();
        }
    });
    let buttons: Vec<_> = Rating::ALL
        .into_iter()
        .map(|rating| {
            let name = words::rate_as(language, terms::rating(language, rating));
            view! {
                <button
                    type="button"
                    class=format!("sheet-choice {}", tone(rating))
                    // The middle one is the likeliest.
                    data-first=(rating == Rating::Sesuai).then_some("")
                    aria-label=name.clone()
                    title=name
                    on:click=move |_| grid.choose_rating(Some(rating))
                >
                    {sign(rating)}
                </button>
            }
        })
        .collect();
    view! {
        <div
            class="sheet-editor sheet-chooser"
            role="group"
            aria-label=words::choose_rating(language, editing.column.name(language))
            node_ref=group
            on:keydown=move |event| chooser_key(grid, &event)
            on:focusout=move |event| left(grid, &event)
        >
            {buttons}
        </div>
    }
}

fn chooser_key(grid: Grid, event: &KeyboardEvent) {
    let rating = match event.key().as_str() {
        "1" | "b" | "B" => Rating::DiBawah,
        "2" | "s" | "S" => Rating::Sesuai,
        "3" | "a" | "A" => Rating::DiAtas,
        "ArrowLeft" | "ArrowRight" => {
            event.prevent_default();
            beside(event.key() == "ArrowRight");
            return;
        }
        "Escape" => {
            event.prevent_default();
            grid.cancel_edit();
            return;
        }
        "Tab" => {
            event.prevent_default();
            grid.cancel_edit();
            grid.step(if event.shift_key() {
                Step::Back
            } else {
                Step::Next
            });
            return;
        }
        "Delete" | "Backspace" => {
            event.prevent_default();
            grid.choose_rating(None);
            return;
        }
        _ => return,
    };
    event.prevent_default();
    grid.choose_rating(Some(rating));
}

fn beside(forward: bool) {
    let Some(focused) = browser::focused() else {
        return;
    };
    let next = if forward {
        focused.next_element_sibling()
    } else {
        focused.previous_element_sibling()
    };
    if let Some(element) =
        next.and_then(|it| wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(it).ok())
    {
        let _detached = element.focus();
    }
}

/// The chooser closes when the focus goes elsewhere.
fn left(grid: Grid, event: &web_sys::FocusEvent) {
    use wasm_bindgen::JsCast;
    let stays = event
        .related_target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .is_some_and(|target| {
            target
                .closest(".sheet-chooser")
                .is_ok_and(|found| found.is_some())
        });
    if !stays {
        grid.editing.set(None);
    }
}
