//! A connection to the encrypted file, with the settings that the program relies on.

use crate::key::OpenKey;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::{path::Path, time::Duration};

/// How long a writer waits for another program's act. The longest act is a large import.
const PATIENCE: Duration = Duration::from_secs(10);
/// Statements kept prepared; the crate has fewer.
const STATEMENTS: usize = 160;

/// What a connection is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Makes the file.
    Maker,
    /// The one connection of a program that writes.
    Writer,
    /// One of a few that only read.
    Reader,
    /// A copy that nobody else has open, of which only the finished file counts.
    Copy,
}

/// Opens the file with the key. That the key is right shows at the first read.
pub(crate) fn connect(path: &Path, key: &OpenKey, role: Role) -> rusqlite::Result<Connection> {
    let create = match role {
        Role::Maker | Role::Copy => OpenFlags::SQLITE_OPEN_CREATE,
        Role::Writer | Role::Reader => OpenFlags::empty(),
    };
    // A reader opens for writing too: the shared memory of WAL is a file that it must write.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | create;
    let connection = Connection::open_with_flags(path, flags)?;
    // The default would write to standard error, which belongs to the terminal's user.
    connection.execute_batch("PRAGMA cipher_log_level = NONE")?;
    connection.execute_batch(&key.pragma())?;
    connection.busy_timeout(PATIENCE)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    // One plan for a statement, whatever its values are. Else SQLite plans anew at each execution
    // when a value could decide whether a partial index serves: half of an import's time.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.execute_batch(settings(role))?;
    Ok(connection)
}

const fn settings(role: Role) -> &'static str {
    match role {
        // FULL: an act that was acknowledged outlives a power cut. Temporary data stays in memory:
        // on disk it would not be encrypted. The cache holds a whole import of a district, or else
        // each page would be encrypted many times over; `give_back` empties it afterwards.
        Role::Maker | Role::Writer => {
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
             PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF; PRAGMA cache_size = -131072;
             PRAGMA journal_size_limit = 16777216;"
        }
        // Flushed once, as a whole, by whoever made it.
        Role::Copy => {
            "PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF;
             PRAGMA cache_size = -65536;"
        }
        Role::Reader => {
            "PRAGMA query_only = ON; PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF;
             PRAGMA cache_size = -8000;"
        }
    }
}

/// Gives the memory of a large piece of work back to the system.
pub(crate) fn give_back(connection: &Connection) {
    // It only frees: that it could not is no failure of the work that was done.
    let _ = connection.execute_batch("PRAGMA shrink_memory");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::migrations;
    use crate::table::record::LATEST;
    use rusqlite::{StatementStatus, params};

    #[test]
    fn a_statement_is_planned_once_whatever_its_values_are() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("office.sqlite");
        let mut connection = connect(&file, &OpenKey::new([7; 32]), Role::Maker).unwrap();
        migrations::run(&mut connection).unwrap();
        // The second value is a kind, and there is an index of the records of one kind.
        let mut latest = connection.prepare(LATEST).unwrap();
        for kind in [7, 1, 7] {
            assert!(!latest.exists(params![[0_u8; 16], kind, 14]).unwrap());
        }
        assert_eq!(latest.get_status(StatementStatus::RePrepare), 0);
    }
}
