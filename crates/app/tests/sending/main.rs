//! Offices that send to a real centre, over real HTTP on this machine.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops where its ground gives way"
)]

mod at_the_centre;
mod decisions;
mod files;
mod from_the_centre;
mod joining;
#[path = "../appraisal/people.rs"]
#[expect(dead_code, reason = "the stories of appraisal need more of it")]
mod people;
mod restoring;
mod rules;
mod ruling;
mod sticks;
mod weeks;
