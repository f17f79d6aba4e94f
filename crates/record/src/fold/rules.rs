//! What the fold has to be told: the periods that the centre closed, and when a record came.

use super::HeldReason;
use domain::{Period, Timestamp};
use std::collections::BTreeMap;

/// Everything outside of document and record that an outcome depends on. The default is that
/// of a PC which knows no centre.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    /// When the centre closed which period, by the centre's time.
    pub closings: BTreeMap<Period, Timestamp>,
    /// The centre's time when the record arrived; `None` while it has not.
    pub received_at: Option<Timestamp>,
}

impl Rules {
    /// Whether a record about the period waits for a person because of its time. The beacon
    /// bounds it from below, the receipt from above; the PC's own clock has no say.
    #[must_use]
    pub fn lateness(&self, period: Period, beacon: Option<Timestamp>) -> Option<HeldReason> {
        let closed = *self.closings.get(&period)?;
        if beacon.is_some_and(|beacon| beacon > closed) {
            return Some(HeldReason::Late);
        }
        self.received_at
            .is_some_and(|received| received > closed)
            .then_some(HeldReason::PerhapsLate)
    }
}
