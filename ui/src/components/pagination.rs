//! Leafing through a long list.

use super::{Icon, IconName};
use crate::language::use_language;
use catalogue::page_frame as words;
use leptos::prelude::*;

/// `1–50 dari 312` with buttons before and after. Nothing is shown when all fit on one page.
#[component]
pub fn Pagination(
    /// The first one shown, from nought.
    skip: RwSignal<u32>,
    /// So many are shown at once.
    take: u32,
    /// So many there are.
    #[prop(into)]
    total: Signal<u32>,
) -> impl IntoView {
    let language = use_language();
    let last = move || total.get().min(skip.get().saturating_add(take));
    let is_last = move || last() >= total.get();
    move || {
        (total.get() > take).then(|| {
            view! {
                <nav class="pagination" aria-label=words::page_after(language)>
                    <span class="sub">
                        {move || words::page_of(language, skip.get() + 1, last(), total.get())}
                    </span>
                    <button
                        type="button"
                        class="btn small icon-only"
                        aria-label=words::page_before(language)
                        disabled=move || skip.get() == 0
                        on:click=move |_| skip.update(|skip| *skip = skip.saturating_sub(take))
                    >
                        <Icon name=IconName::ChevronLeft />
                    </button>
                    <button
                        type="button"
                        class="btn small icon-only"
                        aria-label=words::page_after(language)
                        disabled=is_last
                        on:click=move |_| skip.update(|skip| *skip += take)
                    >
                        <Icon name=IconName::ChevronRight />
                    </button>
                </nav>
            }
        })
    }
}
