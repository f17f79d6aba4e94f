//! What can go wrong below.

use std::sync::Arc;

/// Why a statement or a transaction failed.
#[derive(Debug, thiserror::Error)]
pub enum SqlError {
    /// SQLite refused.
    #[error("SQLite refused")]
    Sqlite(#[from] rusqlite::Error),
    /// PostgreSQL refused.
    #[error("PostgreSQL refused")]
    Postgres(#[from] tokio_postgres::Error),
    /// No connection to PostgreSQL could be had.
    #[error("there is no connection to PostgreSQL")]
    Connection(#[from] deadpool_postgres::PoolError),
    /// The address is none.
    #[error("the address of the database cannot be understood")]
    Address(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// Everything that was to be written together was not.
    #[error("the transaction could not be made durable")]
    NotDurable(#[source] Arc<rusqlite::Error>),
    /// The database belongs to a newer program.
    #[error("the database has version {found}, and this program knows version {known} at most")]
    Newer {
        /// Its version.
        found: i64,
        /// The newest that this program knows.
        known: i64,
    },
    /// A column holds something else than it should.
    #[error("column {column} of a row does not hold what it should")]
    Form {
        /// Which, from 0.
        column: usize,
    },
    /// The thread that writes has gone; the program is about to end.
    #[error("the database is closed")]
    Closed,
    /// The work gave up in the middle.
    #[error("a transaction was given up")]
    GaveUp,
    /// PostgreSQL is copied by its own tools.
    #[error("PostgreSQL is backed up by its own tools")]
    NoCopy,
}
