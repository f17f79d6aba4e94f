//! Instants as they are stored: UTC, in microseconds.

use serde::{Deserialize, Serialize};

/// Microseconds since 1970-01-01T00:00:00Z. A claim of the PC's clock, never a gate.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default,
)]
#[serde(transparent)]
pub struct Timestamp(pub i64);
