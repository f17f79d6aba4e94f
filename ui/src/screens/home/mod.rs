//! Beranda: what is missing, whose turn it is, and Periksa & Kirim.

mod check;
mod greeting;
mod lines;
mod missing;
mod notes;
mod print;
mod reminder;
mod trend;
mod turns;
mod wording;

use crate::components::{
    ButtonKind, EmptyState, IconName, LinkButton, PageHead, Progress, QueryView,
};
use crate::format;
use crate::frame::use_home;
use crate::language::use_language;
use crate::place::{Office, use_office};
use crate::query::Query;
use crate::routes::{self, Screen};
use api::home::Home;
use catalogue::{Language, page_home as words};
use check::CheckScreen;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use missing::MissingList;
use notes::NewestNotes;
use print::PrintedList;
use reminder::Reminder;
use trend::Trend;
use turns::TurnsCard;

/// The address of Periksa & Kirim.
pub const CHECK: &str = "/?periksa=1";

/// Beranda; with `?periksa=1` the check before *Siap dikirim*.
#[component]
pub fn HomeScreen() -> impl IntoView {
    let address = use_query_map();
    let is_check = Memo::new(move |_| address.with(|address| address.get("periksa").is_some()));
    move || {
        if is_check.get() {
            view! { <CheckScreen /> }.into_any()
        } else {
            view! { <Overview /> }.into_any()
        }
    }
}

#[component]
fn Overview() -> impl IntoView {
    let language = use_language();
    let office = use_office();
    let home = use_home();
    let title = Signal::derive(move || {
        office.with_session(|it| greeting::greeting(language, it, office.zone()))
    });
    let sub = Signal::derive(move || sub(language, office, home));
    let go_on = Memo::new(move |_| home.with(|home| home.is_some_and(|home| home.complete > 0)));
    let has_people = move || office.with_session(|session| session.employees > 0);
    view! {
        <PageHead title sub>
            {move || has_people().then(|| view! {
                <LinkButton href=Screen::Reports.path() icon=IconName::FileOut>
                    {words::export(language)}
                </LinkButton>
                <LinkButton
                    href=Screen::Sheet.path()
                    kind=ButtonKind::Primary
                    icon=IconName::Grid
                >
                    {move || if go_on.get() { words::go_on(language) } else { words::begin(language) }}
                </LinkButton>
            })}
        </PageHead>
        {move || if has_people() {
            view! { <QueryView query=home show=move || content(home) /> }.into_any()
        } else {
            nobody_yet(language)
        }}
    }
}

fn sub(language: Language, office: Office, home: Query<Home>) -> String {
    let Some(place) = office.place() else {
        return String::new();
    };
    let period = format::period(language, place.period);
    home.with(|home| match home {
        None => period,
        Some(home) => {
            let day = format::weekday_date(language, home.deadline);
            let due = match home.days_left {
                0.. => words::due(language, day, format::days_left(language, home.days_left)),
                _ => words::due_over(language, day, home.days_left.unsigned_abs()),
            };
            format!("{} · {due}", words::sub(language, period, home.total))
        }
    })
}

fn content(home: Query<Home>) -> AnyView {
    let language = use_language();
    let total = Memo::new(move |_| home.with(|home| home.map_or(0, |home| home.total)));
    let complete = Memo::new(move |_| home.with(|home| home.map_or(0, |home| home.complete)));
    view! {
        {move || if total.get() == 0 {
            nobody_to_rate(language)
        } else {
            view! {
                <div class="two">
                    <section class="card home-missing" aria-labelledby="home-missing">
                        <header>
                            <h2 id="home-missing">{words::missing(language)}</h2>
                            <span class="sub">{words::missing_sub(language)}</span>
                            <span class="push sub">
                                <b>{move || words::done(language, complete.get(), total.get())}</b>
                                " " {words::done_word(language)}
                            </span>
                        </header>
                        <div class="home-progress">
                            <Progress done=complete total label=words::progress_name(language) />
                        </div>
                        <MissingList home />
                        <Reminder home />
                    </section>
                    <div class="stack">
                        <TurnsCard home />
                        <Trend home />
                        <NewestNotes home />
                    </div>
                </div>
                <PrintedList home />
            }
            .into_any()
        }}
    }
    .into_any()
}

fn nobody_yet(language: Language) -> AnyView {
    view! {
        <section class="card">
            <EmptyState
                icon=IconName::People
                title=words::empty_title(language)
                text=words::empty_text(language)
            >
                <LinkButton href=routes::IMPORT kind=ButtonKind::Primary icon=IconName::FileIn>
                    {words::empty_import(language)}
                </LinkButton>
                <LinkButton href=Screen::Employees.path() icon=IconName::Plus>
                    {words::empty_add(language)}
                </LinkButton>
            </EmptyState>
        </section>
    }
    .into_any()
}

fn nobody_to_rate(language: Language) -> AnyView {
    view! {
        <section class="card">
            <EmptyState
                icon=IconName::People
                title=words::nobody_title(language)
                text=words::nobody_text(language)
            >
                <LinkButton href=Screen::Employees.path()>{words::to_employees(language)}</LinkButton>
            </EmptyState>
        </section>
    }
    .into_any()
}
