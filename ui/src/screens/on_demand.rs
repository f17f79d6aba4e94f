//! The screens that stand in a wasm file of their own.
//!
//! The window opens on Beranda, and the other screens weigh more than all that Beranda needs. So
//! `cargo xtask ui` cuts the page at `view`: whatever only that function reaches is written to a
//! second file. It is read once Beranda has been drawn, so that a click finds it there.

use super::{backups, employees, help, notes, organisation, reports, settings, sheet, sync};
use crate::browser;
use crate::components::{Banner, BannerKind};
use crate::language::use_language;
use catalogue::page_frame as words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use leptos_router::ChooseView;

/// A screen of the second file, as a route names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnDemand {
    /// Pegawai, the list.
    Employees,
    /// The import of an employee list.
    Import,
    /// One person.
    Employee,
    /// Catatan & Bukti.
    Notes,
    /// Lembar Penilaian.
    Sheet,
    /// Kinerja Unit.
    Organisation,
    /// Laporan.
    Reports,
    /// Values in the order of the BKN screens.
    CopySheet,
    /// Counts per predikat.
    Recap,
    /// Sinkron & Cadangan, where sending stands.
    Sync,
    /// Cadangan.
    Backups,
    /// Pengaturan.
    Settings,
    /// A help page.
    Help,
}

impl ChooseView for OnDemand {
    async fn choose(self) -> AnyView {
        view(self).await.unwrap_or_else(|_| unread())
    }

    async fn preload(&self) {}
}

/// Reads the second file when what is on the screen now has been drawn.
pub fn read_after_paint() {
    browser::after_paint(|| read_then(|| ()));
}

/// Reads the second file and goes on, at once when it was read before.
pub fn read_then(action: impl FnOnce() + 'static) {
    spawn_local(async {
        // Refused: the screen that is to be shown tries again, and says so when that fails too.
        let _refused = read().await;
        action();
    });
}

/// Where the page is cut.
#[wasm_split(
    screens,
    wasm_split_path = leptos::wasm_split,
    preload(
        /// Reads the second file.
        read
    ),
    fallible
)]
fn view(screen: OnDemand) -> Result<AnyView, SplitLoaderError> {
    Ok(match screen {
        OnDemand::Employees => view! { <employees::EmployeesScreen /> }.into_any(),
        OnDemand::Import => view! { <employees::ImportScreen /> }.into_any(),
        OnDemand::Employee => view! { <employees::EmployeeScreen /> }.into_any(),
        OnDemand::Notes => view! { <notes::NotesScreen /> }.into_any(),
        OnDemand::Sheet => view! { <sheet::SheetScreen /> }.into_any(),
        OnDemand::Organisation => view! { <organisation::OrganisationScreen /> }.into_any(),
        OnDemand::Reports => view! { <reports::ReportsScreen /> }.into_any(),
        OnDemand::CopySheet => view! { <reports::CopySheetScreen /> }.into_any(),
        OnDemand::Recap => view! { <reports::RecapScreen /> }.into_any(),
        OnDemand::Sync => view! { <sync::SyncScreen /> }.into_any(),
        OnDemand::Backups => view! { <backups::BackupsScreen /> }.into_any(),
        OnDemand::Settings => view! { <settings::SettingsScreen /> }.into_any(),
        OnDemand::Help => view! { <help::HelpScreen /> }.into_any(),
    })
}

fn unread() -> AnyView {
    let language = use_language();
    view! { <Banner kind=BannerKind::Attention text=words::screen_unread(language) /> }.into_any()
}
