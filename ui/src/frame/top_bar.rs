//! Unit, period, search, and who is working.

use super::use_openings;
use super::user_menu::UserMenu;
use crate::components::{Choice, Icon, IconName, Keys};
use crate::format;
use crate::language::use_language;
use crate::place::use_office;
use catalogue::page_frame as words;
use leptos::prelude::*;

/// The bar at the top.
#[component]
pub fn TopBar() -> impl IntoView {
    let language = use_language();
    let office = use_office();
    let openings = use_openings();
    let units = Signal::derive(move || {
        office.with_session(|session| {
            session
                .units
                .iter()
                .map(|unit| Choice::new(unit.id.to_string(), unit.name.clone()))
                .collect::<Vec<_>>()
        })
    });
    let periods = Signal::derive(move || {
        let unit = office.unit();
        unit.map(|unit| unit.periods)
            .unwrap_or_default()
            .into_iter()
            .map(|period| Choice::new(period.to_string(), format::period(language, period)))
            .collect::<Vec<_>>()
    });
    let unit = Signal::derive(move || {
        office
            .place()
            .map(|place| place.unit.to_string())
            .unwrap_or_default()
    });
    let period = Signal::derive(move || {
        office
            .place()
            .map(|place| place.period.to_string())
            .unwrap_or_default()
    });
    view! {
        <header class="top">
            <BarSelect
                label=words::unit(language)
                class="select unit"
                value=unit
                choices=units
                on_choose=move |value: String| {
                    if let Ok(unit) = value.parse() {
                        office.choose_unit(unit);
                    }
                }
            />
            <BarSelect
                label=words::period(language)
                class="select"
                value=period
                choices=periods
                on_choose=move |value: String| {
                    if let Ok(period) = value.parse() {
                        office.choose_period(period);
                    }
                }
            />
            <button
                type="button"
                class="search"
                aria-keyshortcuts="Control+K"
                aria-haspopup="dialog"
                on:click=move |_| openings.palette.set(true)
            >
                <Icon name=IconName::Search />
                <span>{words::search_all(language)}</span>
                <Keys of="Ctrl+K" />
            </button>
            <UserMenu />
        </header>
    }
}

#[component]
fn BarSelect(
    label: &'static str,
    class: &'static str,
    value: Signal<String>,
    choices: Signal<Vec<Choice>>,
    #[prop(into)] on_choose: Callback<(String,)>,
) -> impl IntoView {
    view! {
        <span class=class>
            <select
                aria-label=label
                title=move || label_of(choices, value)
                on:change=move |event| on_choose.run((event_target_value(&event),))
            >
                {move || crate::components::options(choices.get(), value)}
            </select>
            <Icon name=IconName::ChevronDown />
        </span>
    }
}

/// The whole name: a narrow bar shows its beginning only.
fn label_of(choices: Signal<Vec<Choice>>, value: Signal<String>) -> String {
    let value = value.get();
    choices.with(|choices| {
        choices
            .iter()
            .find(|choice| choice.value == value)
            .map(|choice| choice.label.clone())
            .unwrap_or_default()
    })
}
