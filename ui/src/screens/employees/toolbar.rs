//! Above the rows: search and filter. Below them: what is chosen and what can be done with it.

use super::list::List;
use super::selection::Selection;
use crate::browser;
use crate::components::{Button, ButtonKind, Choice, Icon, IconName, RadioGroup};
use crate::format;
use crate::language::use_language;
use api::employees::EmployeeFilter;
use catalogue::{Language, page_employees as words};
use leptos::html;
use leptos::prelude::*;
use std::time::Duration;

/// Somebody who types quickly asks once.
const PAUSE: Duration = Duration::from_millis(80);

/// Search and filter.
#[component]
pub fn Toolbar(
    /// The list.
    list: List,
) -> impl IntoView {
    let language = use_language();
    let filter = Signal::derive(move || key_of(list.filter.get()).to_owned());
    view! {
        <div class="employees-toolbar">
            <Search list />
            <RadioGroup
                label=words::filter(language)
                value=filter
                choices=choices(language)
                on_choose=move |key: String| list.filter.set(of_key(&key))
            />
            <p class="sub employees-keys">{words::keys_hint(language)}</p>
        </div>
    }
}

#[component]
fn Search(list: List) -> impl IntoView {
    let language = use_language();
    let node = NodeRef::<html::Input>::new();
    let mut ask = debounce(PAUSE, move |text: String| list.query.set(text));
    let clear = move || {
        list.query.set(String::new());
        if let Some(input) = node.get_untracked() {
            // The field may hold more than was asked for yet.
            input.set_value("");
            let _detached = input.focus();
        }
    };
    view! {
        <div class="employees-search" role="search">
            <Icon name=IconName::Search />
            <input
                type="text"
                node_ref=node
                class="input"
                aria-label=words::find(language)
                placeholder=words::find(language)
                autocomplete="off"
                spellcheck="false"
                prop:value=move || list.query.get()
                on:input=move |event| ask(event_target_value(&event))
                on:keydown=move |event| match event.key().as_str() {
                    "ArrowDown" => {
                        event.prevent_default();
                        if let Some(row) = browser::first(".employees-card [data-row] a") {
                            let _detached = row.focus();
                        }
                    }
                    "Escape" => {
                        event.prevent_default();
                        clear();
                    }
                    _ => {}
                }
            />
            {move || list.query.with(|query| !query.is_empty()).then(|| view! {
                <button
                    type="button"
                    class="btn small quiet icon-only"
                    aria-label=words::clear_search(language)
                    title=words::clear_search(language)
                    on:click=move |_| clear()
                >
                    <Icon name=IconName::Close />
                </button>
            })}
        </div>
    }
}

/// How many are chosen, and naming their appraiser.
#[component]
pub fn SelectionBar(
    /// The list.
    list: List,
) -> impl IntoView {
    let language = use_language();
    let count = Memo::new(move |_| list.selection.with(Selection::len) as u64);
    move || {
        (count.get() > 0).then(|| {
            view! {
                <div class="employees-bar">
                    <b role="status">
                        {move || words::selected(language, format::number(language, count.get()))}
                    </b>
                    <Button
                        kind=ButtonKind::SmallPrimary
                        icon=IconName::Person
                        on_press=move || list.naming.set(true)
                    >
                        {words::set_appraiser(language)}
                    </Button>
                    <Button
                        kind=ButtonKind::SmallQuiet
                        on_press=move || list.selection.update(Selection::clear)
                    >
                        {words::select_none(language)}
                    </Button>
                </div>
            }
        })
    }
}

const FILTERS: [EmployeeFilter; 4] = [
    EmployeeFilter::Active,
    EmployeeFilter::Exempt,
    EmployeeFilter::WithoutAppraiser,
    EmployeeFilter::Everybody,
];

fn choices(language: Language) -> Vec<Choice> {
    FILTERS
        .into_iter()
        .map(|filter| Choice::new(key_of(filter), name(language, filter)))
        .collect()
}

const fn name(language: Language, filter: EmployeeFilter) -> &'static str {
    match filter {
        EmployeeFilter::Active => words::filter_active(language),
        EmployeeFilter::Exempt => words::filter_exempt(language),
        EmployeeFilter::WithoutAppraiser => words::filter_without_appraiser(language),
        EmployeeFilter::Everybody => words::filter_everybody(language),
    }
}

const fn key_of(filter: EmployeeFilter) -> &'static str {
    match filter {
        EmployeeFilter::Active => "active",
        EmployeeFilter::Exempt => "exempt",
        EmployeeFilter::WithoutAppraiser => "without-appraiser",
        EmployeeFilter::Everybody => "everybody",
    }
}

fn of_key(key: &str) -> EmployeeFilter {
    FILTERS
        .into_iter()
        .find(|filter| key_of(*filter) == key)
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_filter_is_found_by_its_key() {
        for filter in FILTERS {
            assert_eq!(of_key(key_of(filter)), filter);
        }
    }
}
