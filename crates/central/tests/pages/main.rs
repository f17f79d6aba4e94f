//! The centre's pages over HTTP: who may ask what, and what is left of it.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test may break off"
)]

mod matrix;
mod signing_in;
#[path = "../support/mod.rs"]
#[expect(dead_code, reason = "other tests use the rest")]
mod support;
mod trail;
mod visitor;
