//! What messages promise: they come back, they are short, and bytes that nobody wrote are refused.
#![expect(
    clippy::expect_used,
    reason = "a builder of a test stops where it stands"
)]

mod arbitrary;
mod code;
mod golden;
mod hostile;
mod joining;
mod round_trip;
mod sizes;
