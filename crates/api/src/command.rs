//! One list of commands; names, pairs and the exhaustive enum come from it.

use crate::set::commands;
use crate::{
    Refusal, Tag, backup, employees, home, import, notes, organisation, reports, session, settings,
    sheet, sync, undo,
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// Whether a command changes anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Looks only.
    Read,
    /// May change the database or the disk.
    Write,
}

/// A request and the answer that belongs to it.
pub trait Command: Serialize + DeserializeOwned {
    /// What comes back.
    type Answer: Serialize + DeserializeOwned;
    /// The set that the request belongs to.
    type Set: Serialize;
    /// The name on the wire.
    const NAME: &'static str;
    /// Read or write.
    const ACCESS: Access;
    /// What the answer depends on (empty for writes).
    const PROVIDES: &'static [Tag];

    /// The request as a member of the set.
    fn request(self) -> Self::Set;
}

/// What travels to the program.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Call<Set = OfficeRequest> {
    /// The command.
    pub request: Set,
}

/// What travels back.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Envelope {
    /// Done; the answer's JSON and what is stale now.
    Answer {
        /// [`Command::Answer`] of the request.
        value: serde_json::Value,
        /// Empty for reads.
        stale: Vec<Tag>,
    },
    /// Refused; nothing changed.
    Refused(Refusal),
}

