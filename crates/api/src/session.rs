//! Who uses the program, on which units, in which language.

use catalogue::Language;
use chrono::NaiveDate;
use domain::{Nip, Period, Rhythm, Timestamp, UnitId, UserId, Zone};
use serde::{Deserialize, Serialize};

/// See [`crate::OfficeRequest::GetSession`].
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct GetSession {}

/// Everything that the frame of the page needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// What the page shows first.
    pub stage: Stage,
    /// The actor of every write.
    pub user: Option<UserLine>,
    /// Known people of this PC.
    pub users: Vec<UserLine>,
    /// Units of this database, by name.
    pub units: Vec<UnitLine>,
    /// Interface language.
    pub language: Language,
    /// Light, dark, or as the system says.
    pub theme: Theme,
    /// Practice data: its own folder, database, key and device.
    pub practice: bool,
    /// Today in the office's zone.
    pub today: NaiveDate,
    /// Now.
    pub now: Timestamp,
    /// Whether the recovery sheet was confirmed as printed.
    pub recovery_confirmed: bool,
    /// Employees in the database.
    pub employees: u64,
    /// The program's version.
    pub version: String,
    /// Version of the embedded rules.
    pub rules_version: u32,
}

/// What the page shows first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Nothing here yet.
    FirstRun,
    /// Ready for work.
    Ready,
    /// There is a database, and it could not be opened.
    Locked(crate::ErrorCode),
}

/// A person who uses this PC.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserLine {
    /// Identity.
    pub id: UserId,
    /// Name with titles.
    pub name: String,
    /// NIP; empty for somebody who only runs the terminal.
    pub nip: Option<Nip>,
}

/// A unit in the switcher.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitLine {
    /// Identity.
    pub id: UnitId,
    /// Full name.
    pub name: String,
    /// Its government.
    pub instansi: String,
    /// Its zone.
    pub zone: Zone,
    /// Monthly or quarterly.
    pub rhythm: Rhythm,
    /// The period to open with: the one before until five days into the new one have passed.
    pub current_period: Period,
    /// The periods to choose from, newest first.
    pub periods: Vec<Period>,
    /// People assigned today.
    pub employees: u32,
}

/// Light, dark, or as the system says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// See [`crate::OfficeRequest::FirstRun`].
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct FirstRun {
    /// Who uses the program: name with titles.
    pub user_name: String,
    /// That person's NIP, as typed.
    pub user_nip: String,
    /// That person's post, as in the decree; asked of the head only.
    pub user_jabatan: String,
    /// The unit's full name.
    pub unit_name: String,
    /// Its government.
    pub instansi: String,
    /// Its zone.
    pub zone: Zone,
    /// Monthly or quarterly.
    pub rhythm: Rhythm,
    /// Who the user is to the unit.
    pub role: UserRole,
    /// Interface language.
    pub language: Language,
}

/// Who the first user is to the unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UserRole {
    /// The head, who appraises.
    Head,
    /// The operator, who prepares.
    Operator,
}

/// See [`crate::OfficeRequest::AddUser`].
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AddUser {
    /// Name with titles.
    pub name: String,
    /// NIP, as typed.
    pub nip: String,
}

/// See [`crate::OfficeRequest::SwitchUser`].
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SwitchUser {
    /// Who.
    pub user: UserId,
}

/// See [`crate::OfficeRequest::SetPreferences`].
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SetPreferences {
    /// Interface language.
    pub language: Language,
    /// Light, dark, or as the system says.
    pub theme: Theme,
}

/// See [`crate::OfficeRequest::EnterPractice`].
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct EnterPractice {}

/// See [`crate::OfficeRequest::LeavePractice`].
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct LeavePractice {}

/// See [`crate::OfficeRequest::GetStatus`].
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct GetStatus {
    /// The unit on the screen.
    pub unit: Option<UnitId>,
    /// The period on the screen.
    pub period: Option<Period>,
}

/// The status bar. It tells the truth at all times.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Status {
    /// The last commit, in the database on this PC.
    pub saved_at: Option<Timestamp>,
    /// The office's zone, for showing it.
    pub zone: Zone,
    /// Sealed and not yet sent; `None` until a centre is joined.
    pub unsent: Option<u64>,
    /// Where sending stands.
    pub sync: crate::sync::Condition,
    /// The centre's time in the last receipt.
    pub last_sent_at: Option<Timestamp>,
    /// Another number whenever something about sending changed.
    pub sync_version: u64,
    /// The day until which the period is to be sent.
    pub deadline: Option<NaiveDate>,
    /// Days until then; negative when it has passed.
    pub days_left: Option<i64>,
    /// Code of the act that Undo would take back.
    pub undo: Option<String>,
    /// Code of the act that Redo would do again.
    pub redo: Option<String>,
    /// The database's commit counter: it changes when another window or the terminal wrote.
    pub data_version: u64,
}
