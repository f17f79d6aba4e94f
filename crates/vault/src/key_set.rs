//! The keys of one database, and the bytes they are kept as.

use zeroize::{ZeroizeOnDrop, Zeroizing};

use crate::{DeviceKey, VaultError};

/// The id of a database: made at its first start, the name under which its keys are kept.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct DatabaseId([u8; 16]);

impl DatabaseId {
    /// The id with these bytes (a UUID's, in their usual order).
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }
}

impl std::fmt::Display for DatabaseId {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        uuid::Uuid::from_bytes(self.0).hyphenated().fmt(formatter)
    }
}

/// The keys of one database on one PC. Wiped from memory when it is dropped.
#[derive(Clone, Eq, PartialEq, ZeroizeOnDrop)]
pub struct KeySet {
    database_key: [u8; 32],
    device_secret: [u8; 32],
    incarnation: [u8; 16],
}

impl KeySet {
    /// New keys for a new database. `random` fills a slice with unpredictable bytes.
    #[must_use]
    pub fn generate(random: &mut dyn FnMut(&mut [u8])) -> Self {
        let mut keys = Self {
            database_key: [0; 32],
            device_secret: [0; 32],
            incarnation: [0; 16],
        };
        random(&mut keys.database_key);
        random(&mut keys.device_secret);
        random(&mut keys.incarnation);
        keys
    }

    /// The keys after a restore, or on a PC that took over a copy: the database key stays, because
    /// the data is encrypted under it; device and incarnation are new, because two PCs must never
    /// write the same stream.
    #[must_use]
    pub fn for_restored(database_key: &[u8; 32], random: &mut dyn FnMut(&mut [u8])) -> Self {
        let mut keys = Self::generate(random);
        keys.database_key = *database_key;
        keys
    }

    /// The same device in a new incarnation: what a PC does that finds its database copied or set
    /// back.
    #[must_use]
    pub fn with_incarnation(&self, incarnation: [u8; 16]) -> Self {
        let mut keys = self.clone();
        keys.incarnation = incarnation;
        keys
    }

    /// The key that the database file is encrypted with, and that [`derive()`](crate::derive())
    /// makes the keys of evidence and backups from.
    #[must_use]
    pub const fn database_key(&self) -> &[u8; 32] {
        &self.database_key
    }

    /// The key that this device signs with.
    #[must_use]
    pub fn device_key(&self) -> DeviceKey {
        DeviceKey::from_secret(&self.device_secret)
    }

    /// The device's secret: the keys that it signs with and opens seals with follow from it.
    #[must_use]
    pub const fn device_secret(&self) -> &[u8; 32] {
        &self.device_secret
    }

    /// The same keys for another device: that of a database which came from a backup.
    #[must_use]
    pub fn with_device_secret(&self, device_secret: &[u8; 32]) -> Self {
        let mut keys = self.clone();
        keys.device_secret = *device_secret;
        keys
    }

    /// The incarnation of the database, as this PC knows it. No secret.
    #[must_use]
    pub const fn incarnation(&self) -> [u8; 16] {
        self.incarnation
    }

    /// The bytes that are kept:
    /// `name and version (16) ‖ database id (16) ‖ database key (32) ‖ device secret (32) ‖
    /// incarnation (16) ‖ checksum (32)`.
    ///
    /// The id stands inside, so that a file that was renamed by hand is not taken for another
    /// database's; the checksum finds a file that was written by half.
    pub(crate) fn encode(&self, database: DatabaseId) -> Zeroizing<[u8; ENCODED]> {
        let mut bytes = Zeroizing::new([0; ENCODED]);
        let parts: [&[u8]; 5] = [
            NAME_AND_VERSION,
            &database.0,
            &self.database_key,
            &self.device_secret,
            &self.incarnation,
        ];
        let mut at = 0;
        for part in parts {
            bytes[at..at + part.len()].copy_from_slice(part);
            at += part.len();
        }
        let checksum = checksum(&bytes[..at]);
        bytes[at..].copy_from_slice(&checksum);
        bytes
    }

    /// Reads what [`encode`](Self::encode) made for the same database.
    pub(crate) fn decode(bytes: &[u8], database: DatabaseId) -> Result<Self, VaultError> {
        let (name, rest) = split::<16>(bytes)?;
        if name != *NAME_AND_VERSION {
            return Err(refuse_name(&name));
        }
        let (id, rest) = split::<16>(rest)?;
        let (database_key, rest) = split::<32>(rest)?;
        let (device_secret, rest) = split::<32>(rest)?;
        let (incarnation, rest) = split::<16>(rest)?;
        let keys = Self {
            database_key,
            device_secret,
            incarnation,
        };
        if rest != checksum(&bytes[..ENCODED - CHECKSUM]) {
            return Err(VaultError::Damaged);
        }
        if id != database.0 {
            return Err(VaultError::OtherDatabase);
        }
        Ok(keys)
    }
}

impl std::fmt::Debug for KeySet {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("KeySet(..)")
    }
}

/// How the kept bytes begin. The character before the line's end is the version.
const NAME_AND_VERSION: &[u8; 16] = b"kinerja-keyset1\n";
const CHECKSUM: usize = 32;
pub(crate) const ENCODED: usize = 16 + 16 + 32 + 32 + 16 + CHECKSUM;

fn checksum(bytes: &[u8]) -> [u8; CHECKSUM] {
    blake3::derive_key("kinerja luring 2026 key set checksum v1", bytes)
}

fn split<const N: usize>(bytes: &[u8]) -> Result<([u8; N], &[u8]), VaultError> {
    bytes
        .split_first_chunk::<N>()
        .map(|(part, rest)| (*part, rest))
        .ok_or(VaultError::Damaged)
}

fn refuse_name(name: &[u8; 16]) -> VaultError {
    let version = name[14];
    let same_name = name[..14] == NAME_AND_VERSION[..14] && name[15] == b'\n';
    if same_name && (b'2'..=b'9').contains(&version) {
        return VaultError::NewerFormat;
    }
    VaultError::Damaged
}
