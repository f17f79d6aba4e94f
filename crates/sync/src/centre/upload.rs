//! Bytes of a batch that are on their way.

use crate::mutant::{Mutant, Mutation};

/// How much of one upload has arrived, and who may add to it. The host keeps the bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Upload {
    length: u64,
    offset: u64,
    attempt: Attempt,
    mutation: Mutation,
}

/// One try to send the rest of an upload. A newer one shuts the older ones out, so that a line
/// that is dead without knowing it never keeps anybody waiting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Attempt(pub u64);

/// What to do with bytes that arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Keep the first so many of them, durably, before the offset is told to anybody.
    Bytes(u64),
    /// A newer attempt has taken over: close this line.
    Fenced,
    /// They belong elsewhere: answer the offset.
    Elsewhere,
}

impl Upload {
    /// An upload of which nothing has arrived.
    #[must_use]
    pub const fn new(length: u64, mutation: Mutation) -> Self {
        Self {
            length,
            offset: 0,
            attempt: Attempt(0),
            mutation,
        }
    }

    /// An upload as it was stored.
    #[must_use]
    pub fn stored(length: u64, (offset, attempt): (u64, Attempt)) -> Self {
        Self {
            length,
            offset,
            attempt,
            mutation: Mutation::default(),
        }
    }

    /// All of its bytes.
    #[must_use]
    pub const fn length(&self) -> u64 {
        self.length
    }

    /// A device tells how many bytes there are in all. What came under another length is of no
    /// use; says whether it was another.
    pub const fn measure(&mut self, length: u64) -> bool {
        if self.length == length {
            return false;
        }
        self.length = length;
        self.forget();
        true
    }

    /// The newest attempt.
    #[must_use]
    pub const fn attempt(&self) -> Attempt {
        self.attempt
    }

    /// The next byte to send, in bytes from the beginning.
    #[must_use]
    pub const fn offset(&self) -> u64 {
        self.offset
    }

    /// Whether all bytes are there.
    #[must_use]
    pub const fn is_complete(&self) -> bool {
        self.offset >= self.length
    }

    /// A device begins to send, or asks how much is there: all older attempts are over.
    pub fn begin_attempt(&mut self) -> Attempt {
        let next = Attempt(self.attempt.0.saturating_add(1));
        if self.mutation.is(Mutant::StaleLock) && self.offset > 0 {
            return next;
        }
        if self.mutation.is(Mutant::FromZeroAfterDrop) {
            self.forget();
        }
        self.attempt = next;
        next
    }

    /// Bytes of an attempt came, to stand from `at` on.
    pub fn keep(&mut self, attempt: Attempt, at: u64, count: u64) -> Kept {
        if attempt != self.attempt {
            return Kept::Fenced;
        }
        if at != self.offset {
            return Kept::Elsewhere;
        }
        let count = count.min(self.length.saturating_sub(self.offset));
        self.offset = self.offset.saturating_add(count);
        Kept::Bytes(count)
    }

    /// The bytes were not the batch that their name says: they begin again.
    pub const fn forget(&mut self) {
        self.offset = 0;
    }
}
