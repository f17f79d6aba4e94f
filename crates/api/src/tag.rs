//! What a read depends on and a write makes stale.

use serde::{Deserialize, Serialize};

/// A part of the office's data, or of the centre's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tag {
    /// Who uses the program, which units there are, preferences.
    Session,
    /// Employees, assignments and exceptions.
    Employees,
    /// Evaluations.
    Evaluations,
    /// Notes and evidence.
    Notes,
    /// Organisation results.
    Organisation,
    /// Backups on disk.
    Backups,
    /// What stands in the status bar: saved, unsent, undo.
    Status,
    /// Where sending stands, receipts, decisions.
    Sync,
    /// Who is signed in at the centre.
    StaffSession,
    /// What arrived from offices: ratings, completeness, last contact.
    Arrivals,
    /// Employees and units, as the centre sees them.
    MasterData,
    /// Closed periods.
    Closings,
    /// Rules that the centre published.
    Rules,
    /// Enrolment codes and devices.
    Joining,
    /// What waits for a decision at the centre.
    Held,
    /// What the centre's staff did.
    Audit,
    /// The centre's staff.
    Staff,
}

impl Tag {
    /// Every tag: what a restore or a change of place makes stale.
    pub const ALL: [Self; 17] = [
        Self::Session,
        Self::Employees,
        Self::Evaluations,
        Self::Notes,
        Self::Organisation,
        Self::Backups,
        Self::Status,
        Self::Sync,
        Self::StaffSession,
        Self::Arrivals,
        Self::MasterData,
        Self::Closings,
        Self::Rules,
        Self::Joining,
        Self::Held,
        Self::Audit,
        Self::Staff,
    ];
}
