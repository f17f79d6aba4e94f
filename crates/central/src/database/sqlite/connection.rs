//! Opening and copying the file.

use super::letters;
use crate::database::SqlError;
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use std::time::Duration;

/// How long a connection waits for another process that writes.
const PATIENCE: Duration = Duration::from_secs(30);
/// Statements that a connection keeps prepared.
const STATEMENTS: usize = 256;
/// Pages that are copied before others may write again.
const PAGES: i32 = 1024;

/// The connection that writes. A transaction is on the disk when it is committed.
pub(super) fn writer(path: &Path) -> Result<Connection, SqlError> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "journal_mode", "wal")?;
    connection.pragma_update(None, "synchronous", "full")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "temp_store", "memory")?;
    connection.pragma_update(None, "cache_size", -65_536)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    letters::teach(&connection)?;
    Ok(connection)
}

/// A connection that reads.
pub(super) fn reader(path: &Path) -> Result<Connection, SqlError> {
    let connection = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "query_only", true)?;
    connection.pragma_update(None, "temp_store", "memory")?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    letters::teach(&connection)?;
    Ok(connection)
}

/// Copies the file, page by page, while others use it.
pub(super) fn copy(from: &Path, to: &Path) -> Result<(), SqlError> {
    let source = reader(from)?;
    let mut target = Connection::open(to)?;
    {
        let backup = Backup::new(&source, &mut target)?;
        while backup.step(PAGES)? != StepResult::Done {}
    }
    // One file that can be carried away, without a log beside it.
    target.pragma_update(None, "journal_mode", "delete")?;
    Ok(())
}
