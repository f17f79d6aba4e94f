//! A whole office without a window: temporary folders, a clock that stands still until it is
//! moved, and random bytes that are the same each time.
//!
//! ```
//! use testkit::TestOffice;
//! let office = TestOffice::new();
//! assert!(office.ask(api::settings::GetSettings {}).is_err());
//! ```
#![expect(
    clippy::expect_used,
    reason = "a test that cannot set itself up has to stop"
)]

mod builders;
mod host;
mod office;

pub use builders::{at, day, list, nip, period};
pub use host::TestHost;
pub use office::{TestOffice, first_run};
