//! Whether the journal is what was written.

use super::{Entry, JournalChain, next_journal_chain};

/// What is wrong at a place of the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JournalFault {
    /// Another number stands where this one was expected: removed, doubled or out of order.
    Sequence {
        /// The number that was found.
        found: u64,
    },
    /// The entry is not the one that the chain was computed over.
    Chain,
    /// The journal ends before the place that is noted elsewhere, or there with another chain.
    End,
}

/// The first place where a journal is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the journal is broken at entry {seq}: {fault:?}")]
pub struct JournalBroken {
    /// The number that the entry there should have.
    pub seq: u64,
    /// What is wrong there.
    pub fault: JournalFault,
}

/// Follows a journal from its beginning, each entry with the chain stored beside it, to the
/// number and chain that are noted elsewhere; answers that chain.
///
/// # Errors
/// [`JournalBroken`] names the first place.
pub fn verify_journal(
    zero: JournalChain,
    end: Option<(u64, JournalChain)>,
    entries: impl IntoIterator<Item = (Entry, JournalChain)>,
) -> Result<(u64, JournalChain), JournalBroken> {
    let (mut seq, mut chain) = (0_u64, zero);
    for (entry, stored) in entries {
        seq = seq.saturating_add(1);
        if entry.seq != seq {
            let fault = JournalFault::Sequence { found: entry.seq };
            return Err(JournalBroken { seq, fault });
        }
        chain = next_journal_chain(&chain, &entry);
        if chain != stored {
            return Err(JournalBroken {
                seq,
                fault: JournalFault::Chain,
            });
        }
    }
    match end {
        Some(end) if end != (seq, chain) => Err(JournalBroken {
            seq: seq.saturating_add(1),
            fault: JournalFault::End,
        }),
        _ => Ok((seq, chain)),
    }
}
