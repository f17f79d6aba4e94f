//! Use cases against a real encrypted place in a temporary folder, without a window.

mod employees;
mod import;
mod import_laws;
mod import_posts;
mod notes;
mod organisation;
mod people;
mod settings;
