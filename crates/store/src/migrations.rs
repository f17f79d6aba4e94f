//! The versions of the schema. Files under `migrations/` are numbered and never edited.

use crate::error::OpenError;
use rusqlite::Connection;

mod embedded {
    refinery::embed_migrations!("migrations");
}

/// The newest version that this program knows.
pub(crate) fn known() -> i32 {
    embedded::migrations::runner()
        .get_migrations()
        .iter()
        .map(refinery::Migration::version)
        .max()
        .unwrap_or(0)
}

/// The version of an open database; 0 for an empty one.
pub(crate) fn found(connection: &Connection) -> rusqlite::Result<i32> {
    let has_history: bool = connection.query_row(
        "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'refinery_schema_history')",
        [],
        |row| row.get(0),
    )?;
    if !has_history {
        return Ok(0);
    }
    connection.query_row(
        "SELECT COALESCE(MAX(version), 0) FROM refinery_schema_history",
        [],
        |row| row.get(0),
    )
}

/// Refuses a database that is newer or older than this program.
pub(crate) fn check(connection: &Connection) -> Result<(), OpenError> {
    let (found, known) = (found(connection).map_err(OpenError::from_sql)?, known());
    if found == 0 {
        // A database is never there without its tables.
        return Err(OpenError::Corrupt);
    }
    match found.cmp(&known) {
        std::cmp::Ordering::Greater => Err(OpenError::NewerProgram { found, known }),
        std::cmp::Ordering::Less => Err(OpenError::OlderSchema { found, known }),
        std::cmp::Ordering::Equal => Ok(()),
    }
}

/// Brings a database to the newest version, all steps in one transaction.
pub(crate) fn run(connection: &mut Connection) -> Result<(), OpenError> {
    let runner = embedded::migrations::runner().set_grouped(true);
    match runner.run(connection) {
        Ok(_) => Ok(()),
        Err(error) => Err(refused(&error)),
    }
}

fn refused(error: &refinery::Error) -> OpenError {
    use std::error::Error as _;
    let sql = error
        .source()
        .and_then(|source| source.downcast_ref::<rusqlite::Error>());
    match sql.and_then(rusqlite::Error::sqlite_error) {
        Some(failure) => OpenError::from_sql(rusqlite::Error::SqliteFailure(*failure, None)),
        // A step that was applied has another text than the one that this program carries.
        None => OpenError::Corrupt,
    }
}
