//! The key store of the operating system, asked in a way that cannot hang the program.

use std::collections::HashMap;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::Duration;

use keyring_core::{CredentialStore, Entry, Error};
use zeroize::Zeroizing;

use super::{KeyStoreFailure, VaultError};
use crate::{DatabaseId, KeySet};

/// The name of the program in the key store; the user sees it there.
const SERVICE: &str = "kinerja-luring";

pub(super) type Open = Arc<dyn Fn() -> keyring_core::Result<Arc<CredentialStore>> + Send + Sync>;
pub(super) type Modifiers = &'static [(&'static str, &'static str)];

/// How long to wait for a key store.
#[derive(Clone, Copy, Debug)]
pub(super) struct Patience {
    /// For the session: no person is involved.
    pub(super) session: Duration,
    /// For the answer after that: the user may have to type a password.
    pub(super) answer: Duration,
}

pub(super) struct KeyStore {
    open: Open,
    modifiers: Modifiers,
    patience: Patience,
    answers: OnceLock<bool>,
}

impl KeyStore {
    /// The store that this system has.
    pub(super) fn of_this_system() -> Self {
        let patience = Patience {
            session: Duration::from_secs(3),
            answer: Duration::from_secs(30),
        };
        Self::new(Arc::new(system::open), system::MODIFIERS, patience)
    }

    pub(super) fn new(open: Open, modifiers: Modifiers, patience: Patience) -> Self {
        Self {
            open,
            modifiers,
            patience,
            answers: OnceLock::new(),
        }
    }

    /// Whether it opens a session at all. Asked once: on a PC without a key store nobody should
    /// wait at every step.
    pub(super) fn answers(&self) -> bool {
        *self.answers.get_or_init(|| self.ask(|_| Ok(())).is_ok())
    }

    pub(super) fn read(&self, database: DatabaseId) -> Result<Option<KeySet>, VaultError> {
        let bytes = self
            .on_entry(database, |entry| match entry.get_secret() {
                Ok(bytes) => Ok(Some(Zeroizing::new(bytes))),
                Err(Error::NoEntry) => Ok(None),
                Err(error) => Err(error),
            })
            .map_err(|source| VaultError::KeyStoreUnavailable { source })?;
        bytes
            .map(|bytes| KeySet::decode(&bytes, database))
            .transpose()
    }

    /// Puts the keys in and reads them back: the file that would hold them otherwise is given up
    /// only for a store that works.
    pub(super) fn write(&self, database: DatabaseId, keys: &KeySet) -> Result<(), KeyStoreFailure> {
        let bytes = keys.encode(database);
        let same = self.on_entry(database, move |entry| {
            entry.set_secret(bytes.as_slice())?;
            let kept = Zeroizing::new(entry.get_secret()?);
            Ok(kept.as_slice() == bytes.as_slice())
        })?;
        if same {
            Ok(())
        } else {
            Err(KeyStoreFailure::Unreliable)
        }
    }

    pub(super) fn remove(&self, database: DatabaseId) -> Result<(), VaultError> {
        self.on_entry(database, |entry| match entry.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(error),
        })
        .map_err(|source| VaultError::KeyStoreUnavailable { source })
    }

    fn on_entry<T: Send + 'static>(
        &self,
        database: DatabaseId,
        question: impl FnOnce(&Entry) -> keyring_core::Result<T> + Send + 'static,
    ) -> Result<T, KeyStoreFailure> {
        let modifiers = self.modifiers;
        self.ask(move |store| {
            let modifiers = HashMap::from_iter(modifiers.iter().copied());
            let entry = store.build(SERVICE, &database.to_string(), Some(&modifiers))?;
            question(&entry)
        })
    }

    /// Asks from a thread of its own. A store that never answers keeps that thread, which holds
    /// nothing that anybody waits for, and not the program.
    fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&CredentialStore) -> keyring_core::Result<T> + Send + 'static,
    ) -> Result<T, KeyStoreFailure> {
        let open = Arc::clone(&self.open);
        let (session, session_opened) = mpsc::channel();
        let (answer, answered) = mpsc::channel();
        thread::Builder::new()
            .name("key store".to_owned())
            .spawn(move || {
                // Whoever stopped waiting does not want the answer: a closed channel is no error.
                match open() {
                    Ok(store) => {
                        let _ = session.send(Ok(()));
                        let _ = answer.send(question(&*store));
                    }
                    Err(error) => {
                        let _ = session.send(Err(error));
                    }
                }
            })
            .map_err(|_| KeyStoreFailure::Silent)?;
        received(session_opened.recv_timeout(self.patience.session))?;
        received(answered.recv_timeout(self.patience.answer))
    }
}

impl std::fmt::Debug for KeyStore {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("KeyStore")
            .field("modifiers", &self.modifiers)
            .field("patience", &self.patience)
            .field("answers", &self.answers)
            .finish_non_exhaustive()
    }
}

fn received<T>(
    message: Result<keyring_core::Result<T>, RecvTimeoutError>,
) -> Result<T, KeyStoreFailure> {
    match message {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(error)) => Err(KeyStoreFailure::Refused(without_secret(error))),
        Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
            Err(KeyStoreFailure::Silent)
        }
    }
}

/// Two of the library's errors carry the bytes that were read, and an error ends up in a log.
fn without_secret(error: Error) -> Error {
    match error {
        Error::BadEncoding(bytes) | Error::BadDataFormat(bytes, _) => {
            drop(Zeroizing::new(bytes));
            Error::BadStoreFormat("the entry cannot be read".to_owned())
        }
        other => other,
    }
}

#[cfg(target_os = "linux")]
mod system {
    use std::sync::Arc;

    use keyring_core::CredentialStore;

    /// What the user reads in the key store's own window.
    pub(super) const MODIFIERS: super::Modifiers = &[("label", "Kinerja Luring")];

    pub(super) fn open() -> keyring_core::Result<Arc<CredentialStore>> {
        Ok(zbus_secret_service_keyring_store::Store::new()?)
    }
}

#[cfg(target_os = "windows")]
mod system {
    use std::sync::Arc;

    use keyring_core::CredentialStore;

    /// On this PC only: the library would let the entry roam with the user's profile, and then two
    /// PCs would be the same device.
    pub(super) const MODIFIERS: super::Modifiers = &[("persistence", "Local")];

    pub(super) fn open() -> keyring_core::Result<Arc<CredentialStore>> {
        Ok(windows_native_keyring_store::Store::new()?)
    }
}

#[cfg(not(any(target_os = "linux", target_os = "windows")))]
mod system {
    use std::sync::Arc;

    use keyring_core::{CredentialStore, Error};

    pub(super) const MODIFIERS: super::Modifiers = &[];

    pub(super) fn open() -> keyring_core::Result<Arc<CredentialStore>> {
        Err(Error::NoDefaultStore)
    }
}
