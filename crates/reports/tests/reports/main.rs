//! Lists in, workbooks out: real files, read back by another reader.
#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "what fails here fails the test"
)]

mod bkn;
mod damaged_files;
mod excel;
mod files;
mod people;
mod problem_rows;
mod recap;
mod siasn;
mod support;
mod text_files;
mod verdicts;
