//! Closed error codes. A sentence says what happened, what is safe, and what to do next.

use crate::central::CentreTrouble;
use catalogue::{Language, refusal, sync};
use serde::{Deserialize, Serialize};

/// Why the program refused. The page never matches text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", content = "about", rename_all = "snake_case")]
pub enum ErrorCode {
    /// Nobody has said yet who uses the program.
    NeedsFirstRun,
    /// A field of a form is empty or not understood; the name of the field as in the request.
    Field(String),
    /// A NIP that is no NIP, with every reason.
    Nip(Vec<domain::nip::NipError>),
    /// Another person already has this NIP; the name.
    NipTaken(String),
    /// The row was changed meanwhile (another window, the terminal); it was fetched again.
    Stale,
    /// What the request names is not here (any more).
    NotFound,
    /// The person may not do this.
    NotPermitted,
    /// The centre ruled that the rating is final.
    Final,
    /// Undo: the row has changed since, by somebody else or in another way.
    UndoChanged,
    /// What could be taken back is ready to send already.
    UndoSealed,
    /// Undo: nothing left.
    UndoNothing,
    /// The file or text could not be read as a list.
    ImportUnreadable(ImportTrouble),
    /// The preview is gone (the program was restarted); read the file again.
    UploadGone,
    /// An evidence file was refused.
    EvidenceRefused(EvidenceTrouble),
    /// A workbook could not be written.
    WriteFailed(WriteTrouble),
    /// The person closed the save dialog.
    Cancelled,
    /// The place of the data is already filled.
    PlaceNotEmpty,
    /// Another program holds the database; which.
    Busy(String),
    /// The database could not be opened or used.
    Store(StoreTrouble),
    /// A backup could not be made or read.
    Backup(BackupTrouble),
    /// Joining, sending or carrying did not work.
    Sync(SyncTrouble),
    /// The centre's pages refuse.
    Centre(CentreTrouble),
    /// A defect of the program; the log has the chain of causes.
    Internal,
}

/// See [`ErrorCode::Sync`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SyncTrouble {
    /// The text is no joining code.
    NoCode,
    /// The joining code is for a newer program.
    NewerCode,
    /// The joining code was mistyped.
    MistypedCode,
    /// The centre does not know the code.
    UnknownCode,
    /// Another PC has used the code.
    UsedCode,
    /// The code is too old.
    ExpiredCode,
    /// The code does not fit.
    WrongProof,
    /// The PC is one of another office.
    OtherDevice,
    /// A centre is joined already.
    JoinedAlready,
    /// No centre is joined.
    NotJoined,
    /// Practice data is never sent.
    Practice,
    /// Everything has a receipt.
    NothingToCarry,
    /// The file is none of the centre's.
    NoPacket,
    /// The file was changed or cut.
    PacketChanged,
    /// The file is for another PC.
    PacketElsewhere,
    /// A newer program made the file.
    PacketNewer,
    /// The centre cannot be reached.
    Unreachable,
    /// Something else answered.
    NotTheCentre,
}

/// See [`ErrorCode::ImportUnreadable`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportTrouble {
    /// No content.
    Empty,
    /// Larger than the program reads.
    TooLarge,
    /// Locked with a password.
    PasswordProtected,
    /// Not a spreadsheet.
    NotASpreadsheet,
    /// A spreadsheet, but broken.
    Damaged,
    /// No row that looks like column heads with name and NIP.
    NoHeader,
}

/// See [`ErrorCode::EvidenceRefused`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EvidenceTrouble {
    /// No content.
    Empty,
    /// Above 20 MB.
    TooLarge,
    /// Neither PDF, JPG, PNG, XLSX nor DOCX, judged by content.
    UnknownType,
    /// The stored file is gone or damaged.
    Missing,
}

/// See [`ErrorCode::WriteFailed`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WriteTrouble {
    /// The disk is full.
    DiskFull,
    /// The file is open in another program.
    InUse,
    /// The folder does not let itself be written to.
    NotWritable,
    /// Something else; the log has it.
    Other,
}

/// See [`ErrorCode::Store`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StoreTrouble {
    /// Made by a newer program.
    NewerProgram,
    /// The key does not fit.
    WrongKey,
    /// The key is not on this PC.
    KeyMissing,
    /// The disk lets nothing be written.
    ReadOnly,
    /// The disk is full.
    DiskFull,
    /// The file is damaged.
    Corrupt,
    /// Something else; the log has it.
    Other,
}

/// See [`ErrorCode::Backup`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BackupTrouble {
    /// Not a backup of this program.
    NotABackup,
    /// Broken or cut short.
    Damaged,
    /// The recovery words do not fit this backup.
    WrongCode,
    /// The recovery words hold a mistake; its place is in the field error.
    CodeMistyped,
    /// Made by a newer program.
    NewerProgram,
    /// The disk is full.
    DiskFull,
    /// Something else; the log has it.
    Other,
}

/// A refusal, as it travels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Refusal {
    /// Which.
    pub code: ErrorCode,
}

impl From<ErrorCode> for Refusal {
    fn from(code: ErrorCode) -> Self {
        Self { code }
    }
}

