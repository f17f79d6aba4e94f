//! Jejak: who of the staff did what. Nothing is ever taken out of it.

use domain::Timestamp;
use serde::{Deserialize, Serialize};

/// See [`crate::CentralRequest::ListAudit`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListAudit {
    /// A part of a name or of what it was about; empty for all.
    pub search: String,
    /// The first row, from nought.
    pub skip: u32,
}

/// A page of the trail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditPage {
    /// Newest first.
    pub rows: Vec<AuditLine>,
    /// Entries that match.
    pub total: u32,
}

/// An entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditLine {
    /// Its number.
    pub seq: u64,
    /// When.
    pub at: Timestamp,
    /// Who, by name then.
    pub who: String,
    /// What.
    pub act: Act,
    /// About whom or what.
    pub about: String,
}

/// What somebody did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// Signed in.
    SignedIn,
    /// Tried to sign in with a wrong password.
    SignInRefused,
    /// Signed out.
    SignedOut,
    /// Chose a password.
    PasswordChosen,
    /// Added somebody.
    StaffAdded,
    /// Gave somebody another role.
    RoleChanged,
    /// Lets somebody in no more.
    StaffBarred,
    /// Lets somebody in again.
    StaffAdmitted,
    /// Made a link for a new password.
    PasswordReset,
    /// Corrected a person.
    PersonCorrected,
    /// Added, corrected, changed or ended a post.
    PostCorrected,
    /// Corrected a unit.
    UnitCorrected,
    /// Closed a period.
    PeriodClosed,
    /// Published a package of rules.
    RulesPublished,
    /// Made a code.
    CodeMade,
    /// Took a code back.
    CodeCancelled,
    /// Revoked a computer.
    DeviceRevoked,
    /// Let something through.
    LetThrough,
    /// Left something waiting.
    LeftWaiting,
    /// Took the workbook.
    Exported,
    /// Returned a rating to its office.
    Returned,
    /// Made ratings final.
    MadeFinal,
}

impl Act {
    /// Every act.
    pub const ALL: [Self; 22] = [
        Self::SignedIn,
        Self::SignInRefused,
        Self::SignedOut,
        Self::PasswordChosen,
        Self::StaffAdded,
        Self::RoleChanged,
        Self::StaffBarred,
        Self::StaffAdmitted,
        Self::PasswordReset,
        Self::PersonCorrected,
        Self::PostCorrected,
        Self::UnitCorrected,
        Self::PeriodClosed,
        Self::RulesPublished,
        Self::CodeMade,
        Self::CodeCancelled,
        Self::DeviceRevoked,
        Self::LetThrough,
        Self::LeftWaiting,
        Self::Exported,
        Self::Returned,
        Self::MadeFinal,
    ];
}

/// See [`crate::CentralRequest::CheckAudit`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckAudit {}

/// The trail was checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditChecked {
    /// Entries that were looked at.
    pub entries: u64,
    /// The first entry that is not as it was written.
    pub broken_at: Option<u64>,
}
