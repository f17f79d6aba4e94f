//! Lives of the centre's database.

use crate::message::Epoch;
use domain::Timestamp;

/// 2020-01-01, in seconds since 1970: epochs count from there.
const ORIGIN: i64 = 1_577_836_800;

/// The epoch of a database that was restored from a backup, at the centre's time `now`.
///
/// Counting up alone would give two restores of the same backup the same number, and the
/// receipts of the first life would be believed in the second.
#[must_use]
pub fn next_epoch(backup: Epoch, now: Timestamp) -> Epoch {
    let seconds = now.0.div_euclid(1_000_000).saturating_sub(ORIGIN);
    let by_time = u32::try_from(seconds.max(0)).unwrap_or(u32::MAX);
    Epoch(by_time.max(backup.0.saturating_add(1)))
}
