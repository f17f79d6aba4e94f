use std::io;
use std::path::PathBuf;

/// Why keys could not be read, kept or removed.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// What is kept is incomplete or changed.
    #[error("the kept keys are incomplete or changed")]
    Damaged,
    /// What is kept is of a version that this program does not know.
    #[error("the keys were kept by a newer program")]
    NewerFormat,
    /// The file or entry holds the keys of another database; somebody renamed or copied it.
    #[error("the kept keys belong to another database")]
    OtherDatabase,
    /// The keys are in the key store, which does not answer now. They are not lost: the user logs
    /// in on the desktop, unlocks the key store, and tries again.
    #[error("the keys are in the key store of the system, which cannot be reached")]
    KeyStoreUnavailable {
        /// What the key store did.
        #[source]
        source: KeyStoreFailure,
    },
    /// The key store answers, and the keys that were put there are gone; a backup with the recovery
    /// sheet is the way back.
    #[error("the key store of the system no longer has the keys")]
    KeyStoreForgot,
    /// The key directory that was asked for says that the keys are in the key store, which is not
    /// to be touched.
    #[error("the keys are in the key store of the system, which is not used with this directory")]
    KeyStoreForbidden,
    /// A key file or its directory cannot be read.
    #[error("cannot read {}", path.display())]
    Read {
        /// The file or directory.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// A key file or its directory cannot be written, or its mode not be set.
    #[error("cannot write {}", path.display())]
    Write {
        /// The file or directory.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: io::Error,
    },
}

/// What the key store of the system did instead of answering.
#[derive(Debug, thiserror::Error)]
pub enum KeyStoreFailure {
    /// Nothing within the time it was given.
    #[error("the key store did not answer in time")]
    Silent,
    /// There is none, it is locked, or the user declined.
    #[error("the key store refused")]
    Refused(#[source] keyring_core::Error),
    /// It accepted the keys and gave others back.
    #[error("the key store does not give back what was put in")]
    Unreliable,
}
