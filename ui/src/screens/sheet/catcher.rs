//! Where the browser copies from and pastes into. The focus is on a cell, and no browser copies
//! from or pastes into a cell that is no text; so a hidden field takes the focus for the moment of
//! the key. That needs no permission, works in every web view, and copies plain text only.

use super::grid::Grid;
use crate::browser;
use leptos::html;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::ClipboardEvent;

/// The hidden field.
pub type CatcherNode = NodeRef<html::Textarea>;

const CLASS: &str = "sheet-catcher";
const NOTHING_CAME: Duration = Duration::from_millis(250);

/// The hidden field, and the listener for whatever is pasted while the sheet has the focus.
#[component]
pub fn Catcher(grid: Grid, node: CatcherNode) -> impl IntoView {
    let pasted = window_event_listener(leptos::ev::paste, move |event| {
        let Some(event) = event.dyn_ref::<ClipboardEvent>() else {
            return;
        };
        if event.default_prevented() || !is_for_the_sheet() {
            return;
        }
        let text = event
            .clipboard_data()
            .and_then(|data| data.get_data("text/plain").ok());
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            event.prevent_default();
            grid.focus_cursor();
            grid.paste(&text);
        }
    });
    on_cleanup(move || pasted.remove());
    view! { <textarea class=CLASS tabindex="-1" aria-hidden="true" node_ref=node></textarea> }
}

/// Ctrl+C: the browser copies what the field holds, then the focus goes back.
pub fn offer(node: CatcherNode, grid: Grid) {
    let text = grid.copy_text();
    if let Some(field) = node.get_untracked() {
        field.set_value(&text);
        let _detached = field.focus();
        field.select();
        // The browser copies as soon as the key's listeners are through.
        set_timeout(move || come_back(grid), Duration::ZERO);
    }
}

/// Ctrl+V: the browser pastes into the field, where the listener takes it.
pub fn receive(node: CatcherNode, grid: Grid) {
    if let Some(field) = node.get_untracked() {
        field.set_value("");
        let _detached = field.focus();
        // Only where there was nothing to paste: the listener comes back by itself.
        set_timeout(move || come_back(grid), NOTHING_CAME);
    }
}

fn come_back(grid: Grid) {
    if browser::focused().is_some_and(|focused| focused.class_name() == CLASS) {
        grid.focus_cursor();
    }
}

/// The focus is on a cell or in the field; not in a text that is being edited.
fn is_for_the_sheet() -> bool {
    browser::focused().is_some_and(|focused| {
        focused.class_name() == CLASS
            || (focused
                .closest(".sheet-grid")
                .is_ok_and(|found| found.is_some())
                && !browser::is_typing())
    })
}
