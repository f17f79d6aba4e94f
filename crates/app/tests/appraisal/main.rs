//! Rating a unit and reporting it: the sheet, bulk, *Siap dikirim*, Beranda, the workbook.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what a builder of a test cannot build fails the test"
)]

mod bulk;
mod export;
mod finish;
mod home;
mod people;
mod period;
mod recap;
mod sheet;
