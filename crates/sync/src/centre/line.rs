//! The lines of a stream: one, unless a disk was cloned.

use crate::message::{OutcomeCode, Position};
use std::collections::BTreeMap;

/// An unbroken run of a stream's records. A second line begins where a second record came for a
/// place that was taken; from there on both are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// 0 for the line that came first, then 1, 2, 3 …
    pub number: u32,
    /// The line that it branched off.
    pub parent: u32,
    /// Its first record; 1 for line 0.
    pub first_seq: u64,
    /// Its last record.
    pub head: Position,
}

impl Line {
    /// Where it branched off; `None` for the line that came first.
    #[must_use]
    pub fn forked_at(&self) -> Option<u64> {
        (self.number != 0).then_some(self.first_seq)
    }
}

/// A record that the centre has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownRecord {
    /// Its line.
    pub line: u32,
    /// What became of it.
    pub outcome: OutcomeCode,
}

/// What the centre has of a stream, as far as a question needs it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    /// All its lines, by number. Empty for a new stream.
    pub lines: BTreeMap<u32, Line>,
    /// The records at the places that the question is about.
    pub known: BTreeMap<Position, KnownRecord>,
}

impl Lines {
    /// The line on which a known position lies.
    #[must_use]
    pub fn line_of(&self, position: Position) -> Option<&Line> {
        self.lines.get(&self.known.get(&position)?.line)
    }

    /// Whether the place of a line lies before the head of another one, which it may have
    /// branched off.
    #[must_use]
    pub fn is_before(&self, (line, seq): (u32, u64), head: (u32, u64)) -> bool {
        let (mut current, mut through) = head;
        loop {
            if current == line {
                return seq <= through;
            }
            let Some(it) = self.lines.get(&current).filter(|it| it.number != it.parent) else {
                return false;
            };
            through = through.min(it.first_seq.saturating_sub(1));
            current = it.parent;
        }
    }

    /// Whether a device that holds its stream up to `head` has the record at this number of this
    /// line, so that it need not go down. False when the centre does not know the head.
    #[must_use]
    pub fn has(&self, head: Position, place: (u32, u64)) -> bool {
        let holder = self.known.get(&head);
        holder.is_some_and(|holder| self.is_before(place, (holder.line, head.seq)))
    }

    /// The number for one more line.
    pub(super) fn next_number(&self) -> u32 {
        self.lines
            .keys()
            .next_back()
            .map_or(0, |last| last.saturating_add(1))
    }
}
