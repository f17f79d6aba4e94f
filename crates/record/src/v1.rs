//! Version 1 of every body: frozen. A file here is never changed once it was released; what
//! follows is a new version beside it.
//!
//! Keys are integers and stand for ever; a field that is added later takes a new key and is
//! optional. A value that is added to an enum needs a new schema number, because a program that
//! does not know it must wait for its update and not call the body damaged.

mod alias;
mod assignment;
mod code;
mod device_note;
mod employee;
mod evaluation;
mod evidence;
mod exception;
mod note;
mod organisation_result;
mod packed;
mod person;
mod redaction;
mod signatory;
mod unit;
mod user;

pub(crate) use alias::Alias;
pub(crate) use assignment::Assignment;
pub(crate) use device_note::DeviceNote;
pub(crate) use employee::Employee;
pub(crate) use evaluation::Evaluation;
pub(crate) use evidence::Evidence;
pub(crate) use exception::Exception;
pub(crate) use note::Note;
pub(crate) use organisation_result::OrganisationResult;
pub(crate) use packed::Id;
pub(crate) use redaction::Redaction;
pub(crate) use signatory::Signatory;
pub(crate) use unit::Unit;
pub(crate) use user::User;

/// The number of these forms, the same for every kind.
pub(crate) const SCHEMA: u16 = 1;
