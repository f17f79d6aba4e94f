//! What one process knows beside the centre: limits, and whether it is about to stop.

use super::answer::Rejection;
use super::metrics::Metrics;
use super::token::Tokens;
use crate::Centre;
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;
use sync::message::DeviceId;

/// Everything that a request can need.
#[derive(Clone)]
pub struct Site {
    pub(super) centre: Centre,
    pub(super) tokens: Tokens,
    pub(super) metrics: Metrics,
    limits: Limits,
    devices: Arc<Mutex<HashMap<DeviceId, Allowance>>>,
    stopping: Arc<AtomicBool>,
}

/// How much one device may ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Requests that may come at once.
    pub at_once: u32,
    /// Requests a second, in the long run.
    pub per_second: u32,
    /// Bytes of evidence that an office may keep here.
    pub office_files: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            at_once: 200,
            per_second: 20,
            office_files: 2 * 1024 * 1024 * 1024,
        }
    }
}

/// Requests that a device may still make, in thousandths.
struct Allowance {
    left: u64,
    at: Instant,
}

/// Devices that are remembered; more, and those that were quiet are forgotten.
const REMEMBERED: usize = 50_000;

impl Site {
    /// A site of this centre.
    #[must_use]
    pub fn new(centre: Centre, limits: Limits) -> Self {
        Self {
            tokens: Tokens::of(&centre),
            metrics: Metrics::of(&centre),
            centre,
            limits,
            devices: Arc::default(),
            stopping: Arc::default(),
        }
    }

    /// From now on new requests are told to come again later.
    pub fn stop(&self) {
        self.stopping.store(true, Ordering::Relaxed);
    }

    pub(super) fn is_stopping(&self) -> bool {
        self.stopping.load(Ordering::Relaxed)
    }

    pub(super) const fn limits(&self) -> Limits {
        self.limits
    }

    /// Counts a request of a device.
    pub(super) fn admit(&self, device: DeviceId) -> Result<(), Rejection> {
        let now = Instant::now();
        let full = u64::from(self.limits.at_once) * 1000;
        let per_second = u64::from(self.limits.per_second);
        let refilled = |allowance: &Allowance| {
            let passed = now.duration_since(allowance.at).as_millis();
            let passed = u64::try_from(passed).unwrap_or(u64::MAX);
            let left = allowance
                .left
                .saturating_add(passed.saturating_mul(per_second));
            left.min(full)
        };
        let mut devices = self.devices.lock().unwrap_or_else(PoisonError::into_inner);
        if devices.len() > REMEMBERED {
            devices.retain(|_, allowance| refilled(allowance) < full);
        }
        let allowance = devices.entry(device).or_insert(Allowance {
            left: full,
            at: now,
        });
        let left = refilled(allowance);
        let enough = left.checked_sub(1000);
        allowance.left = enough.unwrap_or(left);
        allowance.at = now;
        enough.map(|_| ()).ok_or(Rejection::TooMany)
    }
}
