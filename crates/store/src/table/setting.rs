//! What this PC remembers between starts: the last folder, the last unit. No documents.

use crate::{error::StoreError, view::View};
use rusqlite::Connection;

const SAVE: &str = "
INSERT INTO setting (key, value) VALUES (?1, ?2)
ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE value <> excluded.value";
const GET: &str = "SELECT value FROM setting WHERE key = ?1";

/// Whether the value was another one.
pub(crate) fn save(connection: &Connection, key: &str, value: &str) -> rusqlite::Result<bool> {
    Ok(connection.prepare_cached(SAVE)?.execute([key, value])? > 0)
}

/// Settings.
impl View<'_> {
    /// A setting; nothing when it was never set.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn setting(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.value(GET, [key])
    }
}
