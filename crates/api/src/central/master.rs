//! Data induk: employees and units, corrected at the centre.

use super::OfficeId;
use super::posts::{PostSheet, UnitChoice};
use chrono::NaiveDate;
use domain::employee::EmployeeKind;
use domain::{EmployeeId, Golongan, Rhythm, UnitId};
use serde::{Deserialize, Serialize};

/// See [`crate::CentralRequest::ListPeople`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListPeople {
    /// People of one office; of all when none is named, found by NIP.
    pub office: Option<OfficeId>,
    /// A part of the name, or the beginning of the NIP; empty for all.
    pub search: String,
    /// The first person, from nought.
    pub skip: u32,
}

/// A page of people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct People {
    /// Every office, to choose from.
    pub offices: Vec<OfficeChoice>,
    /// The people of this page, by name.
    pub people: Vec<PersonLine>,
    /// People who match.
    pub total: u32,
}

/// An office to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeChoice {
    /// Which.
    pub office: OfficeId,
    /// Its name.
    pub name: String,
}

/// A person in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonLine {
    /// The office.
    pub office: OfficeId,
    /// The office's name.
    pub office_name: String,
    /// Who.
    pub employee: EmployeeId,
    /// The name with titles.
    pub name: String,
    /// Eighteen digits.
    pub nip: String,
    /// The unit's name now; empty without a post.
    pub unit: String,
}

/// See [`crate::CentralRequest::GetPerson`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetPerson {
    /// Whose office.
    pub office: OfficeId,
    /// Who.
    pub employee: EmployeeId,
}

/// What is known of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonSheet {
    /// The office.
    pub office: OfficeId,
    /// The office's name.
    pub office_name: String,
    /// Who.
    pub employee: EmployeeId,
    /// What can be corrected.
    pub fields: PersonFields,
    /// The revision that this is, hexadecimal.
    pub revision: String,
    /// PNS or PPPK: it decides which golongan there are.
    pub kind: EmployeeKind,
    /// Posts, newest first.
    pub posts: Vec<PostSheet>,
    /// The units of the office, by name.
    pub units: Vec<UnitChoice>,
    /// How often the person was changed, here or in the office.
    pub changes: u32,
}

/// What can be corrected of a person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonFields {
    /// The name without titles.
    pub name: String,
    /// Titles before the name.
    pub title_before: String,
    /// Titles after the name.
    pub title_after: String,
    /// Eighteen digits.
    pub nip: String,
    /// Education, as SIASN names it.
    pub education: String,
    /// SIASN's PNS ID.
    pub pns_id: String,
    /// Golongan now. The running post follows.
    pub golongan: Option<Golongan>,
    /// TMT golongan: since when.
    pub golongan_since: Option<NaiveDate>,
}

/// See [`crate::CentralRequest::SavePerson`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavePerson {
    /// Whose office.
    pub office: OfficeId,
    /// Who.
    pub employee: EmployeeId,
    /// What it is from now on.
    pub fields: PersonFields,
    /// The revision that was looked at.
    pub revision: String,
}

/// See [`crate::CentralRequest::ListUnits`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListUnits {
    /// Which office's.
    pub office: OfficeId,
}

/// The units of an office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Units {
    /// The office's name.
    pub office_name: String,
    /// By name.
    pub units: Vec<UnitLine>,
}

/// A unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitLine {
    /// Which.
    pub unit: UnitId,
    /// What can be corrected.
    pub fields: UnitFields,
    /// Monthly or quarterly.
    pub rhythm: Rhythm,
    /// People who hold a post.
    pub people: u32,
    /// The revision that this is, hexadecimal.
    pub revision: String,
}

/// What can be corrected of a unit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitFields {
    /// The full name.
    pub name: String,
    /// The government that it belongs to.
    pub instansi: String,
    /// SIASN's UNOR id.
    pub siasn_id: String,
}

/// See [`crate::CentralRequest::SaveUnit`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaveUnit {
    /// Whose.
    pub office: OfficeId,
    /// Which.
    pub unit: UnitId,
    /// What it is from now on.
    pub fields: UnitFields,
    /// The revision that was looked at.
    pub revision: String,
}
