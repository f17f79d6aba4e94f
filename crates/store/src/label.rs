//! The plain file beside the database that says which database it is.
//!
//! The key is looked up by the database's id before anything can be opened, so the id stands
//! outside. The check value tells a wrong key from a damaged file; it says nothing of the key.

use crate::{durable, key::OpenKey, places::identity_in};
use serde::{Deserialize, Serialize};
use std::{fs, io, path::Path};
use uuid::Uuid;

/// What the file says.
#[derive(Serialize, Deserialize)]
pub(crate) struct Label {
    database: Uuid,
    key_check: Uuid,
}

impl Label {
    pub(crate) fn new(database_id: [u8; 16], key: &OpenKey) -> Self {
        Self {
            database: Uuid::from_bytes(database_id),
            key_check: Uuid::from_bytes(key.check(&database_id)),
        }
    }

    pub(crate) const fn database_id(&self) -> [u8; 16] {
        self.database.into_bytes()
    }

    pub(crate) fn accepts(&self, key: &OpenKey) -> bool {
        self.key_check.into_bytes() == key.check(&self.database_id())
    }

    pub(crate) fn write(&self, office: &Path) -> io::Result<()> {
        durable::write_whole(&identity_in(office), &serde_json::to_vec(self)?)
    }

    /// Nothing when the file is missing or cannot be understood.
    pub(crate) fn read(office: &Path) -> io::Result<Option<Self>> {
        match fs::read(identity_in(office)) {
            Ok(bytes) => Ok(serde_json::from_slice(&bytes).ok()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }
}
