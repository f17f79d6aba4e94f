//! Petugas: who may sign in.

use super::Role;
use domain::{Timestamp, UserId};
use serde::{Deserialize, Serialize};

/// See [`crate::CentralRequest::ListStaff`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListStaff {}

/// Everybody who may sign in, or might once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffList {
    /// By name.
    pub staff: Vec<StaffLine>,
}

/// Somebody of the staff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffLine {
    /// Identity.
    pub id: UserId,
    /// What is typed to sign in.
    pub account: String,
    /// The name with titles.
    pub name: String,
    /// What for.
    pub role: Role,
    /// Whether a password was chosen.
    pub has_password: bool,
    /// When the person was here last.
    pub seen_at: Option<Timestamp>,
    /// Since when the person is not let in any more.
    pub barred_at: Option<Timestamp>,
}

/// See [`crate::CentralRequest::AddStaff`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddStaff {
    /// What is typed to sign in.
    pub account: String,
    /// The name with titles.
    pub name: String,
    /// What for.
    pub role: Role,
}

/// A link for choosing a password, shown once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffLink {
    /// Whose.
    pub name: String,
    /// What stands behind the centre's address: `/sandi#…`.
    pub path: String,
    /// Until when it is good.
    pub expires_at: Timestamp,
}

/// See [`crate::CentralRequest::SetRole`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetRole {
    /// Whose.
    pub id: UserId,
    /// What for from now on.
    pub role: Role,
}

/// Whether somebody is let in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Admission {
    /// Yes.
    Admitted,
    /// Not any more.
    Barred,
}

/// See [`crate::CentralRequest::SetAdmission`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAdmission {
    /// Whose.
    pub id: UserId,
    /// Whether the person is let in.
    pub admission: Admission,
}

/// See [`crate::CentralRequest::ResetPassword`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResetPassword {
    /// Whose.
    pub id: UserId,
}
