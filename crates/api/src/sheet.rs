//! Lembar Penilaian: the grid.

use domain::evaluation::Cell;
use domain::{
    AssignmentId, Capaian, Column, EmployeeId, EvidenceId, ExceptionKind, Golongan, Nip, Period,
    Predikat, Rating, Timestamp, UnitId, missing::MissingCode,
};
use serde::{Deserialize, Serialize};

/// Whose people the sheet shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AppraiserChoice {
    /// Those whom the present user rates; everybody when the user rates nobody here.
    #[default]
    Me,
    /// Everybody in the unit.
    Everybody,
    /// Those whom the person with this key rates (see [`crate::employees::Appraiser::key`]).
    Person(String),
}

/// See [`crate::OfficeRequest::GetSheet`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetSheet {
    /// Which unit.
    pub unit: UnitId,
    /// Which period.
    pub period: Period,
    /// Whose people.
    pub appraiser: AppraiserChoice,
}

/// The grid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// One row per assignment, in the order of the list (jabatan kind, golongan, name).
    pub rows: Vec<SheetRow>,
    /// Name of the appraiser whose people these are; empty for everybody.
    pub appraiser_name: String,
    /// Attainment under which bulk passes over, in hundredths of a percent (a rule).
    pub bulk_threshold: Capaian,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetRow {
    /// The row's identity.
    pub assignment: AssignmentId,
    /// Who.
    pub employee: EmployeeId,
    /// Name with titles.
    pub name: String,
    /// NIP.
    pub nip: Nip,
    /// Post.
    pub jabatan: String,
    /// Golongan in this assignment.
    pub golongan: Option<Golongan>,
    /// Days of the period that the assignment covers, when it is not the whole: first and last.
    pub part: Option<(chrono::NaiveDate, chrono::NaiveDate)>,
    /// How the post is held.
    pub tenure: domain::assignment::Tenure,
    /// Why nobody needs to rate this row.
    pub exempt: Option<ExceptionKind>,
    /// Attainment.
    pub capaian: Option<Capaian>,
    /// Evidence behind the rating.
    pub evidence: u32,
    /// Notes about the person in this period.
    pub notes: u32,
    /// Rating of hasil kerja.
    pub hasil_kerja: Cell,
    /// The seven values.
    pub behaviours: [Cell; 7],
    /// Overall rating of perilaku.
    pub perilaku: Cell,
    /// What the seven suggest for the overall; shown, never set.
    pub suggestion: Option<Rating>,
    /// The sentence.
    pub reason: String,
    /// Derived.
    pub predikat: Option<Predikat>,
    /// The predikat of the period before; empty until this one has a draft.
    pub previous: Option<Predikat>,
    /// Draf, siap dikirim, and so on.
    pub status: RowStatus,
    /// What the centre ruled about it.
    pub verdict: Option<Verdict>,
    /// Everything that is missing.
    pub missing: Vec<MissingCode>,
    /// Commit counter of the evaluation: sent back with an edit, so that nobody overwrites
    /// unseen. 0 while there is none.
    pub revision: u64,
}

/// Where a row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowStatus {
    /// Nothing typed.
    Empty,
    /// Draf.
    Draft,
    /// Siap dikirim.
    Ready,
    /// Changed after it was sealed: a correction that is not sealed yet.
    Changed,
    /// Nobody needs to rate it.
    Exempt,
    /// Dikembalikan: the centre asks to look again, and nothing was changed since.
    Returned,
    /// Final at the centre: nothing changes any more.
    Final,
}

/// What the centre ruled about a rating as it stands here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// Final, or else returned.
    pub is_final: bool,
    /// Why, in the words of the centre.
    pub reason: String,
    /// Who, by name.
    pub by: String,
    /// When, by the centre's time.
    pub at: Timestamp,
}

/// See [`crate::OfficeRequest::SaveCells`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaveCells {
    /// Which period.
    pub period: Period,
    /// How they came.
    pub origin: Origin,
    /// The edits; one act, one undo step.
    pub edits: Vec<CellEdit>,
}

/// How edits came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Typed in one cell.
    Typed,
    /// Filled down or right.
    Filled,
    /// Pasted, from Excel too.
    Pasted,
}

/// One edit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellEdit {
    /// The row.
    pub assignment: AssignmentId,
    /// The value.
    pub value: CellValue,
    /// [`SheetRow::revision`] as last seen; `None` takes whatever is there (paste, terminal).
    pub revision: Option<u64>,
}

