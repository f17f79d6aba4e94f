//! The centre that was joined.

use crate::{error::StoreError, view::View};
use domain::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};

const GET: &str = "
SELECT office, office_name, server, certificate, key, seal_to, joined_at, state
FROM centre WHERE only = 1";
const JOIN: &str = "
INSERT INTO centre (only, office, office_name, server, certificate, key, seal_to, joined_at, state)
VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
ON CONFLICT (only) DO UPDATE SET office = excluded.office, office_name = excluded.office_name,
    server = excluded.server, certificate = excluded.certificate, key = excluded.key,
    seal_to = excluded.seal_to, joined_at = excluded.joined_at, state = excluded.state";
const STATE: &str = "UPDATE centre SET state = ?1, beacon = ?2 WHERE only = 1";
const BEACON: &str = "SELECT beacon FROM centre WHERE only = 1";

/// The centre that was joined, and where this PC stands with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Centre {
    /// The office, as the centre numbers it.
    pub office: [u8; 16],
    /// What the centre calls it.
    pub office_name: String,
    /// Where the centre is.
    pub server: String,
    /// The beginning of the SHA-256 hash of the centre's own certificate, if it has one.
    pub certificate: Option<[u8; 16]>,
    /// The key that the centre signs with.
    pub key: [u8; 32],
    /// What packets for the centre are sealed to.
    pub seal_to: String,
    /// When it was joined, by the centre's time.
    pub joined_at: Timestamp,
    /// Where this PC stands, in the form of the crate `sync`.
    pub state: Vec<u8>,
}

pub(crate) fn join(connection: &Connection, centre: &Centre) -> Result<(), StoreError> {
    connection.prepare_cached(JOIN)?.execute(params![
        centre.office,
        centre.office_name,
        centre.server,
        centre.certificate,
        centre.key,
        centre.seal_to,
        centre.joined_at.0,
        centre.state,
    ])?;
    Ok(())
}

pub(crate) fn save_state(
    connection: &Connection,
    state: &[u8],
    beacon: Option<Timestamp>,
) -> Result<(), StoreError> {
    connection
        .prepare_cached(STATE)?
        .execute(params![state, beacon.map(|it| it.0)])?;
    Ok(())
}

/// The newest time of the centre that was seen.
pub(crate) fn beacon(connection: &Connection) -> Result<Option<Timestamp>, StoreError> {
    let beacon: Option<Option<i64>> = connection
        .prepare_cached(BEACON)?
        .query_row([], |row| row.get(0))
        .optional()?;
    Ok(beacon.flatten().map(Timestamp))
}

/// The centre.
impl View<'_> {
    /// The centre that was joined, if any.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn centre(&self) -> Result<Option<Centre>, StoreError> {
        let mut statement = self.connection().prepare_cached(GET)?;
        let centre = statement.query_row([], |row| {
            Ok(Centre {
                office: row.get(0)?,
                office_name: row.get(1)?,
                server: row.get(2)?,
                certificate: row.get(3)?,
                key: row.get(4)?,
                seal_to: row.get(5)?,
                joined_at: Timestamp(row.get(6)?),
                state: row.get(7)?,
            })
        });
        Ok(centre.optional()?)
    }

    /// The newest time of the centre that was seen.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn beacon(&self) -> Result<Option<Timestamp>, StoreError> {
        beacon(self.connection())
    }
}
