//! One body of tests, run on both databases.

#![expect(clippy::unwrap_used, reason = "a test may break off")]
#![expect(clippy::expect_used, reason = "a test may break off")]

#[path = "../support/both.rs"]
mod both;
#[path = "../support/mod.rs"]
mod support;

mod going_down;
mod moving;
mod rules;
mod ruling;
mod schema;
mod side_by_side;
mod taking_in;
mod waiting;
mod without_files;

pub(crate) use both::on_both;
