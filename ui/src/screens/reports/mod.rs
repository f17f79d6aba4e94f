//! Laporan: the BKN workbook, values to copy, counts.

mod copy_sheet;
mod more;
mod nobody;
mod preview;
mod recap;
mod saved;
mod workbook;

pub use copy_sheet::CopySheetScreen;
pub use recap::RecapScreen;

use crate::components::PageHead;
use crate::language::use_language;
use catalogue::page_reports as words;
use leptos::prelude::*;

/// The workbook, and links to the other reports.
#[component]
pub fn ReportsScreen() -> impl IntoView {
    let language = use_language();
    view! {
        <PageHead title=words::title(language) sub=words::sub(language) />
        <workbook::WorkbookCard />
        <more::MoreReports />
    }
}
