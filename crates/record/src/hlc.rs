//! A hybrid logical clock: follows the wall clock and never runs backwards.

use domain::Timestamp;

/// Milliseconds since 1970 in the upper 48 bits, a counter in the lower 16.
///
/// District PCs have dead batteries, so this orders what one device did and shows a time; it
/// never decides anything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hlc(pub u64);

const COUNTER_BITS: u32 = 16;
const LAST_MILLISECOND: u64 = (1 << 48) - 1;

impl Hlc {
    /// The next reading: the wall clock when it is ahead, else one step after `previous`.
    #[must_use]
    pub fn tick(previous: Self, wall: Timestamp) -> Self {
        let milliseconds = wall
            .0
            .div_euclid(1000)
            .max(0)
            .unsigned_abs()
            .min(LAST_MILLISECOND);
        Self((milliseconds << COUNTER_BITS).max(previous.0.saturating_add(1)))
    }

    /// The wall-clock time that it stands for, to the millisecond.
    #[must_use]
    pub const fn time(self) -> Timestamp {
        Timestamp((self.0 >> COUNTER_BITS).cast_signed() * 1000)
    }
}
