//! The office in types and rules.
//!
//! Everything here is pure: no clock, no random source, no IO, no floats, no texts for users.
//! The crate builds for wasm, so that the page checks with the very code that the store trusts.

pub mod angka_kredit;
pub mod assignment;
pub mod behaviour;
pub mod calendar;
pub mod capaian;
pub mod deadline;
pub mod document;
pub mod employee;
pub mod evaluation;
pub mod evidence;
pub mod exception;
pub mod golongan;
pub mod id;
pub mod jabatan;
pub mod missing;
pub mod nine_box;
pub mod nip;
pub mod note;
pub mod organisation;
pub mod pattern;
pub mod period;
pub mod person;
pub mod pp30;
pub mod predikat;
pub mod rating;
pub mod rules;
pub mod sample_size;
pub mod satisfaction;
pub mod signatory;
pub mod suggestion;
pub mod timestamp;
pub mod unit;
pub mod user;

pub use assignment::Assignment;
pub use behaviour::Behaviour;
pub use capaian::Capaian;
pub use deadline::deadline;
pub use document::{Document, DocumentId, Kind};
pub use employee::Employee;
pub use evaluation::{Column, Evaluation};
pub use evidence::Evidence;
pub use exception::{Exception, ExceptionKind};
pub use golongan::Golongan;
pub use id::*;
pub use jabatan::{JabatanKind, Jenjang};
pub use nip::Nip;
pub use note::Note;
pub use organisation::{OrganisationPredikat, OrganisationResult};
pub use period::{Period, Rhythm};
pub use person::{PersonReference, TypedPerson};
pub use predikat::Predikat;
pub use rating::Rating;
pub use signatory::Signatory;
pub use timestamp::Timestamp;
pub use unit::{Unit, Zone};
pub use user::User;
