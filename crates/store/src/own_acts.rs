//! Which acts were done through this opening of the database, told apart from those of other programs
//! that have it open meanwhile. The journal does not say it: an act is its actor's, wherever it was
//! done.

use std::collections::BTreeSet;

/// The acts of one opening.
#[derive(Debug)]
pub(crate) struct OwnActs {
    /// Where the journal stood when the database was opened.
    opened_at: u64,
    /// What was done here since.
    own: BTreeSet<u64>,
}

impl OwnActs {
    /// Nothing was done here yet.
    pub(crate) const fn since(opened_at: u64) -> Self {
        Self {
            opened_at,
            own: BTreeSet::new(),
        }
    }

    /// An act was done here.
    pub(crate) fn note(&mut self, seq: u64) {
        self.own.insert(seq);
    }

    /// Whether the act is from before the database was opened here: nobody knows which program did
    /// it.
    pub(crate) const fn is_earlier(&self, seq: u64) -> bool {
        seq <= self.opened_at
    }

    /// Whether another program did it while the database was open here.
    pub(crate) fn is_elsewhere(&self, seq: u64) -> bool {
        !self.is_earlier(seq) && !self.own.contains(&seq)
    }

    /// The newest act below this number that is not another program's.
    pub(crate) fn newest_below(&self, seq: u64) -> u64 {
        let own = self.own.range(..seq).next_back();
        own.copied().unwrap_or(self.opened_at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_others_do_meanwhile_is_elsewhere() {
        let mut acts = OwnActs::since(7);
        acts.note(9);
        acts.note(12);
        let elsewhere: Vec<u64> = (6..=13).filter(|seq| acts.is_elsewhere(*seq)).collect();
        assert_eq!(elsewhere, [8, 10, 11, 13]);
        let below: Vec<u64> = [8, 9, 11, 13].map(|seq| acts.newest_below(seq)).to_vec();
        assert_eq!(below, [7, 7, 9, 12]);
    }
}
