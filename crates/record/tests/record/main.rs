//! Everything that the crate promises, in one test program.
#![expect(
    clippy::expect_used,
    reason = "a builder of a test stops where it stands"
)]

mod arbitrary;
mod bodies;
mod fold;
mod golden;
mod hashes;
mod journal;
mod samples;
mod stored;
mod streams;
mod writer;
