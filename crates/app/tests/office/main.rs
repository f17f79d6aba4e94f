//! Use cases against a real encrypted place in a temporary folder, without a window.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops where its ground gives way"
)]

mod backup;
mod employees;
mod import;
mod import_laws;
mod import_posts;
mod import_units;
mod notes;
mod organisation;
mod people;
mod roster;
mod settings;
