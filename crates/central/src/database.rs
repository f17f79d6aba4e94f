//! Where everything lies: an SQLite file, or PostgreSQL.
//!
//! All statements are written once, over [`Sql`]; the two implementations only carry them out. A
//! piece of work is one transaction: it sees one state, and is wholly there or not at all. When
//! [`Database::write`] answers, what was written is durable.

mod error;
mod migration;
mod postgres;
mod row;
mod sql;
mod sqlite;
mod table;
mod value;

pub use error::SqlError;
pub use migration::{NEWEST, REFERENCE_TABLES};
pub use row::Row;
pub use sql::{Hold, Question, Sql, Step, Work};
pub use table::{Kind, Table};
pub use value::{Value, number, plain};

use postgres::Postgres;
use sqlite::Sqlite;
use std::path::{Path, PathBuf};

/// Whether a file is a centre's SQLite database and every page of it is well. No table is made or
/// changed.
///
/// # Errors
/// When SQLite cannot read it.
pub fn is_whole_centre(file: &Path) -> Result<bool, SqlError> {
    sqlite::is_whole_centre(file)
}

/// An open database; a clone is the same one.
#[derive(Clone)]
pub struct Database(Backend);

#[derive(Clone)]
enum Backend {
    Sqlite(Sqlite),
    Postgres(Postgres),
}

/// Which database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The SQLite file at this path; made when it is not there.
    File(PathBuf),
    /// PostgreSQL at this address, `postgres://…`.
    Server(String),
}

impl Database {
    /// Opens the database and brings its tables up to date.
    ///
    /// # Errors
    /// [`SqlError::Newer`] when a newer program made it; else what the database says.
    pub async fn open(place: &Place) -> Result<Self, SqlError> {
        Ok(Self(match place {
            Place::File(path) => Backend::Sqlite(Sqlite::open(path)?),
            Place::Server(address) => Backend::Postgres(Postgres::open(address).await?),
        }))
    }

    /// Reads, in one state of the database.
    ///
    /// # Errors
    /// What the work says, or that the database failed.
    pub async fn read<T, E, W>(&self, work: W) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<SqlError> + Send + 'static,
        W: for<'a> FnOnce(&'a mut dyn Sql) -> Work<'a, T, E> + Send + 'static,
    {
        match &self.0 {
            Backend::Sqlite(sqlite) => sqlite.read(work).await,
            Backend::Postgres(postgres) => postgres.read(work).await,
        }
    }

    /// Writes in one transaction, which is durable when this answers. Work that fails leaves
    /// nothing behind.
    ///
    /// # Errors
    /// What the work says, or that the database failed.
    pub async fn write<T, E, W>(&self, work: W) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<SqlError> + Send + 'static,
        W: for<'a> FnOnce(&'a mut dyn Sql) -> Work<'a, T, E> + Send + 'static,
    {
        match &self.0 {
            Backend::Sqlite(sqlite) => sqlite.write(work).await,
            Backend::Postgres(postgres) => postgres.write(work).await,
        }
    }

    /// The file of an SQLite database.
    #[must_use]
    pub fn file(&self) -> Option<&Path> {
        match &self.0 {
            Backend::Sqlite(sqlite) => Some(sqlite.path()),
            Backend::Postgres(_) => None,
        }
    }

    /// Copies an SQLite database to a new file while it is in use.
    ///
    /// # Errors
    /// [`SqlError::NoCopy`] for PostgreSQL, which has tools of its own for that.
    pub async fn copy_to(&self, file: &Path) -> Result<(), SqlError> {
        match &self.0 {
            Backend::Sqlite(sqlite) => sqlite.copy_to(file).await,
            Backend::Postgres(_) => Err(SqlError::NoCopy),
        }
    }
}
