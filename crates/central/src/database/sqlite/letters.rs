//! Letters as PostgreSQL knows them.

use crate::database::SqlError;
use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;

/// SQLite's own `lower` stops at Z: a search for a name with an accent would find it in one
/// database and not in the other.
pub(super) fn teach(connection: &Connection) -> Result<(), SqlError> {
    let flags = FunctionFlags::SQLITE_UTF8
        | FunctionFlags::SQLITE_DETERMINISTIC
        | FunctionFlags::SQLITE_INNOCUOUS;
    connection.create_scalar_function("lower", 1, flags, |arguments| {
        let text: Option<String> = arguments.get(0)?;
        Ok(text.map(|text| text.to_lowercase()))
    })?;
    Ok(())
}
