//! What changed this person, newest first, in sentences.

use super::words as names;
use crate::components::Card;
use crate::format;
use crate::language::use_language;
use crate::place::use_office;
use crate::query::Query;
use api::employees::EmployeeDetail;
use catalogue::page_employee as words;
use leptos::prelude::*;

/// Lines shown before somebody asks for all.
const SHOWN: usize = 6;

/// The card.
#[component]
pub fn Changes(
    /// The person.
    detail: Query<EmployeeDetail>,
) -> impl IntoView {
    let language = use_language();
    let office = use_office();
    let changes = Memo::new(move |_| {
        detail.with(|detail| detail.map(|it| it.changes.clone()).unwrap_or_default())
    });
    let all = RwSignal::new(false);
    let shown = move || {
        let take = if all.get() { usize::MAX } else { SHOWN };
        let changes = changes.get();
        let lines = changes.into_iter().take(take).map(|change| {
            let moment = format::moment(language, office.local(change.at));
            let by = match change.actor.as_str() {
                "" => moment,
                actor => words::changed_by(language, moment, actor),
            };
            view! { <li><span>{names::act(language, &change.act)}</span><small>{by}</small></li> }
        });
        lines.collect::<Vec<_>>()
    };
    let more = move || {
        let count = changes.with(Vec::len);
        (count > SHOWN && !all.get()).then(|| {
            view! {
                <button type="button" class="link" on:click=move |_| all.set(true)>
                    {words::history_all(language, count)}
                </button>
            }
        })
    };
    view! {
        <Card title=words::changes(language)>
            <div class="card-body">
                {move || changes.with(Vec::is_empty).then(|| view! {
                    <p class="sub">{words::changes_none(language)}</p>
                })}
                <ol class="employee-changes">{shown}</ol>
                {more}
            </div>
        </Card>
    }
}
