//! What the bar says after an act.

use super::column::SheetColumn;
use api::sheet::BulkOutcome;
use domain::AssignmentId;

/// A message of the bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A sentence.
    Say(String),
    /// Bulk: who was filled, who was passed over.
    Bulk {
        /// What became of it.
        outcome: BulkOutcome,
        /// The page's write that it was.
        write: u32,
    },
    /// A paste: how many cells went in, and those that did not.
    Pasted {
        /// Cells that went in.
        applied: u32,
        /// Cells that did not.
        rejected: Vec<Line>,
        /// The page's write that it was.
        write: u32,
    },
}

impl Notice {
    /// Whether nothing was written since, so that Urungkan takes back what this tells of.
    #[must_use]
    pub const fn is_current(&self, own_writes: u32) -> bool {
        match self {
            Self::Say(_) => true,
            Self::Bulk { write, .. } | Self::Pasted { write, .. } => *write == own_writes,
        }
    }
}

/// A line of the bar's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which cell, when there is one on the sheet.
    pub cell: Option<(AssignmentId, SheetColumn)>,
    /// The person and the column, or the line of the pasted table.
    pub place: String,
    /// What happened.
    pub reason: String,
}
