//! The centre's time.

use domain::Timestamp;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

/// Tells the time; tests bring their own.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// The system's clock.
#[must_use]
pub fn system() -> Clock {
    Arc::new(now)
}

/// The time now.
#[must_use]
pub fn now() -> Timestamp {
    let passed = SystemTime::now().duration_since(UNIX_EPOCH);
    let micros = passed.map_or(0, |passed| passed.as_micros());
    Timestamp(i64::try_from(micros).unwrap_or(i64::MAX))
}