commands! {
    /// Every command of a district office.
    OfficeRequest;

    /// Who is here, which units, which period: the first call of the page.
    session::GetSession => session::Session, Read [Session];
    /// Creates the place: device, keys, first user, first unit.
    session::FirstRun => session::Session, Write [];
    /// Adds a known person who uses this PC.
    session::AddUser => session::Session, Write [];
    /// From now on this person is the actor.
    session::SwitchUser => session::Session, Write [];
    /// Language and theme.
    session::SetPreferences => session::Session, Write [];
    /// Opens the practice place, filling it on first use.
    session::EnterPractice => session::Session, Write [];
    /// Back to the office's own place.
    session::LeavePractice => session::Session, Write [];
    /// The status bar.
    session::GetStatus => session::Status, Read [Status, Evaluations, Sync];

    /// Daftar Kurang, progress, deadline, turns, latest notes.
    home::GetHome => home::Home, Read [Employees, Evaluations, Notes, Organisation, Session];
    /// What *Siap dikirim* would seal, in words, and what stops it.
    home::PreviewFinish => home::FinishPreview, Read [Employees, Evaluations, Notes];
    /// *Siap dikirim*: seals what is complete.
    home::Finish => home::Finished, Write [];

    /// The list of a unit, filtered.
    employees::ListEmployees => employees::EmployeeList, Read [Employees];
    /// One person with posts, exceptions and history.
    employees::GetEmployee => employees::EmployeeDetail, Read [Employees, Evaluations, Notes];
    /// Adds or corrects a person.
    employees::SaveEmployee => employees::EmployeeDetail, Write [];
    /// Adds, corrects or ends a post; a change from a day on ends one and begins another.
    employees::SaveAssignment => employees::EmployeeDetail, Write [];
    /// Adds, corrects or ends an exception.
    employees::SaveException => employees::EmployeeDetail, Write [];
    /// Names the pejabat penilai and that person's superior for many at once.
    employees::SetAppraiser => employees::AppraiserSet, Write [];
    /// Finds people by name, NIP or jabatan.
    employees::Search => employees::Found, Read [Employees];
    /// Everybody who appraises in a unit and period.
    employees::ListAppraisers => employees::Appraisers, Read [Employees, Session];

    /// Reads a file or pasted text and says what would happen to each row.
    import::PreviewImport => import::ImportPreview, Read [];
    /// Lets the valid rows in.
    import::ApplyImport => import::Imported, Write [];
    /// Saves "baris bermasalah.xlsx".
    import::SaveProblemRows => reports::Saved, Write [];
    /// Saves the empty list to fill in.
    import::SaveTemplate => reports::Saved, Write [];

    /// The grid.
    sheet::GetSheet => sheet::Sheet, Read [Employees, Evaluations, Notes];
    /// Commits cells: one, a fill, or a paste.
    sheet::SaveCells => sheet::CellsSaved, Write [];
    /// *Sesuai* for many at once, with guard rails.
    sheet::FillSesuai => sheet::BulkOutcome, Write [];
    /// Marks bulk cells as looked at.
    sheet::ReviewCells => sheet::CellsSaved, Write [];
    /// The sentence that explains a rating.
    sheet::SaveReason => sheet::CellsSaved, Write [];
    /// The side panel: facts, notes, evidence, history.
    sheet::GetPanel => sheet::Panel, Read [Employees, Evaluations, Notes];
    /// The rubric of a column.
    sheet::GetRubric => sheet::Rubric, Read [];

    /// The timeline.
    notes::ListNotes => notes::Timeline, Read [Notes, Employees];
    /// Writes or changes a note.
    notes::SaveNote => notes::NoteLine, Write [];
    /// Takes a note back.
    notes::WithdrawNote => notes::Withdrawn, Write [];
    /// Keeps an uploaded file as evidence.
    notes::AttachEvidence => notes::EvidenceLine, Write [];
    /// Takes a piece of evidence back.
    notes::WithdrawEvidence => notes::Withdrawn, Write [];
    /// Opens a temporary copy in the office's own viewer.
    notes::OpenEvidence => notes::Opened, Write [];

    /// The organisation's predicate and the pattern's advice.
    organisation::GetOrganisation => organisation::OrganisationView, Read [Organisation, Evaluations, Employees];
    /// Sets the organisation's predicate.
    organisation::SetOrganisation => organisation::OrganisationView, Write [];

    /// What the workbook would hold, what is not ready, what is left out.
    reports::PreviewExport => reports::ExportPreview, Read [Employees, Evaluations, Organisation];
    /// Writes the workbook.
    reports::Export => reports::Saved, Write [];
    /// Opens what was saved, or its folder.
    reports::OpenSaved => reports::SavedOpened, Write [];
    /// Values in the order of the BKN screens, to copy by hand.
    reports::GetCopySheet => reports::CopySheet, Read [Employees, Evaluations];
    /// Counts per predikat.
    reports::GetRecap => reports::Recap, Read [Employees, Evaluations, Organisation];

    /// Backups on this PC.
    backup::ListBackups => backup::Backups, Read [Backups];
    /// Makes one now.
    backup::MakeBackup => backup::Backups, Write [];
    /// Puts a backup in place of what is here; what is here is set aside.
    backup::Restore => session::Session, Write [];
    /// The recovery words, to print.
    backup::GetRecovery => backup::RecoverySheet, Read [Session];
    /// The sheet was printed or written down.
    backup::ConfirmRecovery => backup::Backups, Write [];
    /// Checks every chain, hash and file.
    backup::Verify => backup::Verified, Read [];

    /// Units with heads and signatories.
    settings::GetSettings => settings::Settings, Read [Session];
    /// Adds or changes a unit.
    settings::SaveUnit => settings::Settings, Write [];
    /// Adds or changes a signatory.
    settings::SaveSignatory => settings::Settings, Write [];

    /// Where sending stands, receipts, what needs a decision.
    sync::GetSync => sync::SyncView, Read [Sync, Employees, Evaluations];
    /// Joins the centre of a code, over the line.
    sync::Join => sync::SyncView, Write [];
    /// Writes the request to join into a file, for a stick.
    sync::SaveJoinRequest => reports::Saved, Write [];
    /// Sends and fetches now.
    sync::SyncNow => sync::SyncView, Write [];
    /// Stops sending until it is resumed.
    sync::PauseSync => sync::SyncView, Write [];
    /// Goes on sending.
    sync::ResumeSync => sync::SyncView, Write [];
    /// Writes what has no receipt into a packet, for a stick.
    sync::WriteStick => sync::StickWritten, Write [];
    /// Reads a file from the centre: an answer to a packet, or to a request to join.
    sync::ReadStick => sync::StickRead, Write [];
    /// Decides about a document that was changed here and at the centre.
    sync::Decide => sync::SyncView, Write [];

    /// Takes back one's own last act.
    undo::Undo => undo::Undone, Write [];
    /// Does again what was taken back.
    undo::Redo => undo::Undone, Write [];
}
