//! Numbers that look drawn and are the same for a seed: a failure can be typed again.

/// A row of numbers.
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// The row of a seed.
    #[must_use]
    pub const fn of(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number below `limit`, which is at least 1.
    pub const fn below(&mut self, limit: u64) -> u64 {
        // Split mix: each state gives an unrelated number.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % limit
    }
}
