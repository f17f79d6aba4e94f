//! Signing in.

use super::Role;
use chrono::NaiveDate;
use domain::{Period, Timestamp, UserId, Zone};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The shortest password, in characters.
pub const SHORTEST_PASSWORD: usize = 12;

/// A password on its way. Nothing prints it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Password(pub String);

impl fmt::Debug for Password {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Password")
    }
}

/// See [`crate::CentralRequest::GetStaffSession`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetStaffSession {}

/// Who is signed in, and what the page needs from the start.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffSession {
    /// Who; nobody before signing in.
    pub person: Option<StaffPerson>,
    /// What every request of the page carries to show that it comes from the page; empty while
    /// nobody is signed in.
    pub proof: String,
    /// The centre's time.
    pub now: Timestamp,
    /// The day in the centre's zone.
    pub today: NaiveDate,
    /// The month that pages begin with: the one that is due next there, or that offices are at work
    /// on still.
    pub due: Period,
    /// The centre's zone.
    pub zone: Zone,
    /// The program's version.
    pub version: String,
}

/// Somebody of the staff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffPerson {
    /// Identity.
    pub id: UserId,
    /// What is typed to sign in.
    pub account: String,
    /// The name with titles.
    pub name: String,
    /// What for.
    pub role: Role,
}

/// See [`crate::CentralRequest::SignIn`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignIn {
    /// The account's name.
    pub account: String,
    /// The password.
    pub password: Password,
}

/// See [`crate::CentralRequest::SignOut`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignOut {}

/// See [`crate::CentralRequest::ChoosePassword`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChoosePassword {
    /// What stands behind `#` in the link.
    pub link: Password,
    /// The password.
    pub password: Password,
}

/// See [`crate::CentralRequest::ChangePassword`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangePassword {
    /// The one that is good now.
    pub old: Password,
    /// The one from now on.
    pub new: Password,
}
