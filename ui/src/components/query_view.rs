//! What a query found: the answer, a quiet wait before the first one, and the sentence of a
//! refusal above what is still shown.

use super::RefusalBanner;
use crate::language::use_language;
use crate::query::Query;
use catalogue::common;
use leptos::prelude::*;

/// Shows a query. `show` is called once, when the first answer is there: read the query's later
/// answers inside with `query.get()` or `query.with(…)`, so that the screen is not built anew.
#[component]
pub fn QueryView<A>(
    /// The query.
    query: Query<A>,
    /// Draws the answer.
    #[prop(into)]
    show: ViewFn,
) -> impl IntoView
where
    A: Clone + Send + Sync + 'static,
{
    let there = Memo::new(move |_| query.with(|answer| answer.is_some()));
    let refusal = Signal::derive(move || query.refusal());
    waiting(there, refusal, Callback::from(move || query.again()), show)
}

fn waiting(
    there: Memo<bool>,
    refusal: Signal<Option<api::Refusal>>,
    again: Callback<()>,
    show: ViewFn,
) -> AnyView {
    let language = use_language();
    view! {
        <RefusalBanner refusal again />
        {move || {
            if there.get() {
                show.run()
            } else if refusal.with(Option::is_none) {
                view! { <p class="loading sub" role="status">{common::loading(language)}</p> }
                    .into_any()
            } else {
                ().into_any()
            }
        }}
    }
    .into_any()
}
