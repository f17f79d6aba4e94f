//! What became of a record, as receipts and the feed say it.

use record::{HeldReason, Outcome, Revision, Violation};

/// The one visible outcome of a record at the centre. "Stored" is not "applied".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OutcomeCode {
    /// It is a valid revision of its document.
    Applied,
    /// It was folded in before, by another route.
    Duplicate,
    /// It waits, visible with its age.
    Held(Held),
    /// It was made beside another edit; a person resolves the branch.
    Conflict {
        /// The branch, by its first revision.
        branch: Revision,
    },
    /// A rule forbids it; it is kept as a proposal.
    Rejected(Violation),
    /// Stored, not understood: a newer program folds it.
    UnknownKind,
}

/// Why a record waits at the centre.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Held {
    /// The fold made it wait.
    ByRule(HeldReason),
    /// Its device was revoked before: a person looks at it first.
    Revoked,
}

impl OutcomeCode {
    /// Whether the record is part of a document now.
    #[must_use]
    pub const fn is_folded(self) -> bool {
        matches!(
            self,
            Self::Applied | Self::Duplicate | Self::Conflict { .. }
        )
    }

    /// Whether the record waits for a revision that has not arrived.
    #[must_use]
    pub const fn waits_for_base(self) -> bool {
        matches!(self, Self::Held(Held::ByRule(HeldReason::MissingBase)))
    }

    /// The stable number and detail that are signed: they never change.
    #[must_use]
    pub fn signed_form(self) -> (u8, [u8; 16]) {
        match self {
            Self::Applied => (0, [0; 16]),
            Self::Duplicate => (1, [0; 16]),
            Self::Held(Held::ByRule(HeldReason::MissingBase)) => (2, [0; 16]),
            Self::Held(Held::ByRule(HeldReason::Late)) => (3, [0; 16]),
            Self::Held(Held::ByRule(HeldReason::PerhapsLate)) => (4, [0; 16]),
            Self::Held(Held::Revoked) => (5, [0; 16]),
            Self::Conflict { branch } => (6, branch.0),
            Self::Rejected(Violation::LocalKind) => (7, [0; 16]),
            Self::Rejected(Violation::DamagedBody) => (8, [0; 16]),
            Self::Rejected(Violation::OtherDocument) => (9, [0; 16]),
            Self::Rejected(Violation::IdentityChanged) => (10, [0; 16]),
            Self::Rejected(Violation::Final) => (12, [0; 16]),
            Self::UnknownKind => (11, [0; 16]),
        }
    }
}

impl From<Outcome> for OutcomeCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Applied => Self::Applied,
            Outcome::Duplicate => Self::Duplicate,
            Outcome::Held(reason) => Self::Held(Held::ByRule(reason)),
            Outcome::Conflict { branch } => Self::Conflict { branch },
            Outcome::Rejected(violation) => Self::Rejected(violation),
            Outcome::UnknownKind => Self::UnknownKind,
        }
    }
}
