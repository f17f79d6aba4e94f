//! The bugs that others shipped, each of which can be put back for a test.
//!
//! Synchronisation programs lost people's work by small mistakes that looked right. Each of them
//! is kept here as a name; the one place in the state machines where it would live asks
//! [`Mutation::is`]. Without the feature `mutants` the question is always answered no and the
//! compiler removes it. The simulation proves that it would catch every one of them.

/// A bug of another program, and where it happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mutant {
    /// A hole is skipped because the cursor is a maximum (atuin 46022a3aa).
    HoleAccepted,
    /// The last record of a page is lost (atuin 2879).
    LastOfPageLost,
    /// The same records are sent at every synchronisation (atuin 2792).
    AcknowledgedSentAgain,
    /// The cursor advances although no answer came (AnkiDroid 4366).
    CursorWithoutReceipt,
    /// What comes down overwrites a draft (AnkiDroid 2957, 3180).
    PullOverwritesDraft,
    /// An upload that was broken off is made anew with other content (ODK collect 5317).
    RebuiltAfterDrop,
    /// What is sent again is taken in again (ODK collect 3517, kpi 5047).
    DuplicateTakenIn,
    /// A record whose predecessor comes late waits for ever (ODK central 669, 682).
    HeldForEver,
    /// An upload may only last so long in all (aggregate's 60 seconds).
    TotalDeadline,
    /// One damaged record refuses everything beside it (CommCare 1807).
    PoisonBlocks,
    /// A wrong clock stops synchronisation (Actual 3786, 7106).
    ClockGates,
    /// After a drop everything begins from zero (PouchDB 3999).
    FromZeroAfterDrop,
    /// An attempt whose line is dead keeps the next one out (tusd 234).
    StaleLock,
    /// What the other side does not have any more counts as deleted (syncthing 1498).
    AbsenceIsDeletion,
    /// A restored or cloned device goes on in its old stream (ssb-server 410).
    IncarnationKept,
    /// Of two records at one place the second is dropped in silence (`ON CONFLICT DO NOTHING`).
    ForkDropped,
    /// "Sync complete" although something did not arrive (fhircore 2575, SanaMobile 88).
    CompleteWithoutReceipt,
    /// What a revoked device sends is applied.
    RevokedApplied,
    /// An answer is believed without its signature: a captive portal, a meddling proxy.
    UnsignedBelieved,
    /// What the centre ruled to be final is edited all the same.
    FinalEdited,
}

impl Mutant {
    /// Every one.
    pub const ALL: [Self; 20] = [
        Self::HoleAccepted,
        Self::LastOfPageLost,
        Self::AcknowledgedSentAgain,
        Self::CursorWithoutReceipt,
        Self::PullOverwritesDraft,
        Self::RebuiltAfterDrop,
        Self::DuplicateTakenIn,
        Self::HeldForEver,
        Self::TotalDeadline,
        Self::PoisonBlocks,
        Self::ClockGates,
        Self::FromZeroAfterDrop,
        Self::StaleLock,
        Self::AbsenceIsDeletion,
        Self::IncarnationKept,
        Self::ForkDropped,
        Self::CompleteWithoutReceipt,
        Self::RevokedApplied,
        Self::UnsignedBelieved,
        Self::FinalEdited,
    ];
}

/// Which bug is put back. None, unless a test says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mutation {
    #[cfg(feature = "mutants")]
    mutant: Option<Mutant>,
}

impl Mutation {
    /// Puts a bug back.
    #[cfg(feature = "mutants")]
    #[must_use]
    pub const fn with(mutant: Mutant) -> Self {
        Self {
            mutant: Some(mutant),
        }
    }

    /// Whether this bug is put back.
    #[cfg(feature = "mutants")]
    pub(crate) fn is(self, mutant: Mutant) -> bool {
        self.mutant == Some(mutant)
    }

    /// Whether this bug is put back: never.
    #[cfg(not(feature = "mutants"))]
    #[expect(clippy::unused_self, reason = "the same question as with the feature")]
    pub(crate) const fn is(self, _: Mutant) -> bool {
        false
    }
}
