//! How long to wait before the next attempt.

/// The first wait, in milliseconds.
const FIRST: u64 = 500;
/// So many waits are as short as the first: a bad line is back after some seconds, and whoever
/// sleeps over its return loses more than the few bytes of an attempt.
const SHORT: u32 = 12;
/// The longest wait, in milliseconds.
const LONGEST: u64 = 300_000;

/// Attempts that moved nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Backoff(u32);

impl Backoff {
    /// Something moved: the next wait is a short one.
    pub(super) const fn reset(&mut self) {
        self.0 = 0;
    }

    /// The wait before the next attempt, in milliseconds: short at first, then doubled each time,
    /// and up to a quarter shorter or longer, so that offices which lost the line together do not
    /// return together.
    pub(super) fn next(&mut self, random: u16) -> u64 {
        let doubled = FIRST
            .checked_shl((self.0 + 1).saturating_sub(SHORT).min(16))
            .unwrap_or(LONGEST)
            .min(LONGEST);
        self.0 = self.0.saturating_add(1);
        let spread = doubled / 2;
        doubled - spread / 2 + spread * u64::from(random) / u64::from(u16::MAX)
    }
}
