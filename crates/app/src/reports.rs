//! Laporan: the BKN workbook, the copy sheet, the recap. Exporting is never refused for what is
//! missing: the workbook carries the ratings as they are now.

mod copy_sheet;
mod head;
mod left_out;
mod lines;
mod preview;
mod recap;
mod signature;
mod workbook;

pub(crate) use copy_sheet::get_copy_sheet;
pub(crate) use preview::preview_export;
pub(crate) use recap::get_recap;
pub(crate) use workbook::export;
pub use workbook::{Exported, export_to};

use domain::{Period, UnitId};

/// What is reported: one unit, or every unit, in one period.
#[derive(Clone, Copy, Debug)]
struct Scope {
    unit: Option<UnitId>,
    period: Period,
}
