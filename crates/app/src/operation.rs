//! Every act that writes. The code stands in the journal; the page has a sentence for each.

use store::Undoable;

/// An act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Operation {
    /// The place was made: first user, first unit.
    FirstRun,
    /// A known person was added.
    AddUser,
    /// Language, theme, last folder, last user.
    Preferences,
    /// A list was let in.
    Import,
    /// A person was added or corrected.
    SaveEmployee,
    /// A post was added, corrected, changed or ended.
    SaveAssignment,
    /// An exception was added or corrected.
    SaveException,
    /// Appraisers were named.
    SetAppraiser,
    /// One cell was rated.
    Rate,
    /// Cells were filled down or right.
    FillCells,
    /// Cells were pasted.
    PasteCells,
    /// *Sesuai* for many at once.
    BulkSesuai,
    /// Bulk cells were looked at.
    ReviewCells,
    /// A sentence was written.
    SaveReason,
    /// *Siap dikirim*.
    Finish,
    /// A note was written or changed.
    SaveNote,
    /// A note was taken back.
    WithdrawNote,
    /// Evidence was added.
    AttachEvidence,
    /// Evidence was taken back.
    WithdrawEvidence,
    /// The organisation's predicate was set.
    SetOrganisation,
    /// A unit was added or changed.
    SaveUnit,
    /// A signatory was named.
    SaveSignatory,
    /// Practice data was laid out.
    Practice,
    /// The recovery sheet was made or confirmed.
    Recovery,
    /// A new incarnation began after a restore.
    Incarnation,
    /// A centre was joined.
    Join,
    /// Something went up: a batch was built, a receipt was kept.
    Send,
    /// Something came down.
    Receive,
    /// A person decided between two versions.
    Decide,
    /// An act was taken back.
    Undo,
    /// An act was done again.
    Redo,
}

impl Operation {
    /// The code that stands in the journal. Never changed once released.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::FirstRun => "first-run",
            Self::AddUser => "add-user",
            Self::Preferences => "preferences",
            Self::Import => "import",
            Self::SaveEmployee => "save-employee",
            Self::SaveAssignment => "save-assignment",
            Self::SaveException => "save-exception",
            Self::SetAppraiser => "set-appraiser",
            Self::Rate => "rate",
            Self::FillCells => "fill-cells",
            Self::PasteCells => "paste-cells",
            Self::BulkSesuai => "bulk-sesuai",
            Self::ReviewCells => "review-cells",
            Self::SaveReason => "save-reason",
            Self::Finish => "finish",
            Self::SaveNote => "save-note",
            Self::WithdrawNote => "withdraw-note",
            Self::AttachEvidence => "attach-evidence",
            Self::WithdrawEvidence => "withdraw-evidence",
            Self::SetOrganisation => "set-organisation",
            Self::SaveUnit => "save-unit",
            Self::SaveSignatory => "save-signatory",
            Self::Practice => "practice",
            Self::Recovery => "recovery",
            Self::Incarnation => "incarnation",
            Self::Join => "join",
            Self::Send => "send",
            Self::Receive => "receive",
            Self::Decide => "decide",
            Self::Undo => "undo",
            Self::Redo => "redo",
        }
    }

    /// Whether Ctrl+Z takes it back.
    #[must_use]
    pub const fn undoable(self) -> Undoable {
        match self {
            Self::FirstRun
            | Self::AddUser
            | Self::Preferences
            | Self::Finish
            | Self::Practice
            | Self::Recovery
            | Self::Incarnation
            | Self::Join
            | Self::Send
            | Self::Receive
            | Self::Decide
            | Self::Undo
            | Self::Redo => Undoable::No,
            _ => Undoable::Yes,
        }
    }
}
