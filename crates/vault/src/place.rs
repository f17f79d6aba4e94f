//! Where a PC keeps its keys.

mod error;
mod key_files;
mod key_store;

use std::path::{Path, PathBuf};

pub use error::{KeyStoreFailure, VaultError};
use key_files::{Kept, KeyFiles};
use key_store::KeyStore;

use crate::{DatabaseId, KeySet};

/// The place where the keys of this user's databases are kept.
///
/// * With a key directory of its own (the environment variable `KINERJA_KEY_DIR`, read by the
///   caller) the keys are files there, and the key store of the operating system is not touched.
/// * Otherwise they go into that key store: on Linux the Secret Service (GNOME Keyring, KWallet,
///   KeePassXC) over the session bus, on Windows the credential manager.
/// * Where no key store answers (no session bus, locked and not opened, no desktop), they are a
///   file in the folder `keys` of the configuration directory.
///
/// # One home per database
///
/// For each database there is one file, `<database id>.key`. It holds either the keys or a note
/// that they are in the key store. So a key store that is silent today is never mistaken for keys
/// that were never made ([`VaultError::KeyStoreUnavailable`], not `None`), and a key that was kept
/// in a file, because there was no desktop then, is found again when there is one. If both exist,
/// the file counts.
///
/// # How long it may take
///
/// A key store that does not open a session within three seconds counts as silent, and the silence
/// is remembered for new keys. One that did open it may ask the user for a password and gets half a
/// minute. Nothing waits without end, not even on a bus that accepts the connection and then says
/// nothing.
///
/// # Files
///
/// Written under a temporary name, synced, then renamed: a file is old or new, never half. On Unix
/// the directory is made with mode 0700 and the file has 0600; one that others may read, because a
/// copy lost its mode, is closed again when it is read. On Windows both inherit the access list of
/// the user's profile, which admits the user, the system and administrators; nothing is tightened
/// beyond that.
#[derive(Debug)]
pub struct KeyPlace {
    files: KeyFiles,
    store: Option<KeyStore>,
}

/// What protects the keys of a database; Pengaturan says it plainly.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Protection {
    /// The key store of the operating system: encrypted under the user's login.
    KeyStore,
    /// A file that only this user account may read. It keeps other users out; it does not protect
    /// against somebody who takes the disk, unless the disk itself is encrypted.
    File,
}

impl KeyPlace {
    /// The place on this PC. Touches neither disk nor key store yet.
    #[must_use]
    pub fn choose(key_directory: Option<PathBuf>, configuration_directory: &Path) -> Self {
        match key_directory {
            Some(directory) => Self {
                files: KeyFiles::in_directory(directory),
                store: None,
            },
            None => Self {
                files: KeyFiles::in_directory(configuration_directory.join("keys")),
                store: Some(KeyStore::of_this_system()),
            },
        }
    }

    /// The keys of this database; `None` if none were ever kept here.
    ///
    /// # Errors
    /// [`VaultError::KeyStoreUnavailable`] and [`VaultError::KeyStoreForgot`] if the keys were put
    /// into the key store and it does not answer, or no longer has them; [`VaultError::Damaged`],
    /// [`VaultError::NewerFormat`], [`VaultError::OtherDatabase`] if what is kept cannot be used;
    /// [`VaultError::KeyStoreForbidden`] if a key directory of its own says "in the key store";
    /// [`VaultError::Read`].
    pub fn load(&self, database: DatabaseId) -> Result<Option<KeySet>, VaultError> {
        match self.files.read(database)? {
            Some(Kept::Here(keys)) => Ok(Some(keys)),
            Some(Kept::InKeyStore) => {
                let store = self.store.as_ref().ok_or(VaultError::KeyStoreForbidden)?;
                let keys = store.read(database)?.ok_or(VaultError::KeyStoreForgot)?;
                Ok(Some(keys))
            }
            None => match self.answering_store() {
                Some(store) => store.read(database),
                None => Ok(None),
            },
        }
    }

    /// Keeps the keys of this database, in place of those kept before.
    ///
    /// A key store that does not answer is no error: the keys are then kept in a file, and
    /// [`protection`](Self::protection) says so.
    ///
    /// # Errors
    /// [`VaultError::Write`], or [`VaultError::Read`] if the place cannot even be looked at.
    pub fn save(&self, database: DatabaseId, keys: &KeySet) -> Result<Protection, VaultError> {
        let store = match self.files.read(database) {
            Ok(Some(Kept::InKeyStore)) => self.store.as_ref(),
            Ok(None) => self.answering_store(),
            Err(error @ VaultError::Read { .. }) => return Err(error),
            // Keys in a file stay in a file: a terminal without a desktop may depend on it. What
            // cannot be read any more is replaced.
            Ok(Some(Kept::Here(_))) | Err(_) => None,
        };
        if store.is_some_and(|store| store.write(database, keys).is_ok()) {
            self.files.write_note(database)?;
            return Ok(Protection::KeyStore);
        }
        self.files.write(database, keys)?;
        Ok(Protection::File)
    }

    /// Forgets the keys of this database, wherever they are. What was never kept is no error.
    ///
    /// # Errors
    /// [`VaultError::KeyStoreUnavailable`] if they are in the key store and it does not answer
    /// (nothing is removed then); [`VaultError::KeyStoreForbidden`]; [`VaultError::Read`];
    /// [`VaultError::Write`].
    pub fn remove(&self, database: DatabaseId) -> Result<(), VaultError> {
        match self.files.read(database) {
            Ok(Some(Kept::InKeyStore)) => {
                let store = self.store.as_ref().ok_or(VaultError::KeyStoreForbidden)?;
                store.remove(database)?;
            }
            Err(error @ VaultError::Read { .. }) => return Err(error),
            // An older copy may have stayed behind in the key store; the file is what counts.
            Ok(_) | Err(_) => {
                if let Some(store) = self.answering_store() {
                    store.remove(database)?;
                }
            }
        }
        self.files.remove(database)
    }

    /// What protects the keys of this database now, or would if they were saved now.
    #[must_use]
    pub fn protection(&self, database: DatabaseId) -> Protection {
        match self.files.read(database) {
            Ok(Some(Kept::InKeyStore)) => Protection::KeyStore,
            Ok(None) if self.answering_store().is_some() => Protection::KeyStore,
            Ok(_) | Err(_) => Protection::File,
        }
    }

    /// The directory of the key files and notes, for Pengaturan to show.
    #[must_use]
    pub fn directory(&self) -> &Path {
        self.files.directory()
    }

    fn answering_store(&self) -> Option<&KeyStore> {
        self.store.as_ref().filter(|store| store.answers())
    }
}

#[cfg(test)]
mod tests;
