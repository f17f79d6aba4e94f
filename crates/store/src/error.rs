//! Why a database was not opened, read or written. Nothing that was committed before is lost in
//! any of these.

use crate::{lock::Holder, lock::LockError, trouble::Trouble};
use domain::Kind;
use record::BodyError;
use std::io;
use uuid::Uuid;

/// Why a database could not be made or opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// There is no database in this place.
    #[error("there is no database here")]
    NotFound,
    /// A new database was asked for where one stands already.
    #[error("there is a database here already")]
    AlreadyExists,
    /// The database was written by a newer program; this one leaves it alone.
    #[error("the database has version {found}, this program knows {known}")]
    NewerProgram {
        /// Version of the database.
        found: i32,
        /// The newest version that this program knows.
        known: i32,
    },
    /// The database is older and must be brought up by [`Store::migrate`](crate::Store::migrate).
    #[error("the database has version {found} and must be brought to {known}")]
    OlderSchema {
        /// Version of the database.
        found: i32,
        /// The version that this program works with.
        known: i32,
    },
    /// The key is not this database's.
    #[error("the key does not open this database")]
    WrongKey,
    /// The disk or the folder cannot be written.
    #[error("the folder of the database cannot be written")]
    ReadOnly,
    /// There is no space left.
    #[error("the disk is full")]
    DiskFull,
    /// The file is damaged; a backup has to be restored.
    #[error("the database file is damaged")]
    Corrupt,
    /// Somebody else works on the database in a way that needs it alone.
    #[error("the database is in use")]
    Busy {
        /// Who, when it is known.
        holder: Option<Holder>,
    },
    /// The operating system refused something else.
    #[error("the files of the database cannot be reached")]
    Io(#[source] io::Error),
    /// SQLite refused something else.
    #[error("the database refused")]
    Database(#[source] rusqlite::Error),
}

impl OpenError {
    pub(crate) fn from_sql(error: rusqlite::Error) -> Self {
        match Trouble::of(&error) {
            Trouble::Busy => Self::Busy { holder: None },
            Trouble::ReadOnly => Self::ReadOnly,
            Trouble::DiskFull => Self::DiskFull,
            Trouble::Corrupt | Trouble::NotADatabase => Self::Corrupt,
            Trouble::Unique | Trouble::ForeignKey | Trouble::Other => Self::Database(error),
        }
    }

    pub(crate) fn from_io(error: io::Error) -> Self {
        match Trouble::of_io(&error) {
            Trouble::ReadOnly => Self::ReadOnly,
            Trouble::DiskFull => Self::DiskFull,
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
            StoreError::Busy { holder } => Self::Busy { holder },
            StoreError::ReadOnly => Self::ReadOnly,
            StoreError::DiskFull => Self::DiskFull,
            StoreError::Io(error) => Self::Io(error),
            StoreError::Database(error) => Self::Database(error),
            StoreError::Corrupt
            | StoreError::NoTable { .. }
            | StoreError::Missing { .. }
            | StoreError::Taken { .. }
            | StoreError::Dangling { .. }
            | StoreError::Body { .. } => Self::Corrupt,
        }
    }
}

/// Why something could not be read or written in an open database. A write that fails leaves
/// nothing behind.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another program was writing for longer than this one waits.
    #[error("another program is writing")]
    Busy {
        /// Who has the database open, when it is known.
        holder: Option<Holder>,
    },
    /// The disk or the file cannot be written.
    #[error("the database cannot be written")]
    ReadOnly,
    /// There is no space left.
    #[error("the disk is full")]
    DiskFull,
    /// The file, the journal or the records are damaged.
    #[error("the database is damaged")]
    Corrupt,
    /// Documents of this kind are not kept in a table of their own.
    #[error("{kind:?} has no table")]
    NoTable {
        /// The kind.
        kind: Kind,
    },
    /// The document is not there.
    #[error("{kind:?} {id} is not there")]
    Missing {
        /// Its kind.
        kind: Kind,
        /// Its id.
        id: Uuid,
    },
    /// What must be unique is taken: a NIP, or an assignment's evaluation in a period.
    #[error("another {kind:?} has what {id} would take")]
    Taken {
        /// Kind of the document that was refused.
        kind: Kind,
        /// Its id.
        id: Uuid,
    },
    /// A document names another that is not there.
    #[error("{kind:?} {id} names a document that is not there")]
    Dangling {
        /// Kind of the document that names it.
        kind: Kind,
        /// Its id.
        id: Uuid,
    },
    /// A body could not be read.
    #[error("the body of {kind:?} {id} cannot be read")]
    Body {
        /// Its kind.
        kind: Kind,
        /// Its id.
        id: Uuid,
        /// What the codec found.
        #[source]
        source: BodyError,
    },
    /// The operating system refused something else.
    #[error("the files of the database cannot be reached")]
    Io(#[source] io::Error),
    /// SQLite refused something else.
    #[error("the database refused")]
    Database(#[source] rusqlite::Error),
}

/// Sorted, not passed through: each SQLite code lands in the variant that a person can act upon.
impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match Trouble::of(&error) {
            Trouble::Busy => Self::Busy { holder: None },
            Trouble::ReadOnly => Self::ReadOnly,
            Trouble::DiskFull => Self::DiskFull,
            Trouble::Corrupt | Trouble::NotADatabase => Self::Corrupt,
            Trouble::Unique | Trouble::ForeignKey | Trouble::Other => Self::Database(error),
        }
    }
}
