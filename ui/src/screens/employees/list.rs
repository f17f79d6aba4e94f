//! The list of a unit, and adding somebody.

use super::add_person::AddPerson;
use super::appraiser_drawer::AppraiserDrawer;
use super::list_memory::{self, Left};
use super::list_table::{ListTable, return_to};
use super::selection::{Selection, posts};
use super::toolbar::{SelectionBar, Toolbar};
use crate::browser;
use crate::components::Button;
use crate::components::{ButtonKind, EmptyState, IconName, LinkButton, PageHead, QueryView};
use crate::effect::effect;
use crate::format;
use crate::language::use_language;
use crate::place::use_office;
use crate::query::{Query, use_query};
use crate::routes::IMPORT;
use api::employees::{EmployeeFilter, EmployeeLine, EmployeeList, ListEmployees};
use catalogue::page_employees as words;
use domain::{AssignmentId, EmployeeId};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use std::collections::BTreeSet;

/// The address of the form that adds somebody.
pub const ADD: &str = "/pegawai?tambah=1";

/// What the list's parts share. A copyable handle.
#[derive(Clone, Copy)]
pub struct List {
    /// The answer.
    pub answer: Query<EmployeeList>,
    /// The words that were asked for.
    pub query: RwSignal<String>,
    /// Which people.
    pub filter: RwSignal<EmployeeFilter>,
    /// The chosen rows.
    pub selection: RwSignal<Selection>,
    /// The row that the keys move.
    pub at: RwSignal<usize>,
    /// Whether the drawer that names an appraiser is open.
    pub naming: RwSignal<bool>,
    /// The name of the unit chosen above: it need not stand in every row.
    pub unit: Memo<String>,
}

impl List {
    /// How many rows there are.
    pub fn count(self) -> usize {
        self.answer
            .with(|list| list.map_or(0, |list| list.lines.len()))
    }

    /// How many people they are: who holds two posts has two rows.
    pub fn people(self) -> u32 {
        self.answer.with(|list| {
            let lines = list.map(|list| list.lines.as_slice()).unwrap_or_default();
            let people: BTreeSet<EmployeeId> = lines.iter().map(|line| line.employee).collect();
            u32::try_from(people.len()).unwrap_or(u32::MAX)
        })
    }

    /// A row.
    pub fn line(self, index: usize) -> Option<EmployeeLine> {
        self.answer.with(|list| list?.lines.get(index).cloned())
    }

    /// The post of every row.
    pub fn posts(self) -> Vec<Option<AssignmentId>> {
        self.answer
            .with(|list| list.map(|list| posts(&list.lines)).unwrap_or_default())
    }

    /// Keeps where one is, before a person is opened.
    pub fn leave(self, employee: EmployeeId) {
        list_memory::leave(Left {
            employee,
            query: self.query.get_untracked(),
            filter: self.filter.get_untracked(),
            scrolled: browser::first(".employees-card .rows").map_or(0, |rows| rows.scroll_top()),
        });
    }
}

/// The list, or the form that adds somebody when the address says so.
#[component]
pub fn EmployeesScreen() -> impl IntoView {
    let address = use_query_map();
    let adding = Memo::new(move |_| address.with(|address| address.get_str("tambah").is_some()));
    move || {
        if adding.get() {
            view! { <AddPerson /> }.into_any()
        } else {
            view! { <ListScreen /> }.into_any()
        }
    }
}

