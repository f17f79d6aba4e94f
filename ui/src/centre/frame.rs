//! What stands around every screen of the centre.

use super::access::use_access;
use super::carried::carry;
use super::help::Help;
use super::lapse::Lapse;
use super::nav::Navigation;
use super::routes::Screen;
use super::user_menu::UserMenu;
use super::{
    arrivals, audit, export, held, joining, master, periods, person, results, rules, staff, units,
    weeks,
};
use crate::backend::use_backend;
use crate::components::{EmptyState, Icon, IconName, LinkButton, PageHead, options};
use crate::format;
use crate::frame::{SkipLink, ToastBar, attend_to_arrivals};
use crate::language::use_language;
use api::central::session::StaffSession;
use catalogue::{centre_frame as words, page_frame};
use domain::{Period, Rhythm};
use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route};
use leptos_router::hooks::use_navigate;
use leptos_router::path;

/// The frame with the routes inside.
#[component]
pub fn CentreFrame(
    /// Somebody came in, again.
    entered: Callback<StaffSession>,
) -> impl IntoView {
    attend_to_arrivals();
    view! {
        <SkipLink />
        <div class="app centre">
            <Navigation />
            <TopBar />
            <main class="main" id="main" tabindex="-1" data-keep-scroll="">
                <Lapse entered />
                <Routes />
            </main>
            <StatusBar />
        </div>
        <ToastBar />
    }
}

#[component]
fn Routes() -> impl IntoView {
    view! {
        <FlatRoutes fallback=not_found>
            <Route path=path!("/") view=|| view! { <arrivals::CompletenessScreen /> }.into_any() />
            <Route
                path=path!("/kantor/:office")
                view=|| view! { <weeks::OfficeWeeksScreen /> }.into_any()
            />
            <Route path=path!("/hasil") view=|| view! { <results::ResultsScreen /> }.into_any() />
            <Route
                path=path!("/hasil/:office")
                view=|| view! { <results::OfficeResultsScreen /> }.into_any()
            />
            <Route
                path=path!("/hasil/:office/:employee")
                view=|| view! { <results::PersonResultsScreen /> }.into_any()
            />
            <Route path=path!("/induk") view=|| view! { <master::MasterScreen /> }.into_any() />
            <Route
                path=path!("/induk/:office")
                view=|| view! { <units::UnitsScreen /> }.into_any()
            />
            <Route
                path=path!("/induk/:office/:employee")
                view=|| view! { <person::PersonScreen /> }.into_any()
            />
            <Route path=path!("/periode") view=|| view! { <periods::PeriodsScreen /> }.into_any() />
            <Route
                path=path!("/periode/:period")
                view=|| view! { <periods::PeriodScreen /> }.into_any()
            />
            <Route
                path=path!("/aturan")
                view=|| for_role(Screen::Rules, || view! { <rules::RulesScreen /> }.into_any())
            />
            <Route
                path=path!("/gabung")
                view=|| for_role(Screen::Joining, || {
                    view! { <joining::JoiningScreen /> }.into_any()
                })
            />
            <Route path=path!("/tertahan") view=|| view! { <held::HeldScreen /> }.into_any() />
            <Route
                path=path!("/ekspor")
                view=|| for_role(Screen::Export, || view! { <export::ExportScreen /> }.into_any())
            />
            <Route
                path=path!("/jejak")
                view=|| for_role(Screen::Audit, || view! { <audit::AuditScreen /> }.into_any())
            />
            <Route
                path=path!("/petugas")
                view=|| for_role(Screen::Staff, || view! { <staff::StaffScreen /> }.into_any())
            />
        </FlatRoutes>
    }
}

/// An address that is none.
fn not_found() -> AnyView {
    let language = use_language();
    view! {
        <PageHead title=page_frame::not_found_title(language) />
        <section class="card">
            <EmptyState
                icon=IconName::Search
                title=page_frame::not_found_title(language)
                text=words::not_found_text(language)
            >
                <LinkButton href=Screen::Completeness.path()>
                    {words::completeness(language)}
                </LinkButton>
            </EmptyState>
        </section>
    }
    .into_any()
}

/// A screen, or the sentence for whose role does not open it. The server refuses all the same.
fn for_role(screen: Screen, show: impl FnOnce() -> AnyView) -> AnyView {
    if use_access().may(screen.needs()) {
        return show();
    }
    let language = use_language();
    view! {
        <PageHead title=screen.title(language) />
        <section class="card">
            <EmptyState
                icon=IconName::Lock
                title=words::not_for_you_title(language)
                text=words::not_for_you_text(language)
            />
        </section>
    }
    .into_any()
}

/// The period, a way to a person, and who is signed in.
#[component]
fn TopBar() -> impl IntoView {
    let language = use_language();
    let access = use_access();
    let navigate = StoredValue::new_local(use_navigate());
    let text = RwSignal::new(String::new());
    carry("search", text);
    let choices: Vec<_> = recent_periods(access.today())
        .into_iter()
        .map(|it| crate::components::Choice::new(it.to_string(), format::period(language, it)))
        .collect();
    let value = Signal::derive(move || access.period().to_string());
    view! {
        <header class="top">
            <span class="select">
                <select
                    aria-label=page_frame::period(language)
                    on:change=move |event| {
                        if let Ok(period) = event_target_value(&event).parse() {
                            access.choose_period(period);
                        }
                    }
                >
                    {options(choices, value)}
                </select>
                <Icon name=IconName::ChevronDown />
            </span>
            <form
                class="centre-find"
                role="search"
                on:submit=move |event| {
                    event.prevent_default();
                    let wanted = text.get_untracked();
                    let wanted = String::from(js_sys::encode_uri_component(wanted.trim()));
                    navigate.with_value(|go| {
                        go(&format!("{}?cari={wanted}", Screen::Master.path()), Default::default());
                    });
                }
            >
                <Icon name=IconName::Search />
                <input
                    class="input"
                    type="search"
                    aria-label=words::find_person(language)
                    placeholder=words::find_person(language)
                    prop:value=move || text.get()
                    on:input=move |event| text.set(event_target_value(&event))
                />
            </form>
            <Help />
            <UserMenu />
        </header>
    }
}

/// The newest periods, of both rhythms, newest first.
fn recent_periods(today: chrono::NaiveDate) -> Vec<Period> {
    let mut periods = Vec::new();
    let mut day = today;
    for _ in 0..12 {
        let month = Period::containing(day, Rhythm::Monthly);
        let quarter = Period::containing(day, Rhythm::Quarterly);
        periods.push(month);
        if quarter.first_day() == month.first_day() {
            periods.push(quarter);
        }
        day = month.first_day().pred_opt().unwrap_or(day);
    }
    periods
}

#[component]
fn StatusBar() -> impl IntoView {
    let language = use_language();
    let access = use_access();
    let backend = use_backend();
    let is_fine = move || !backend.is_away() && !access.is_over();
    let role = untrack(|| access.person()).map_or("", |person| person.role.name());
    view! {
        <footer class="status">
            <span>
                <i class=move || if is_fine() { "dot" } else { "dot attention" } />
                {move || if backend.is_away() {
                    words::away(language)
                } else if access.is_over() {
                    words::session_over(language)
                } else {
                    words::connected(language)
                }}
            </span>
            <span class="sep" />
            <span>{words::signed_in_as(language, role)}</span>
            <span class="sep" />
            <span>{words::session_ends(language)}</span>
            <span class="push">{words::version(language, access.version())}</span>
        </footer>
    }
}
