//! The sentence that explains a rating. It is saved when the typing pauses and when the field is
//! left; the letters live with the row, so changing rows loses none of them.

use super::super::column::SheetColumn;
use super::super::grid::Grid;
use super::super::moving::REASON_ID;
use super::PanelContext;
use crate::components::{Icon, IconName};
use catalogue::page_sheet as words;
use domain::Rating;
use leptos::prelude::*;
use std::time::Duration;

/// A pause in typing.
const PAUSE: Duration = Duration::from_millis(600);

/// The tab of the sentence.
#[component]
pub fn Reason(context: PanelContext) -> impl IntoView {
    let grid = context.grid;
    let language = grid.language;
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let text = Memo::new(move |_| {
        grid.follow_cursor_row()
            .map(|row| row.state.with(|state| state.reason().to_owned()))
            .unwrap_or_default()
    });
    let is_needed = Memo::new(move |_| {
        grid.follow_cursor_row().is_some_and(|row| {
            row.state.with(|state| {
                let row = state.shown();
                let ratings = [row.hasil_kerja.rating, row.perilaku.rating];
                ratings.into_iter().flatten().any(Rating::needs_reason)
            })
        })
    });
    let typed = move |text: String| {
        let Some(row) = grid.cursor_row() else { return };
        grid.drafts.keep(row.assignment, &text);
        row.state.update(|state| state.type_reason(text));
        stop(timer);
        let started = set_timeout_with_handle(move || grid.send_reason(&row), PAUSE);
        timer.set_value(started.ok());
    };
    // Leaving the field, the row, the tab or the screen saves at once.
    let leave = move || {
        stop(timer);
        for row in grid.rows.try_get_untracked().unwrap_or_default() {
            grid.send_reason(&row);
        }
    };
    on_cleanup(leave);
    view! {
        <div class="field sheet-reason">
            <label for=REASON_ID>{words::reason_label(language)}</label>
            <textarea
                class="input"
                id=REASON_ID
                rows="5"
                maxlength="2000"
                placeholder=words::reason_hint(language)
                aria-describedby="sheet-reason-about"
                prop:value=move || text.get()
                on:input=move |event| typed(event_target_value(&event))
                on:blur=move |_| leave()
            ></textarea>
            <p class="about" id="sheet-reason-about" aria-live="polite">
                {move || standing(grid)}
            </p>
            <p class="sub">
                {move || if is_needed.get() {
                    words::reason_needed(language)
                } else {
                    words::reason_not_needed(language)
                }}
            </p>
        </div>
    }
}

fn stop(timer: StoredValue<Option<TimeoutHandle>>) {
    if let Some(Some(running)) = timer.try_get_value() {
        running.clear();
    }
}

fn standing(grid: Grid) -> AnyView {
    let language = grid.language;
    let Some(row) = grid.follow_cursor_row() else {
        return ().into_any();
    };
    row.state.with(|state| {
        if let Some(trouble) = state.trouble(SheetColumn::Status) {
            let sentence = trouble.sentence.clone();
            return view! { <span class="error"><Icon name=IconName::Warning />{sentence}</span> }
                .into_any();
        }
        if state.typed_reason().is_some() {
            return words::reason_waiting(language).into_any();
        }
        if state.shown().reason.is_empty() {
            return ().into_any();
        }
        view! {
            <span class="sheet-saved"><Icon name=IconName::Check />{words::reason_saved(language)}</span>
        }
        .into_any()
    })
}
