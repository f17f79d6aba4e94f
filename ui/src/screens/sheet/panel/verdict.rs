//! What the centre ruled about the rating, above everything else that the panel knows.

use super::PanelContext;
use crate::components::{Icon, IconName};
use crate::format;
use crate::place::use_office;
use catalogue::page_sheet as words;
use leptos::prelude::*;

/// Who returned it, why, and what to do; or that it is final. Nothing while nothing was ruled.
#[component]
pub fn VerdictNote(context: PanelContext) -> impl IntoView {
    let grid = context.grid;
    let language = grid.language;
    let office = use_office();
    let verdict = Memo::new(move |_| {
        grid.follow_cursor_row()
            .and_then(|row| row.state.try_with(|state| state.shown().verdict.clone()))
            .flatten()
    });
    move || {
        // The row may be gone while somebody leaves the sheet.
        verdict.try_get().flatten().map(|verdict| {
            let at = format::short_moment(language, office.local(verdict.at), office.today());
            let (name, title, what) = if verdict.is_final {
                let title = words::final_by(language, &verdict.by, at);
                (IconName::Lock, title, words::final_do(language))
            } else {
                let title = words::returned_by(language, &verdict.by, at);
                (IconName::Undo, title, words::returned_do(language))
            };
            let reason = (!verdict.reason.is_empty()).then(|| {
                view! { <p class="sheet-verdict-reason">{verdict.reason.clone()}</p> }
            });
            view! {
                <div class="sheet-verdict" class:returned=!verdict.is_final role="note">
                    <Icon name />
                    <div>
                        <b>{title}</b>
                        {reason}
                        <p class="sub">{what}</p>
                    </div>
                </div>
            }
        })
    }
}
