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
    Bulk(BulkOutcome),
    /// A paste: how many cells went in, and those that did not.
    Pasted {
        /// Cells that went in.
        applied: u32,
        /// Cells that did not.
        rejected: Vec<Line>,
    },
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
