//! The central office: what arrives from the district offices, what it means, what goes back.
//!
//! [`Centre`] is the whole of it without HTTP; [`http`] puts it on the wire. Nothing that matters
//! lives in the process: several of them may work on one PostgreSQL side by side. The rules are
//! those of [`sync::centre`]; here is only what reads what they need and writes what they plan.

mod centre;
pub mod clock;
pub mod database;
mod files;
pub mod http;
mod pages;
mod tables;
mod trouble;

pub use centre::{
    Audience, Begun, Centre, Checkup, Completed, Content, Decision, EnrolledOffice, EvidenceBegun,
    EvidenceCompleted, Exported, Fault, HeldRecord, Imported, NextPack, OfficeLine, Opening,
    Publication, PublishedPackage, Publisher, Ruled, Verified, VerifiedOffice,
};
pub use files::Files;
pub use pages::Invitation;
pub use trouble::Trouble;
