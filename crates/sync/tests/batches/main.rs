//! What batches promise.
#![expect(
    clippy::expect_used,
    reason = "a builder of a test stops where it stands"
)]

mod golden;
mod hostile;
mod limits;
mod opening;
mod round_trip;
mod sealing;

// The documents that `record` is tested with: every kind, with everything and with nothing.
#[path = "../../../record/tests/record/arbitrary.rs"]
mod arbitrary;
#[path = "../../../record/tests/record/samples.rs"]
mod samples;
