//! Sending: joining a centre, going up and down the line, sticks, and what a person decides.
//!
//! The rules are the crate `sync`'s: [`machine`](self) is told what happens and answers what to do.
//! Here it is done: on the store, over the line, on a stick. Nothing is concluded from anything but
//! a verified receipt.

mod condition;
mod decisions;
mod differences;
mod drive;
mod files;
mod flight;
mod folding;
mod joining;
mod keeping;
mod live;
mod machine;
mod names;
mod shelf;
mod showing;
mod standing;
mod stick;
mod troubles;
mod view;
mod worker;

pub use drive::Report;
pub use joining::code_with_server;
pub use worker::SendingWorker;

pub(crate) use condition::Sent;
pub(crate) use decisions::decide;
pub(crate) use joining::{join, save_join_request};
pub(crate) use live::Live;
pub(crate) use stick::{read_stick, write_stick};
pub(crate) use view::{get_sync, pause_sync, resume_sync, sync_now};
