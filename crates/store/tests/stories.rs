//! The store as its users know it: real files in temporary folders.
#![expect(
    clippy::expect_used,
    reason = "an office that cannot be made is a failed test"
)]

#[path = "stories/acts.rs"]
mod acts;
#[path = "stories/backups.rs"]
mod backups;
#[path = "stories/evidence.rs"]
mod evidence;
#[path = "stories/locks.rs"]
mod locks;
#[path = "stories/office.rs"]
mod office;
#[path = "stories/opening.rs"]
mod opening;
#[path = "stories/rebuilding.rs"]
mod rebuilding;
#[path = "stories/sealing.rs"]
mod sealing;
#[path = "stories/searching.rs"]
mod searching;
#[path = "stories/together.rs"]
mod together;
#[path = "stories/undoing.rs"]
mod undoing;
