//! The centre's pages over HTTP: who may ask what, and what is left of it.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test may break off"
)]

#[path = "../support/both.rs"]
mod both;
mod export;
mod master;
mod matrix;
mod regency;
mod rules;
mod ruling;
mod same_answers;
mod signing_in;
#[path = "../support/mod.rs"]
#[expect(dead_code, reason = "other tests use the rest")]
mod support;
mod trail;
mod visitor;

pub(crate) use both::on_both;
