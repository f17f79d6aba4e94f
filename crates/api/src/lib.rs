//! The contract between the page and the program: the program's table of contents.
//!
//! Each command is written once, in [`OfficeRequest`] or, for the central office, in
//! [`CentralRequest`]: its name, its request and its answer. The page sends a [`Call`], the program answers with an [`Envelope`]. Reads say which [`Tag`]s their
//! answer depends on, writes say which they made stale, so the page never guesses what to fetch
//! again. No behaviour lives here.

pub mod central;
mod command;
pub mod error;
mod set;
pub mod tag;

pub mod backup;
pub mod employees;
pub mod home;
pub mod import;
pub mod notes;
pub mod organisation;
pub mod reports;
pub mod session;
pub mod settings;
pub mod sheet;
pub mod sync;
pub mod undo;

pub use central::CentralRequest;
pub use command::{Access, Call, Command, Envelope, OfficeRequest};
pub use error::{ErrorCode, Refusal};
pub use tag::Tag;
