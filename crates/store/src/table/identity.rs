//! Who this database is, and which stream it writes now.

use crate::error::StoreError;
use record::{Chain, Stream};
use rusqlite::{Connection, OptionalExtension, params};

const SAVE: &str = "
INSERT INTO identity (only, database_id, device_id, incarnation, device_public)
VALUES (1, ?1, ?2, ?3, ?4)
ON CONFLICT (only) DO UPDATE SET incarnation = excluded.incarnation";
const GET: &str =
    "SELECT database_id, device_id, incarnation, device_public FROM identity WHERE only = 1";

/// The identity that a database has from its first start, before a centre is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The database; its key is kept under this id.
    pub database_id: [u8; 16],
    /// The device.
    pub device_id: [u8; 16],
    /// Another one after a restore or a cloned disk: each has a stream of its own.
    pub incarnation: [u8; 16],
    /// The device's public key (Ed25519).
    pub device_public: [u8; 32],
}

impl Identity {
    /// The stream that is written now.
    #[must_use]
    pub fn stream(&self) -> Stream {
        Stream::new(&self.device_id, &self.incarnation)
    }

    /// The value that the stream's chain begins with.
    #[must_use]
    pub fn chain_zero(&self) -> Chain {
        record::chain_zero(
            &self.database_id,
            &self.device_id,
            &self.device_public,
            &self.incarnation,
        )
    }
}

pub(crate) fn save(connection: &Connection, identity: &Identity) -> rusqlite::Result<()> {
    connection.prepare_cached(SAVE)?.execute(params![
        identity.database_id,
        identity.device_id,
        identity.incarnation,
        identity.device_public,
    ])?;
    Ok(())
}

pub(crate) fn get(connection: &Connection) -> Result<Identity, StoreError> {
    let identity = connection.prepare_cached(GET)?.query_row([], |row| {
        Ok(Identity {
            database_id: row.get(0)?,
            device_id: row.get(1)?,
            incarnation: row.get(2)?,
            device_public: row.get(3)?,
        })
    });
    identity.optional()?.ok_or(StoreError::Corrupt)
}
