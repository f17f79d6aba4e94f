//! Tests of the domain, one module per module of `src`.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "what a builder of a test cannot build fails the test"
)]

mod angka_kredit;
mod assignment;
mod calendar;
mod capaian;
mod cases;
mod deadline;
mod document;
mod employee;
mod exception;
mod golongan;
mod jabatan;
mod missing;
mod nine_box;
mod nip;
mod organisation;
mod pattern;
mod period;
mod pp30;
mod predikat;
mod rules;
mod rules_book;
mod rules_columns;
mod sample_size;
mod satisfaction;
mod suggestion;
mod unit;
