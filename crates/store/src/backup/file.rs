//! What a backup file says of itself.

use super::{
    BackupError,
    format::{Header, Reading},
};
use crate::places::Places;
use chrono::DateTime;
use domain::Timestamp;
use std::{
    ffi::OsStr,
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

/// Extension of the backups that the program names itself.
pub(super) const EXTENSION: &str = "cadangan";

/// Why a backup was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BackupReason {
    /// Once a day.
    Daily,
    /// Before an import.
    Import,
    /// Before the database was brought up to a newer program.
    Migration,
    /// Before another backup was restored.
    Restore,
    /// Because somebody asked for it.
    Manual,
}

impl BackupReason {
    /// Every reason.
    pub const ALL: [Self; 5] = [
        Self::Daily,
        Self::Import,
        Self::Migration,
        Self::Restore,
        Self::Manual,
    ];

    /// The code in file names and headers.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Daily => "daily",
            Self::Import => "import",
            Self::Migration => "migration",
            Self::Restore => "restore",
            Self::Manual => "manual",
        }
    }

    pub(super) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }
}

/// What is written on a backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupLabel {
    /// Why it is made.
    pub reason: BackupReason,
    /// When, by the PC's clock.
    pub made_at: Timestamp,
    /// The database key, wrapped by the recovery code; empty while there is no recovery code, and
    /// then only a PC that has the key can restore it.
    pub wrapped_key: Vec<u8>,
}

impl BackupLabel {
    /// `kinerja_2026-11-21_070233_daily.cadangan`: in order of time, and a name that every disk
    /// takes. The time is UTC.
    pub(super) fn file_name(&self) -> String {
        format!(
            "kinerja_{}_{}.{EXTENSION}",
            stamp(self.made_at),
            self.reason.code()
        )
    }
}

/// `2026-11-21_070233`, UTC.
pub(super) fn stamp(at: Timestamp) -> String {
    let at = DateTime::from_timestamp_micros(at.0).unwrap_or_default();
    at.format("%Y-%m-%d_%H%M%S").to_string()
}

/// A backup file, by its header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupFile {
    /// Where it is.
    pub path: PathBuf,
    /// Bytes.
    pub size: u64,
    /// When it was made.
    pub made_at: Timestamp,
    /// Why.
    pub reason: BackupReason,
    /// Of which database.
    pub database_id: [u8; 16],
    /// The database key, wrapped by the recovery code.
    pub wrapped_key: Vec<u8>,
    /// Version of the schema.
    pub schema: i32,
}

impl BackupFile {
    pub(super) fn new(path: &Path, size: u64, header: Header) -> Result<Self, BackupError> {
        Ok(Self {
            path: path.to_owned(),
            size,
            made_at: Timestamp(header.made_at),
            reason: BackupReason::from_code(&header.reason).ok_or(BackupError::NotABackup)?,
            database_id: header.database_id.into(),
            wrapped_key: header.wrapped_key.into(),
            schema: header.schema,
        })
    }
}

/// Reads what a backup says of itself, not whether it is whole.
///
/// # Errors
/// [`BackupError::NotABackup`], [`BackupError::NewerProgram`], or what the disk refused.
pub fn inspect(path: &Path) -> Result<BackupFile, BackupError> {
    let file = File::open(path).map_err(BackupError::from_io)?;
    let size = file.metadata().map_err(BackupError::from_io)?.len();
    let reading = Reading::begin(io::BufReader::new(file))?;
    BackupFile::new(path, size, reading.header)
}

/// Reads all of a backup and compares its hash.
///
/// # Errors
/// [`BackupError::Damaged`] when anything was cut or changed; else as [`inspect`].
pub fn verify(path: &Path) -> Result<BackupFile, BackupError> {
    let file = File::open(path).map_err(BackupError::from_io)?;
    let size = file.metadata().map_err(BackupError::from_io)?.len();
    let mut reading = Reading::begin(io::BufReader::new(file))?;
    while let Some(section) = reading.next()? {
        reading.copy(&section, &mut io::sink())?;
    }
    BackupFile::new(path, size, reading.finish()?)
}

/// The rolling backups of a place, newest first. Files that are no backups are passed over.
///
/// # Errors
/// What the disk refused.
pub fn list(places: &Places) -> Result<Vec<BackupFile>, BackupError> {
    let entries = match fs::read_dir(places.backups()) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(BackupError::from_io(error)),
    };
    let mut backups = Vec::new();
    for entry in entries {
        let path = entry.map_err(BackupError::from_io)?.path();
        if path.extension() != Some(OsStr::new(EXTENSION)) {
            continue;
        }
        match inspect(&path) {
            Ok(backup) => backups.push(backup),
            Err(BackupError::Io(error)) => return Err(BackupError::Io(error)),
            Err(_) => {}
        }
    }
    backups.sort_by(|a, b| (b.made_at, &b.path).cmp(&(a.made_at, &a.path)));
    Ok(backups)
}
