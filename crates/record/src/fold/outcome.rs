//! What became of a record. Each has exactly one outcome, and people can see it.

use crate::Revision;

/// The outcome of folding a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// It is the document's valid revision.
    Applied,
    /// It was folded in before.
    Duplicate,
    /// It waits, visible with its age.
    Held(HeldReason),
    /// It was made beside another edit; a person resolves the branch.
    Conflict {
        /// The branch, by its first revision.
        branch: Revision,
    },
    /// A rule forbids it; it is kept as a proposal.
    Rejected(Violation),
    /// Only a newer program knows this kind, or this version of its body.
    UnknownKind,
}

/// Why a record waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HeldReason {
    /// The revision that it was made upon has not arrived.
    MissingBase,
    /// Its device had already seen a time of the centre after the period was closed.
    Late,
    /// It arrived after the period was closed and may have been made before: a person decides.
    PerhapsLate,
}

/// The rule that a record breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Violation {
    /// Its kind never leaves the PC.
    LocalKind,
    /// The bytes are no body of its kind.
    DamagedBody,
    /// The body is another document than the header says.
    OtherDocument,
    /// It would turn the document into one about something else: another person or period of a
    /// rating, another file behind an evidence.
    IdentityChanged,
    /// The centre ruled that the document is final. The edit is kept as a proposal.
    Final,
}

impl Outcome {
    /// The code that receipts carry.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Applied => "applied",
            Self::Duplicate => "duplicate",
            Self::Held(_) => "held",
            Self::Conflict { .. } => "conflict",
            Self::Rejected(_) => "rejected",
            Self::UnknownKind => "unknown_kind",
        }
    }
}