/// A value for a cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CellValue {
    /// A rating, or empty again.
    Rating(Column, Option<Rating>),
    /// Attainment, or empty again.
    Capaian(Option<Capaian>),
    /// The sentence.
    Reason(String),
}

/// Rows after a save.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellsSaved {
    /// How many edits were applied.
    pub applied: u32,
    /// The rows as they are now.
    pub rows: Vec<SheetRow>,
    /// Edits that were passed over.
    pub rejected: Vec<CellRejected>,
}

/// An edit that was passed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellRejected {
    /// The row.
    pub assignment: AssignmentId,
    /// Name with titles.
    pub name: String,
    /// Why.
    pub reason: RejectReason,
}

/// Why an edit was passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RejectReason {
    /// Changed meanwhile; the row came back fresh.
    Stale,
    /// Nobody needs to rate this person in this period.
    Exempt,
    /// The row is not here (any more).
    NotFound,
    /// The user would rate himself or herself.
    Oneself,
    /// The centre ruled that the rating is final.
    Final,
}

/// See [`crate::OfficeRequest::FillSesuai`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FillSesuai {
    /// Which period.
    pub period: Period,
    /// The rows.
    pub assignments: Vec<AssignmentId>,
    /// The columns.
    pub columns: Vec<Column>,
}

/// What the bulk bar says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BulkOutcome {
    /// People chosen.
    pub chosen: u32,
    /// People who got *sesuai* in at least one cell.
    pub applied: u32,
    /// People passed over, each with the reason.
    pub skipped: Vec<Skipped>,
    /// The rows as they are now.
    pub rows: Vec<SheetRow>,
}

/// A person whom bulk passed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skipped {
    /// The row.
    pub assignment: AssignmentId,
    /// Name with titles.
    pub name: String,
    /// Why.
    pub reason: SkipReason,
}

/// Why bulk passed over a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SkipReason {
    /// Attainment under the threshold.
    LowCapaian(Capaian),
    /// On leave, retired and so on.
    Exempt(ExceptionKind),
    /// Already rated by hand.
    RatedByHand,
    /// The user would rate himself or herself.
    Oneself,
    /// The centre ruled that the rating is final.
    Final,
}

/// See [`crate::OfficeRequest::ReviewCells`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewCells {
    /// Which period.
    pub period: Period,
    /// The rows.
    pub assignments: Vec<AssignmentId>,
}

/// See [`crate::OfficeRequest::SaveReason`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaveReason {
    /// Which period.
    pub period: Period,
    /// The row.
    pub assignment: AssignmentId,
    /// The sentence.
    pub reason: String,
}

/// See [`crate::OfficeRequest::GetPanel`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetPanel {
    /// Which period.
    pub period: Period,
    /// The row.
    pub assignment: AssignmentId,
}

/// The side panel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Panel {
    /// The row.
    pub row: SheetRow,
    /// Unit.
    pub unit: String,
    /// Appraiser's name.
    pub appraiser: String,
    /// The appraiser's superior's name.
    pub appraiser_superior: String,
    /// Notes of this period, newest first.
    pub notes: Vec<crate::notes::NoteLine>,
    /// Evidence, newest first.
    pub evidence: Vec<crate::notes::EvidenceLine>,
    /// Evidence that the rating names.
    pub attached: Vec<EvidenceId>,
    /// Earlier periods, newest first; empty until this one has a draft.
    pub history: Vec<HistoryLine>,
}

/// An earlier period of one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryLine {
    /// Which period.
    pub period: Period,
    /// Rating of hasil kerja.
    pub hasil_kerja: Option<Rating>,
    /// Rating of perilaku.
    pub perilaku: Option<Rating>,
    /// Derived.
    pub predikat: Option<Predikat>,
}

/// See [`crate::OfficeRequest::GetRubric`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetRubric {
    /// By the rules of which period.
    pub period: Period,
    /// Of which column.
    pub column: Column,
}

/// What each level of a column looks like in practice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rubric {
    /// The column.
    pub column: Column,
    /// The standard statements (panduan perilaku), for a behaviour.
    pub statements: Vec<String>,
    /// Level and description, highest first, in the user's language.
    pub levels: Vec<(Rating, String)>,
    /// Where it comes from.
    pub source: String,
}
