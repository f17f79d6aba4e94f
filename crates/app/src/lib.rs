//! Use cases, one module per feature, over one [`Host`].
//!
//! [`Office::call`] is the only door: the window, the browser on loopback and the terminal all come
//! through it. A handler reads like a sentence: permission, all problems at once, then
//! [`Desk::transact`], which writes projection, journal, record, undo step and stale tags in one
//! transaction.

pub mod backup;
mod desk;
mod dispatch;
pub mod employees;
mod form;
mod heads;
pub mod home;
mod host;
pub mod import;
pub mod notes;
mod office;
mod operation;
pub mod organisation;
mod people;
mod place;
pub mod practice;
pub mod reports;
mod roster;
mod rules;
mod saved;
pub mod sending;
pub mod session;
pub mod settings;
pub mod sheet;
mod system_host;
mod target;
mod trouble;
mod undo;
mod uploads;

pub use desk::Desk;
pub use host::{Host, HostPlaces, SaveRequest};
pub use office::{News, Office};
pub use operation::Operation;
pub use place::PlaceKind;
pub use system_host::{SystemHost, default_places, now, random};
pub use trouble::Trouble;
