//! Backups: one file with everything, and the way back.
//!
//! | Part | What |
//! |---|---|
//! | header | format, database, time, reason, the database key wrapped by the recovery code |
//! | database | a consistent copy, encrypted with the database key |
//! | evidence | the encrypted files, as they are |
//! | end | BLAKE3 of all before |
//!
//! Nothing in it is in the clear but the header, and nothing opens it but the database key.

mod copying;
mod file;
mod format;
mod restoring;
mod rotation;
mod writing;

pub use file::{BackupFile, BackupLabel, BackupReason, inspect, list, verify};
pub(crate) use restoring::recover;
pub use restoring::{Restored, restore};
pub use rotation::rotate;
pub(crate) use writing::write_rolling;

use crate::{
    error::{OpenError, StoreError},
    lock::{Holder, LockError},
    trouble::Trouble,
};
use std::io;

/// Why a backup was not made, read or restored. What was there before stays as it was.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The file is no backup of this program.
    #[error("the file is no backup")]
    NotABackup,
    /// The backup was made by a newer program.
    #[error("the backup has version {found}, this program knows {known}")]
    NewerProgram {
        /// Version of the backup.
        found: i32,
        /// The newest version that this program knows.
        known: i32,
    },
    /// The file was cut or changed.
    #[error("the backup is damaged")]
    Damaged,
    /// The key does not open what is in it.
    #[error("the key does not open this backup")]
    WrongKey,
    /// There is no such file.
    #[error("there is no such file")]
    NotFound,
    /// The disk cannot be written.
    #[error("the disk cannot be written")]
    ReadOnly,
    /// There is no space left.
    #[error("the disk is full")]
    DiskFull,
    /// Somebody has the database open.
    #[error("the database is in use")]
    Busy {
        /// Who, when it is known.
        holder: Option<Holder>,
    },
    /// The operating system refused something else.
    #[error("the files cannot be reached")]
    Io(#[source] io::Error),
    /// The database could not be opened.
    #[error("the database cannot be opened")]
    Open(#[source] OpenError),
    /// The database could not be read.
    #[error("the database cannot be read")]
    Store(#[source] StoreError),
}

impl BackupError {
    pub(crate) fn from_io(error: io::Error) -> Self {
        match (error.kind(), Trouble::of_io(&error)) {
            (io::ErrorKind::NotFound, _) => Self::NotFound,
            (io::ErrorKind::UnexpectedEof, _) => Self::Damaged,
            (_, Trouble::ReadOnly) => Self::ReadOnly,
            (_, Trouble::DiskFull) => Self::DiskFull,
            _ => Self::Io(error),
        }
    }

    pub(crate) fn from_lock(error: LockError) -> Self {
        match error {
            LockError::Busy { holder } => Self::Busy { holder },
            LockError::ReadOnly => Self::ReadOnly,
            LockError::DiskFull => Self::DiskFull,
            LockError::Io(error) => Self::Io(error),
        }
    }

    pub(crate) fn from_store(error: StoreError) -> Self {
        match error {
            StoreError::DiskFull => Self::DiskFull,
            StoreError::ReadOnly => Self::ReadOnly,
            error => Self::Store(error),
        }
    }

    pub(crate) fn from_sql(error: rusqlite::Error) -> Self {
        Self::from_store(StoreError::from(error))
    }
}
