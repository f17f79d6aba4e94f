//! Pegawai: people, posts, exceptions, appraisers.

use chrono::NaiveDate;
use domain::assignment::Tenure;
use domain::employee::EmployeeKind;
use domain::nip::Sex;
use domain::{
    AssignmentId, EmployeeId, ExceptionId, ExceptionKind, Golongan, JabatanKind, Jenjang, Nip,
    Period, PersonReference, Predikat, UnitId,
};
use serde::{Deserialize, Serialize};

/// See [`crate::OfficeRequest::ListEmployees`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListEmployees {
    /// Which unit; every unit when empty.
    pub unit: Option<UnitId>,
    /// As of which period.
    pub period: Period,
    /// Words to find in name, NIP and jabatan; empty for all.
    pub query: String,
    /// Which of them.
    pub filter: EmployeeFilter,
}

/// Which people a list shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EmployeeFilter {
    /// Everybody assigned in the period.
    #[default]
    Active,
    /// With an exception in the period.
    Exempt,
    /// Nobody named as appraiser.
    WithoutAppraiser,
    /// Everybody ever, also those who left.
    Everybody,
}

/// The list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmployeeList {
    /// One line per person, or per assignment when somebody holds two posts.
    pub lines: Vec<EmployeeLine>,
    /// People in the unit and period, whatever the filter.
    pub total: u32,
}

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmployeeLine {
    /// Who.
    pub employee: EmployeeId,
    /// The post shown; none when the person has none in the period.
    pub assignment: Option<AssignmentId>,
    /// Name with titles.
    pub name: String,
    /// NIP.
    pub nip: Nip,
    /// PNS or PPPK.
    pub kind: EmployeeKind,
    /// Post.
    pub jabatan: String,
    /// Golongan.
    pub golongan: Option<Golongan>,
    /// Unit's name.
    pub unit: String,
    /// Appraiser's name; empty when nobody is known.
    pub appraiser: String,
    /// Exception in the period.
    pub exempt: Option<ExceptionKind>,
    /// Plt or Plh.
    pub tenure: Tenure,
}

/// See [`crate::OfficeRequest::GetEmployee`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetEmployee {
    /// Who.
    pub employee: EmployeeId,
}

/// One person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmployeeDetail {
    /// The person as stored.
    pub employee: domain::Employee,
    /// Where NIP and master record differ; advises only.
    pub warnings: Vec<MasterWarning>,
    /// Posts, newest first.
    pub assignments: Vec<AssignmentLine>,
    /// Exceptions, newest first.
    pub exceptions: Vec<domain::Exception>,
    /// Rated periods, newest first.
    pub history: Vec<RatedPeriod>,
    /// Acts that changed this person, newest first, as sentences.
    pub changes: Vec<ChangeLine>,
}

/// NIP and master record differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MasterWarning {
    /// Digit 15 says otherwise.
    Sex,
    /// Digits 1–8 say otherwise.
    BirthDate,
    /// Digits 13–14 say otherwise.
    Kind,
}

/// A post with the names of the people in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssignmentLine {
    /// As stored.
    pub assignment: domain::Assignment,
    /// Unit's name.
    pub unit: String,
    /// Appraiser's name, through the unit's head when nobody is named.
    pub appraiser: String,
    /// Name of that person's superior.
    pub appraiser_superior: String,
}

/// A rated period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RatedPeriod {
    /// Which.
    pub period: Period,
    /// Derived.
    pub predikat: Option<Predikat>,
    /// Sealed.
    pub ready: bool,
}

/// One act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeLine {
    /// When.
    pub at: domain::Timestamp,
    /// Who: name of the user.
    pub actor: String,
    /// Code of the act.
    pub act: String,
}

