//! Where the parts of a database lie.

use crate::durable::folder_of;
use std::path::{Path, PathBuf};

/// The folder of one database, and where each part stands in it.
///
/// ```text
/// data/
///   office/                what a backup carries and a restore replaces as a whole
///     kinerja.db           the encrypted database (with -wal and -shm while it is open)
///     database.id          which database this is, readable without the key
///     evidence/ab/cdef…    encrypted files, named by a keyed hash
///   backups/               rolling backups
///   temporary/             opened copies and files that are being written
///   holders/               who has the database open
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    /// The folder that holds everything.
    pub data: PathBuf,
}

impl Places {
    /// The places under this folder. Nothing is made yet.
    #[must_use]
    pub fn new(data: impl Into<PathBuf>) -> Self {
        Self { data: data.into() }
    }

    /// What belongs together: database, its id, evidence.
    #[must_use]
    pub fn office(&self) -> PathBuf {
        self.data.join("office")
    }

    /// The SQLite file.
    #[must_use]
    pub fn database(&self) -> PathBuf {
        database_in(&self.office())
    }

    /// The folder of encrypted evidence files.
    #[must_use]
    pub fn evidence(&self) -> PathBuf {
        evidence_in(&self.office())
    }

    /// The folder of rolling backups.
    #[must_use]
    pub fn backups(&self) -> PathBuf {
        self.data.join("backups")
    }

    /// The folder of opened copies.
    #[must_use]
    pub fn temporary(&self) -> PathBuf {
        self.data.join("temporary")
    }

    /// Whether a file at this path would lie among what the program keeps here, where nobody else
    /// may write: a workbook over the database would be the end of it.
    #[must_use]
    pub fn keeps(&self, path: &Path) -> bool {
        let own = [
            self.office(),
            self.incoming(),
            self.temporary(),
            self.holders(),
        ];
        folder_of(path).canonicalize().is_ok_and(|folder| {
            own.iter()
                .filter_map(|own| own.canonicalize().ok())
                .any(|own| folder.starts_with(own))
        })
    }

    pub(crate) fn holders(&self) -> PathBuf {
        self.data.join("holders")
    }

    pub(crate) fn gate(&self) -> PathBuf {
        self.data.join("holders").join("gate")
    }

    /// A whole office that waits to take the place of [`office`](Self::office).
    pub(crate) fn incoming(&self) -> PathBuf {
        self.data.join("office.incoming")
    }

    /// An office that is being made, and worth nothing until it is renamed.
    pub(crate) fn partial(&self) -> PathBuf {
        self.data.join("office.partial")
    }
}

pub(crate) fn database_in(office: &Path) -> PathBuf {
    office.join("kinerja.db")
}

pub(crate) fn evidence_in(office: &Path) -> PathBuf {
    office.join("evidence")
}

pub(crate) fn identity_in(office: &Path) -> PathBuf {
    office.join("database.id")
}