impl ErrorCode {
    /// What happened, what is safe, what to do next.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        use ErrorCode as E;
        match self {
            E::NeedsFirstRun => refusal::needs_first_run(language).into(),
            E::Field(field) => refusal::field(language, field),
            E::Nip(reasons) => reasons
                .iter()
                .map(|reason| catalogue::nip::reason(language, *reason))
                .collect::<Vec<_>>()
                .join(" "),
            E::NipTaken(name) => refusal::nip_taken(language, name),
            E::Stale => refusal::stale(language).into(),
            E::NotFound => refusal::not_found(language).into(),
            E::NotPermitted => refusal::not_permitted(language).into(),
            E::Final => refusal::final_at_centre(language).into(),
            E::UndoChanged => refusal::undo_changed(language).into(),
            E::UndoSealed => refusal::undo_sealed(language).into(),
            E::UndoNothing => refusal::undo_nothing(language).into(),
            E::ImportUnreadable(trouble) => trouble.sentence(language).into(),
            E::UploadGone => refusal::upload_gone(language).into(),
            E::EvidenceRefused(trouble) => trouble.sentence(language).into(),
            E::WriteFailed(trouble) => trouble.sentence(language).into(),
            E::Cancelled => refusal::cancelled(language).into(),
            E::PlaceNotEmpty => refusal::place_not_empty(language).into(),
            E::Busy(holder) => refusal::busy(language, holder),
            E::Store(trouble) => trouble.sentence(language).into(),
            E::Backup(trouble) => trouble.sentence(language).into(),
            E::Sync(trouble) => trouble.sentence(language).into(),
            E::Centre(trouble) => trouble.sentence(language).into(),
            E::Internal => refusal::internal(language).into(),
        }
    }
}

impl SyncTrouble {
    const fn sentence(self, language: Language) -> &'static str {
        match self {
            Self::NoCode => sync::code_none(language),
            Self::NewerCode => sync::code_newer(language),
            Self::MistypedCode => sync::code_mistyped(language),
            Self::UnknownCode => sync::code_unknown(language),
            Self::UsedCode => sync::code_used(language),
            Self::ExpiredCode => sync::code_expired(language),
            Self::WrongProof => sync::code_proof(language),
            Self::OtherDevice => sync::device_elsewhere(language),
            Self::JoinedAlready => sync::joined_already(language),
            Self::NotJoined => sync::not_joined_yet(language),
            Self::Practice => sync::practice_never(language),
            Self::NothingToCarry => sync::nothing_for_stick(language),
            Self::NoPacket => sync::no_packet(language),
            Self::PacketChanged => sync::packet_changed(language),
            Self::PacketElsewhere => sync::packet_elsewhere(language),
            Self::PacketNewer => sync::packet_newer(language),
            Self::Unreachable => sync::unreachable(language),
            Self::NotTheCentre => sync::not_the_centre(language),
        }
    }
}

impl ImportTrouble {
    const fn sentence(self, language: Language) -> &'static str {
        match self {
            Self::Empty => refusal::import_empty(language),
            Self::TooLarge => refusal::import_too_large(language),
            Self::PasswordProtected => refusal::import_password(language),
            Self::NotASpreadsheet => refusal::import_not_a_spreadsheet(language),
            Self::Damaged => refusal::import_damaged(language),
            Self::NoHeader => refusal::import_no_header(language),
        }
    }
}

impl EvidenceTrouble {
    const fn sentence(self, language: Language) -> &'static str {
        match self {
            Self::Empty => refusal::evidence_empty(language),
            Self::TooLarge => refusal::evidence_too_large(language),
            Self::UnknownType => refusal::evidence_type(language),
            Self::Missing => refusal::evidence_missing(language),
        }
    }
}

impl WriteTrouble {
    const fn sentence(self, language: Language) -> &'static str {
        match self {
            Self::DiskFull => refusal::write_disk_full(language),
            Self::InUse => refusal::write_in_use(language),
            Self::NotWritable => refusal::write_not_writable(language),
            Self::Other => refusal::write_other(language),
        }
    }
}

impl StoreTrouble {
    const fn sentence(self, language: Language) -> &'static str {
        match self {
            Self::NewerProgram => refusal::store_newer(language),
            Self::WrongKey => refusal::store_wrong_key(language),
            Self::KeyMissing => refusal::store_key_missing(language),
            Self::ReadOnly => refusal::store_read_only(language),
            Self::DiskFull => refusal::store_disk_full(language),
            Self::Corrupt => refusal::store_corrupt(language),
            Self::Other => refusal::store_other(language),
        }
    }
}

impl BackupTrouble {
    const fn sentence(self, language: Language) -> &'static str {
        match self {
            Self::NotABackup => refusal::backup_not_ours(language),
            Self::Damaged => refusal::backup_damaged(language),
            Self::WrongCode => refusal::backup_wrong_code(language),
            Self::CodeMistyped => refusal::backup_code_mistyped(language),
            Self::NewerProgram => refusal::backup_newer(language),
            Self::DiskFull => refusal::write_disk_full(language),
            Self::Other => refusal::backup_other(language),
        }
    }
}
