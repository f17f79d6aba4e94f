//! Beranda: what is missing, whose turn it is, and *Siap dikirim*.

use crate::sheet::AppraiserChoice;
use chrono::NaiveDate;
use domain::{AssignmentId, EmployeeId, ExceptionKind, Period, UnitId, missing::MissingCode};
use serde::{Deserialize, Serialize};

/// See [`crate::OfficeRequest::GetHome`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetHome {
    /// Which unit.
    pub unit: UnitId,
    /// Which period.
    pub period: Period,
    /// Whose people.
    pub appraiser: AppraiserChoice,
}

/// Beranda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Home {
    /// People who are to be rated, the exempt not counted.
    pub total: u32,
    /// Of these, complete (nothing that blocks is missing, nothing waits as returned).
    pub complete: u32,
    /// Of these, sealed.
    pub ready: u32,
    /// What the centre returned and nobody changed since, in the order of the sheet: it comes before
    /// everything that is missing.
    pub returned: Vec<ReturnedRating>,
    /// What is missing, what one fix clears most first.
    pub missing: Vec<MissingGroup>,
    /// Whose turn it is.
    pub turns: Turns,
    /// Exempt in this period, by kind.
    pub exempt: Vec<(ExceptionKind, u32)>,
    /// Last day for sending.
    pub deadline: NaiveDate,
    /// Days until then; negative when it has passed.
    pub days_left: i64,
    /// Newest notes of these people.
    pub notes: Vec<crate::notes::NoteLine>,
    /// Complete of total in the last periods, oldest first, this one last.
    pub trend: Vec<TrendPoint>,
    /// Whether the organisation's predicate is set.
    pub organisation_set: bool,
    /// The missing list as a message for WhatsApp, in Indonesian.
    pub reminder_text: String,
}

/// The stable code of [`Home::returned`], beside those of [`MissingCode`].
pub const RETURNED: &str = "DIKEMBALIKAN";

/// A rating that the centre asks to look at again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnedRating {
    /// Whose.
    pub person: MissingPerson,
    /// Why, in the words of the centre.
    pub reason: String,
}

/// One line of Daftar Kurang.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissingGroup {
    /// The stable code.
    pub code: MissingCode,
    /// Whether it stops *Siap dikirim*.
    pub blocks: bool,
    /// Who, in the order of the sheet.
    pub people: Vec<MissingPerson>,
}

/// One person of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissingPerson {
    /// The row of the sheet.
    pub assignment: AssignmentId,
    /// Who.
    pub employee: EmployeeId,
    /// Name with titles.
    pub name: String,
    /// NIP.
    pub nip: domain::Nip,
    /// How the post of the row is held.
    pub tenure: domain::assignment::Tenure,
}

/// Whose turn it is. Employees and superiors have a part once the full cycle is in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turns {
    /// People who wait for the user as their appraiser.
    pub you: u32,
    /// People who wait for other appraisers of the unit, or have none.
    pub others: u32,
    /// People who are exempt.
    pub exempt: u32,
}

/// Completeness of one period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrendPoint {
    /// Which period.
    pub period: Period,
    /// Complete.
    pub complete: u32,
    /// To be rated.
    pub total: u32,
}

/// See [`crate::OfficeRequest::PreviewFinish`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewFinish {
    /// Which unit.
    pub unit: UnitId,
    /// Which period.
    pub period: Period,
    /// Whose people.
    pub appraiser: AppraiserChoice,
}

/// What *Siap dikirim* would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FinishPreview {
    /// Complete and not yet sealed.
    pub to_seal: Vec<MissingPerson>,
    /// Sealed already and unchanged.
    pub sealed: u32,
    /// Stopped, with every code.
    pub blocked: Vec<Blocked>,
    /// Exempt.
    pub exempt: u32,
    /// Notes that travel with the ratings.
    pub notes: u32,
    /// Evidence files that travel with the ratings.
    pub evidence: u32,
    /// Advice that does not stop anything, with how many people.
    pub advice: Vec<(MissingCode, u32)>,
}

/// A person whom *Siap dikirim* passes over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Blocked {
    /// Who.
    pub person: MissingPerson,
    /// Why: every hard block.
    pub codes: Vec<MissingCode>,
}

/// See [`crate::OfficeRequest::Finish`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finish {
    /// Which unit; all units when empty.
    pub unit: Option<UnitId>,
    /// Which period.
    pub period: Period,
    /// Whose people.
    pub appraiser: AppraiserChoice,
}

/// What was sealed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finished {
    /// How many evaluations were sealed now.
    pub sealed: u32,
    /// Who was passed over.
    pub blocked: Vec<Blocked>,
}
