//! The centre over real sockets.

#![expect(clippy::unwrap_used, reason = "a test may break off")]
#![expect(clippy::expect_used, reason = "a test may break off")]
#![expect(dead_code, reason = "the support is that of other tests too")]

#[path = "../support/mod.rs"]
mod support;

mod authorisation;
mod exchange;
mod openapi;
mod served;
mod without_files;
