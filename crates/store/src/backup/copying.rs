//! A consistent copy of a database that others go on working with.

use super::BackupError;
use crate::{
    connection::{Role, connect},
    key::OpenKey,
    verify::{COPIED, check_pages},
};
use rusqlite::{
    Connection,
    backup::{Backup, StepResult},
};
use std::path::Path;

/// Copies the database of a connection into a new file, encrypted with the same key, and checks
/// every page of the copy.
pub(super) fn copy_database(
    source: &Connection,
    key: &OpenKey,
    target: &Path,
) -> Result<(), BackupError> {
    let mut copy = connect(target, key, Role::Copy).map_err(BackupError::from_sql)?;
    {
        let backup = Backup::new(source, &mut copy).map_err(BackupError::from_sql)?;
        // All pages in one step: it reads one state, and writers go on into the log meanwhile.
        match backup.step(-1).map_err(BackupError::from_sql)? {
            StepResult::Done => {}
            _ => return Err(BackupError::Busy { holder: None }),
        }
    }
    // The copy is one file, without the log that the original has beside it.
    copy.execute_batch("PRAGMA journal_mode = DELETE")
        .map_err(BackupError::from_sql)?;
    let mut problems = Vec::new();
    check_pages(&copy, COPIED, &mut problems).map_err(BackupError::from_store)?;
    copy.close()
        .map_err(|(_, error)| BackupError::from_sql(error))?;
    if problems.is_empty() {
        Ok(())
    } else {
        Err(BackupError::Damaged)
    }
}