#[component]
fn ListScreen() -> impl IntoView {
    let language = use_language();
    let office = use_office();
    let left = list_memory::come_back();
    let wanted = use_query_map()
        .with_untracked(|address| address.get_str("saring").and_then(filter_of))
        .unwrap_or_default();
    let query = left
        .as_ref()
        .map(|left| left.query.clone())
        .unwrap_or_default();
    let query = RwSignal::new(query);
    let filter = RwSignal::new(left.as_ref().map_or(wanted, |left| left.filter));
    let answer = use_query(move || {
        office.place().map(|place| ListEmployees {
            unit: Some(place.unit),
            period: place.period,
            query: query.get(),
            filter: filter.get(),
        })
    });
    let list = List {
        answer,
        query,
        filter,
        selection: RwSignal::new(Selection::default()),
        at: RwSignal::new(0),
        naming: RwSignal::new(false),
        unit: Memo::new(move |_| office.unit().map(|unit| unit.name).unwrap_or_default()),
    };
    effect(move || {
        let posts = list.posts();
        list.at
            .update(|at| *at = (*at).min(posts.len().saturating_sub(1)));
        list.selection.update(|selection| selection.keep(&posts));
    });
    return_to(list, left);
    let sub = Signal::derive(move || {
        let period = office
            .place()
            .map(|place| format::period(language, place.period));
        let period = period.unwrap_or_default();
        let number = |count: u32| format::number(language, u64::from(count));
        let total = answer.with(|list| list.map_or(0, |list| list.total));
        let shown = list.people();
        let everybody = list.filter.get() == EmployeeFilter::Everybody;
        if shown == total || everybody {
            words::summary(language, number(total.max(shown)), period)
        } else {
            words::summary_shown(language, number(shown), number(total), period)
        }
    });
    view! {
        <PageHead title=catalogue::page_frame::employees(language) sub>
            <LinkButton href=ADD icon=IconName::Plus>{words::add(language)}</LinkButton>
            <LinkButton href=IMPORT icon=IconName::FileIn>{words::import(language)}</LinkButton>
        </PageHead>
        <QueryView query=answer show=move || view! { <People list /> }.into_any() />
        <AppraiserDrawer list />
    }
}

/// The card with the rows, or the first step while there is nobody at all.
#[component]
fn People(list: List) -> impl IntoView {
    let office = use_office();
    let nobody_yet = Memo::new(move |_| {
        office.with_session(|session| session.employees) == 0
            && list.count() == 0
            && list.query.with(String::is_empty)
    });
    move || {
        if nobody_yet.get() {
            view! { <Nobody /> }.into_any()
        } else {
            view! {
                <section class="card employees-card" aria-label=words::table(use_language())>
                    <Toolbar list />
                    <Found list />
                    <SelectionBar list />
                </section>
            }
            .into_any()
        }
    }
}

#[component]
fn Found(list: List) -> impl IntoView {
    let is_empty = Memo::new(move |_| list.count() == 0);
    move || {
        if is_empty.get() {
            view! { <NothingFound list /> }.into_any()
        } else {
            view! { <ListTable list /> }.into_any()
        }
    }
}

#[component]
fn Nobody() -> impl IntoView {
    let language = use_language();
    view! {
        <section class="card">
            <EmptyState
                icon=IconName::People
                title=words::empty_title(language)
                text=words::empty_text(language)
            >
                <LinkButton href=IMPORT kind=ButtonKind::Primary icon=IconName::FileIn>
                    {words::import(language)}
                </LinkButton>
                <LinkButton href=ADD icon=IconName::Plus>{words::add(language)}</LinkButton>
            </EmptyState>
        </section>
    }
}

/// Why the list is empty, and what to do about it.
#[component]
fn NothingFound(list: List) -> impl IntoView {
    let language = use_language();
    move || {
        let query = list.query.get();
        let text = match list.filter.get() {
            _ if !query.is_empty() => words::nothing_found_text(language, query),
            EmployeeFilter::Exempt => words::nobody_exempt(language).to_owned(),
            EmployeeFilter::WithoutAppraiser => {
                words::nobody_without_appraiser(language).to_owned()
            }
            EmployeeFilter::Active | EmployeeFilter::Everybody => {
                words::nobody_active(language).to_owned()
            }
        };
        view! {
            <div class="employees-nothing">
                <EmptyState
                    icon=IconName::Search
                    title=words::nothing_found_title(language)
                    text
                >
                    <Button on_press=move || {
                        list.query.set(String::new());
                        list.filter.set(EmployeeFilter::Everybody);
                    }>
                        {words::show_everybody(language)}
                    </Button>
                </EmptyState>
            </div>
        }
    }
}

/// The filter that an address names: other screens link to the people they speak of.
fn filter_of(name: &str) -> Option<EmployeeFilter> {
    match name {
        "pengecualian" => Some(EmployeeFilter::Exempt),
        "tanpa-penilai" => Some(EmployeeFilter::WithoutAppraiser),
        "semua" => Some(EmployeeFilter::Everybody),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_a_filter() {
        assert_eq!(
            filter_of("tanpa-penilai"),
            Some(EmployeeFilter::WithoutAppraiser)
        );
        assert_eq!(filter_of("aktif"), None, "the usual one needs no name");
    }
}
