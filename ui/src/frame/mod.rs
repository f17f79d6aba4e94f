//! What stands around every screen: navigation, top bar, status bar, keys, messages.

mod arrival;
mod key_map;
mod keys;
mod nav;
mod palette;
mod practice;
mod quick_note;
mod status_bar;
mod toast_bar;
mod top_bar;
mod user_menu;

pub use nav::Mark;
pub use quick_note::{source_name, sources};
pub use toast_bar::ToastBar;

use arrival::SkipLink;
use key_map::KeyMap;
use nav::Navigation;
use palette::Palette;
use practice::PracticeBanner;
use quick_note::QuickNote;
use status_bar::StatusBar;
use top_bar::TopBar;

use crate::components::{Banner, BannerKind, LinkButton};
use crate::language::use_language;
use crate::place::use_office;
use crate::query::{Query, use_query};
use crate::routes::Screen;
use crate::screens;
use api::home::{GetHome, Home};
use catalogue::page_frame as words;
use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route};
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
}

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

/// The frame with the routes inside.
#[component]
pub fn Frame() -> impl IntoView {
    let office = use_office();
    let openings = Openings {
        palette: RwSignal::new(false),
        quick_note: RwSignal::new(false),
        key_map: RwSignal::new(false),
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
    keys::listen(openings);
    arrival::attend();
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

#[component]
fn Screens() -> impl IntoView {
    view! {
        <FlatRoutes fallback=|| view! { <screens::not_found::NotFoundScreen /> }.into_any()>
            <Route path=path!("/") view=|| view! { <screens::home::HomeScreen /> }.into_any() />
            <Route
                path=path!("/pegawai")
                view=|| view! { <screens::employees::EmployeesScreen /> }.into_any()
            />
            <Route
                path=path!("/pegawai/impor")
                view=|| view! { <screens::employees::ImportScreen /> }.into_any()
            />
            <Route
                path=path!("/pegawai/:id")
                view=|| view! { <screens::employees::EmployeeScreen /> }.into_any()
            />
            <Route
                path=path!("/catatan")
                view=|| view! { <screens::notes::NotesScreen /> }.into_any()
            />
            <Route
                path=path!("/penilaian")
                view=|| view! { <screens::sheet::SheetScreen /> }.into_any()
            />
            <Route
                path=path!("/penilaian/unit")
                view=|| view! { <screens::organisation::OrganisationScreen /> }.into_any()
            />
            <Route
                path=path!("/laporan")
                view=|| view! { <screens::reports::ReportsScreen /> }.into_any()
            />
            <Route
                path=path!("/laporan/salin")
                view=|| view! { <screens::reports::CopySheetScreen /> }.into_any()
            />
            <Route
                path=path!("/laporan/rekap")
                view=|| view! { <screens::reports::RecapScreen /> }.into_any()
            />
            <Route
                path=path!("/cadangan")
                view=|| view! { <screens::backups::BackupsScreen /> }.into_any()
            />
            <Route
                path=path!("/pengaturan")
                view=|| view! { <screens::settings::SettingsScreen /> }.into_any()
            />
            <Route
                path=path!("/bantuan/:page")
                view=|| view! { <screens::help::HelpScreen /> }.into_any()
            />
        </FlatRoutes>
    }
}
