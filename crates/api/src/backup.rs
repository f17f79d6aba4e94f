//! Cadangan: backups, recovery words, verification.

use crate::import::UploadToken;
use domain::Timestamp;
use serde::{Deserialize, Serialize};

/// See [`crate::OfficeRequest::ListBackups`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListBackups {}

/// Backups on this PC.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Backups {
    /// Newest first.
    pub backups: Vec<BackupLine>,
    /// Their folder, for reading.
    pub folder: String,
    /// Where the database is, for reading.
    pub data_folder: String,
    /// What protects the key on this PC.
    pub protection: Protection,
    /// Whether the recovery sheet was confirmed as printed.
    pub recovery_confirmed: bool,
}

/// One backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackupLine {
    /// The file's name: stands for it in [`Restore`].
    pub name: String,
    /// When it was made.
    pub made_at: Timestamp,
    /// Bytes.
    pub size: u64,
    /// Why it was made.
    pub reason: BackupReason,
}

/// Why a backup was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BackupReason {
    /// Once a day.
    Daily,
    /// Before an import.
    Import,
    /// Before a migration.
    Migration,
    /// Before a restore.
    Restore,
    /// Somebody asked for it.
    Manual,
}

/// What protects the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Protection {
    /// The key store of the operating system.
    KeyStore,
    /// A file that only this user account may read.
    File,
}

/// See [`crate::OfficeRequest::MakeBackup`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MakeBackup {
    /// Where to.
    pub to: BackupTarget,
}

/// Where a backup goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BackupTarget {
    /// The folder of backups on this PC.
    Here,
    /// A folder that the person chooses (a stick, a second disk).
    Elsewhere,
}

/// See [`crate::OfficeRequest::Restore`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restore {
    /// Which backup.
    pub from: RestoreSource,
    /// The recovery words; not needed when this PC still has the key.
    pub words: String,
}

/// Which backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RestoreSource {
    /// One of the list, by name.
    Listed(String),
    /// A file that was chosen.
    Upload(UploadToken),
}

/// See [`crate::OfficeRequest::GetRecovery`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetRecovery {}

/// Lembar pemulihan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecoverySheet {
    /// The words, in order.
    pub words: Vec<String>,
    /// First digits of the database's id, so that a sheet finds its database.
    pub database: String,
    /// When the database was made.
    pub made_at: Timestamp,
}

/// See [`crate::OfficeRequest::ConfirmRecovery`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConfirmRecovery {}

/// See [`crate::OfficeRequest::Verify`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verify {}

/// Periksa.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verified {
    /// Nothing wrong.
    pub ok: bool,
    /// Acts in the journal.
    pub journal: u64,
    /// Sealed records.
    pub records: u64,
    /// Hash of every document, drafts included, hexadecimal.
    pub state_hash: String,
    /// Hash of the sealed documents, hexadecimal.
    pub sealed_hash: String,
    /// What is wrong, as sentences in the user's language.
    pub problems: Vec<String>,
}