/// See [`crate::OfficeRequest::SaveEmployee`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaveEmployee {
    /// Who; empty adds somebody.
    pub employee: Option<EmployeeId>,
    /// Name without titles.
    pub name: String,
    /// Titles before.
    pub title_before: String,
    /// Titles after.
    pub title_after: String,
    /// NIP, as typed.
    pub nip: String,
    /// Sex in the master record.
    pub sex: Option<Sex>,
    /// Birth date in the master record.
    pub birth_date: Option<NaiveDate>,
    /// Education.
    pub education: String,
    /// The first post, when somebody is added.
    pub post: Option<Post>,
}

/// A post, as a form gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Post {
    /// Unit.
    pub unit: UnitId,
    /// Post's name.
    pub jabatan: String,
    /// Kind of post.
    pub jabatan_kind: JabatanKind,
    /// Level of a functional post.
    pub jenjang: Option<Jenjang>,
    /// Golongan.
    pub golongan: Option<Golongan>,
    /// Definitif, Plt or Plh.
    pub tenure: Tenure,
    /// Pejabat penilai; empty means the unit's head.
    pub appraiser: Option<PersonReference>,
    /// Atasan pejabat penilai.
    pub appraiser_superior: Option<PersonReference>,
    /// First day.
    pub from: NaiveDate,
    /// Last day; open when empty.
    pub to: Option<NaiveDate>,
}

/// See [`crate::OfficeRequest::SaveAssignment`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaveAssignment {
    /// Who.
    pub employee: EmployeeId,
    /// What happens.
    pub change: PostChange,
}

/// What happens to a post.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PostChange {
    /// A typing error is put right, for the whole span.
    Correct(AssignmentId, Post),
    /// From `Post::from` on something else holds: the old post ends the day before.
    ChangeFrom(AssignmentId, Post),
    /// A second post beside the first (Plt, Plh).
    AddBeside(Post),
    /// The post ends on this day.
    End(AssignmentId, NaiveDate),
}

/// See [`crate::OfficeRequest::SaveException`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaveException {
    /// Which; empty adds one.
    pub exception: Option<ExceptionId>,
    /// Who.
    pub employee: EmployeeId,
    /// Why.
    pub kind: ExceptionKind,
    /// First day.
    pub from: NaiveDate,
    /// Last day; open when empty.
    pub to: Option<NaiveDate>,
    /// Number of the letter.
    pub letter: String,
}

/// See [`crate::OfficeRequest::SetAppraiser`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAppraiser {
    /// The posts.
    pub assignments: Vec<AssignmentId>,
    /// Pejabat penilai.
    pub appraiser: Option<PersonReference>,
    /// Atasan pejabat penilai.
    pub appraiser_superior: Option<PersonReference>,
    /// From this day; earlier than a post's first day corrects the whole post.
    pub from: NaiveDate,
}

/// How many posts changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppraiserSet {
    /// Posts.
    pub changed: u32,
}

/// See [`crate::OfficeRequest::Search`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Search {
    /// Words or the beginning of a NIP.
    pub query: String,
    /// At most so many.
    pub limit: u32,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// People, best first.
    pub people: Vec<FoundPerson>,
}

/// A person who was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundPerson {
    /// Who.
    pub employee: EmployeeId,
    /// Name with titles.
    pub name: String,
    /// NIP.
    pub nip: Nip,
    /// Post.
    pub jabatan: String,
    /// Unit's name.
    pub unit: String,
}

/// See [`crate::OfficeRequest::ListAppraisers`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListAppraisers {
    /// Which unit.
    pub unit: UnitId,
    /// Which period.
    pub period: Period,
}

/// Everybody who appraises.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appraisers {
    /// By name.
    pub appraisers: Vec<Appraiser>,
}

/// Somebody who appraises.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appraiser {
    /// Stands for the person in [`crate::sheet::AppraiserChoice::Person`]: the NIP, or the name.
    pub key: String,
    /// Name.
    pub name: String,
    /// The person.
    pub person: PersonReference,
    /// How many rows.
    pub rows: u32,
    /// Whether it is the present user.
    pub me: bool,
}
