//! The key that opens a database.

use std::fmt::{self, Write};
use zeroize::Zeroizing;

/// The 32 random bytes that encrypt the database; wiped from memory when dropped.
#[derive(Clone)]
pub struct OpenKey {
    database_key: Zeroizing<[u8; 32]>,
}

impl OpenKey {
    /// This key.
    #[must_use]
    pub fn new(database_key: [u8; 32]) -> Self {
        Self {
            database_key: Zeroizing::new(database_key),
        }
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.database_key
    }

    /// The statement that gives SQLCipher the raw key, without a passphrase's derivation.
    pub(crate) fn pragma(&self) -> Zeroizing<String> {
        let mut sql = Zeroizing::new(String::with_capacity(96));
        sql.push_str("PRAGMA key = \"x'");
        for byte in self.database_key.iter() {
            // Writing into a string does not fail.
            let _ = write!(sql, "{byte:02x}");
        }
        sql.push_str("'\"");
        sql
    }

    /// Says whether a key is the right one without opening anything: SQLCipher reports a wrong
    /// key and a damaged first page alike, and a person must be told which it is.
    pub(crate) fn check(&self, database_id: &[u8; 16]) -> [u8; 16] {
        let key = Zeroizing::new(blake3::derive_key(
            "kinerja luring 2026 database key check v1",
            self.database_key.as_ref(),
        ));
        let hash = blake3::keyed_hash(&key, database_id);
        let mut check = [0; 16];
        check.copy_from_slice(&hash.as_bytes()[..16]);
        check
    }
}

impl fmt::Debug for OpenKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OpenKey(..)")
    }
}
