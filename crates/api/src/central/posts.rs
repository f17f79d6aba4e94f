//! Data induk: posts, corrected at the centre.

use super::OfficeId;
use crate::employees::{AssignmentLine, PostChange};
use domain::{EmployeeId, UnitId};
use serde::{Deserialize, Serialize};

/// A post of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostSheet {
    /// The post with the names in it; a name is empty when nobody is named.
    pub line: AssignmentLine,
    /// The revision that this is, hexadecimal.
    pub revision: String,
}

/// A unit to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitChoice {
    /// Which.
    pub unit: UnitId,
    /// Its name.
    pub name: String,
}

/// See [`crate::CentralRequest::SavePost`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavePost {
    /// Whose office.
    pub office: OfficeId,
    /// Who.
    pub employee: EmployeeId,
    /// What happens.
    pub change: PostChange,
    /// The revision of the post that was looked at; empty when one is added.
    pub revision: String,
}
