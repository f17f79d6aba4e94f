//! What stands around every screen: navigation, top bar, status bar, keys, messages.

mod arrival;
mod centre_part;
mod key_map;
mod keys;
mod nav;
mod note_draft;
mod palette;
mod practice;
mod quick_note;
mod status_bar;
mod toast_bar;
mod top_bar;
mod user_menu;

pub use arrival::{SkipLink, attend as attend_to_arrivals};
pub use nav::Mark;
pub use quick_note::{source_name, sources};
pub use toast_bar::ToastBar;

use key_map::KeyMap;
use nav::Navigation;
use palette::Palette;
use practice::PracticeBanner;
use quick_note::QuickNote;
use status_bar::StatusBar;
use top_bar::TopBar;

use crate::components::{Banner, BannerKind, LinkButton, PersonChoice};
use crate::language::use_language;
use crate::place::use_office;
use crate::query::{Query, use_query};
use crate::routes::Screen;
use crate::screens;
use crate::screens::on_demand::{self, OnDemand};
use api::home::{GetHome, Home};
use api::session::{GetStatus, Status};
use catalogue::page_frame as words;
use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route};
use leptos_router::hooks::use_location;
use leptos_router::path;

/// What the frame opens from anywhere. A copyable handle, from [`use_openings`].
#[derive(Clone, Copy, Debug)]
pub struct Openings {
    /// Ctrl+K.
    pub palette: RwSignal<bool>,
    /// Ctrl+J.
    pub quick_note: RwSignal<bool>,
    /// `?`.
    pub key_map: RwSignal<bool>,
    /// Whom the screen is at, if it is at somebody: Ctrl+J offers that person.
    pub at_hand: StoredValue<Option<AtHand>>,
}

/// Asked when Ctrl+J is pressed, so that a screen has nothing to do while the cursor moves.
pub type AtHand = Callback<(), Option<PersonChoice>>;

/// The palette, the quick note and the list of keys.
#[must_use]
pub fn use_openings() -> Openings {
    expect_context()
}

/// Beranda's numbers, asked once for the navigation's counts and for Beranda itself.
#[must_use]
pub fn use_home() -> Query<Home> {
    expect_context()
}

/// The truth about the data, asked regularly for the status bar and for whoever needs it.
#[must_use]
pub fn use_status() -> Query<Status> {
    expect_context()
}

/// The frame with the routes inside.
#[component]
pub fn Frame() -> impl IntoView {
    let office = use_office();
    let openings = Openings {
        palette: RwSignal::new(false),
        quick_note: RwSignal::new(false),
        key_map: RwSignal::new(false),
        at_hand: StoredValue::new(None),
    };
    provide_context(openings);
    let home = use_query(move || {
        office.place().map(|place| GetHome {
            unit: place.unit,
            period: place.period,
            appraiser: place.appraiser,
        })
    });
    provide_context(home);
    let status = use_query(move || {
        let place = office.place();
        Some(GetStatus {
            unit: place.as_ref().map(|place| place.unit),
            period: place.map(|place| place.period),
        })
    });
    provide_context(status);
    keys::listen(openings);
    arrival::attend();
    // Beranda goes first; the file of the other screens follows when there is something to look at.
    Effect::new(move |is_read: Option<bool>| {
        let is_read = is_read.unwrap_or_default();
        let is_shown = office.place().is_none()
            || home.with(|home| home.is_some())
            || home.refusal().is_some();
        if is_shown && !is_read {
            on_demand::read_after_paint();
        }
        is_shown || is_read
    });
    view! {
        <SkipLink />
        <div class="app">
            <Navigation />
            <TopBar />
            <PracticeBanner />
            <main class="main" id="main" tabindex="-1" data-keep-scroll="">
                <NoUnit />
                <Screens />
            </main>
            <QuickNote open=openings.quick_note />
            <StatusBar />
        </div>
        <ToastBar />
        <Palette open=openings.palette />
        <KeyMap open=openings.key_map />
    }
}

#[component]
fn NoUnit() -> impl IntoView {
    let language = use_language();
    let office = use_office();
    move || {
        office.place().is_none().then(|| {
            view! {
                <Banner kind=BannerKind::Attention text=words::no_unit_text(language)>
                    <LinkButton href=Screen::Settings.path()>
                        {words::settings(language)}
                    </LinkButton>
                </Banner>
            }
        })
    }
}

/// The screen that the address names. The router shows its first screen at once or not at all, so
/// a page that is opened elsewhere than on Beranda waits for the file with that screen.
#[component]
fn Screens() -> impl IntoView {
    let starts_at_home = use_location()
        .pathname
        .with_untracked(|path| path == Screen::Home.path());
    let is_ready = RwSignal::new(starts_at_home);
    if !starts_at_home {
        on_demand::read_then(move || {
            // Refused: the frame was built anew meanwhile.
            let _gone = is_ready.try_set(true);
        });
    }
    move || is_ready.get().then(|| view! { <Routes /> })
}

#[component]
fn Routes() -> impl IntoView {
    view! {
        <FlatRoutes fallback=|| view! { <screens::not_found::NotFoundScreen /> }.into_any()>
            <Route path=path!("/") view=|| view! { <screens::home::HomeScreen /> }.into_any() />
            <Route path=path!("/pegawai") view=OnDemand::Employees />
            <Route path=path!("/pegawai/impor") view=OnDemand::Import />
            <Route path=path!("/pegawai/:id") view=OnDemand::Employee />
            <Route path=path!("/catatan") view=OnDemand::Notes />
            <Route path=path!("/penilaian") view=OnDemand::Sheet />
            <Route path=path!("/penilaian/unit") view=OnDemand::Organisation />
            <Route path=path!("/laporan") view=OnDemand::Reports />
            <Route path=path!("/laporan/salin") view=OnDemand::CopySheet />
            <Route path=path!("/laporan/rekap") view=OnDemand::Recap />
            <Route path=path!("/sinkron") view=OnDemand::Sync />
            <Route path=path!("/cadangan") view=OnDemand::Backups />
            <Route path=path!("/pengaturan") view=OnDemand::Settings />
            <Route path=path!("/bantuan/:page") view=OnDemand::Help />
        </FlatRoutes>
    }
}
