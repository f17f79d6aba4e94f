//! Sending: bytes, bad lines, taking in, and a whole regency at once.

mod bare;
pub(crate) mod bytes;
mod desk;
pub(crate) mod ingest;
pub(crate) mod pages;
mod pc;
mod pouch;
pub(crate) mod regency;
mod site;
pub(crate) mod week;

/// A count as a figure to divide.
#[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
fn float(count: impl TryInto<u64>) -> f64 {
    count.try_into().unwrap_or(u64::MAX) as f64
}
