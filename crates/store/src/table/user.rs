//! People who use the program.

use crate::{document::Saved, error::StoreError, table::stored, view::View};
use domain::{Nip, User, UserId};
use rusqlite::{Connection, params};

stored!(User);

const SAVE: &str = "
INSERT INTO user (id, schema, body, changed, nip) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (id) DO UPDATE SET schema = excluded.schema, body = excluded.body,
    changed = excluded.changed, nip = excluded.nip";
const BY_ID: &str = "SELECT id, schema, body FROM user WHERE id = ?1";
const BY_NIP: &str = "SELECT id, schema, body FROM user WHERE nip = ?1 ORDER BY id";
const ALL: &str = "SELECT id, schema, body FROM user ORDER BY id";

pub(crate) fn save(connection: &Connection, user: &User, saved: Saved<'_>) -> rusqlite::Result<()> {
    connection.prepare_cached(SAVE)?.execute(params![
        user.id.as_bytes(),
        saved.body.schema,
        saved.body.bytes,
        saved.changed,
        user.nip.as_ref().map(Nip::digits),
    ])?;
    Ok(())
}

/// People who use the program.
impl View<'_> {
    /// Everybody, in the order of their first start.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn users(&self) -> Result<Vec<User>, StoreError> {
        self.all(ALL, [])
    }

    /// A user.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn user(&self, id: UserId) -> Result<Option<User>, StoreError> {
        self.one(BY_ID, [id.as_bytes()])
    }

    /// The user with this NIP.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn user_by_nip(&self, nip: &Nip) -> Result<Option<User>, StoreError> {
        self.one(BY_NIP, [nip.digits()])
    }
}
