//! Which part of the timeline is shown.

use crate::components::{ChoiceField, Icon, IconName, PersonChoice, PersonPicker};
use crate::format;
use crate::language::use_language;
use crate::place::use_office;
use api::notes::ListNotes;
use catalogue::{Language, common, page_notes as words};
use domain::{Period, UnitId};
use leptos::prelude::*;
use std::time::Duration;

/// The id of the field for words.
const FIND: &str = "notes-find";
/// Entries asked for at once.
pub const STEP: u32 = 50;
/// Somebody who types quickly asks once.
const PAUSE: Duration = Duration::from_millis(80);

/// The filter. A copyable handle.
#[derive(Clone, Copy)]
pub struct Filter {
    pub person: RwSignal<Option<PersonChoice>>,
    pub period: RwSignal<Option<Period>>,
    pub words: RwSignal<String>,
    pub limit: RwSignal<u32>,
}

impl Filter {
    /// Everything.
    pub fn new() -> Self {
        Self {
            person: RwSignal::new(None),
            period: RwSignal::new(None),
            words: RwSignal::new(String::new()),
            limit: RwSignal::new(STEP),
        }
    }

    /// The question about a unit's people.
    pub fn command(self, unit: UnitId) -> ListNotes {
        ListNotes {
            unit,
            employee: self.person.with(|person| person.as_ref()?.employee_id()),
            period: self.period.get(),
            query: self.words.get(),
            limit: self.limit.get(),
        }
    }

    /// Whether it lets everything through.
    pub fn is_open(self) -> bool {
        self.person.with(Option::is_none)
            && self.period.with(Option::is_none)
            && self.words.with(|words| words.trim().is_empty())
    }

    /// Lets everything through.
    pub fn clear(self) {
        self.person.set(None);
        self.period.set(None);
        self.words.set(String::new());
    }
}

/// The fields above the timeline.
#[component]
pub fn FilterBar(
    /// The filter.
    filter: Filter,
) -> impl IntoView {
    let language = use_language();
    let mut ask = debounce(PAUSE, move |text: String| filter.words.set(text));
    view! {
        <div class="notes-filter" role="search" aria-label=words::filter(language)>
            <div class="field">
            <label for=FIND>{common::search(language)}</label>
            <div class="notes-find">
                <Icon name=IconName::Search />
                <input
                    class="input"
                    type="text"
                    id=FIND
                    placeholder=words::filter_words(language)
                    autocomplete="off"
                    spellcheck="false"
                    prop:value=move || filter.words.get()
                    on:input=move |event| ask(event_target_value(&event))
                />
            </div>
            </div>
            <PersonPicker label=words::filter_person(language) value=filter.person />
            <ChoiceField
                label=words::filter_period(language)
                options=periods(language)
                value=filter.period
            />
            {move || (!filter.is_open()).then(|| view! {
                <button type="button" class="link" on:click=move |_| filter.clear()>
                    {words::filter_clear(language)}
                </button>
            })}
        </div>
    }
}

fn periods(language: Language) -> Vec<(Option<Period>, String)> {
    let mut periods = vec![(None, words::filter_period_all(language).to_owned())];
    if let Some(unit) = untrack(|| use_office().unit()) {
        periods.extend(
            unit.periods
                .into_iter()
                .map(|it| (Some(it), format::period(language, it))),
        );
    }
    periods
}
