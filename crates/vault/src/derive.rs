//! One key per purpose, all from the database key.

use zeroize::Zeroizing;

/// What a derived key is for. Keys of different purposes say nothing about each other.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Purpose {
    /// Encrypts the content of evidence files.
    EvidenceContent,
    /// Names evidence files by a keyed hash, so that a file name does not betray its content.
    EvidenceName,
    /// Encrypts the content of a backup file.
    Backup,
}

impl Purpose {
    /// The context of the derivation. A released context is never changed: files depend on it.
    const fn context(self) -> &'static str {
        match self {
            Self::EvidenceContent => "kinerja luring 2026 evidence content v1",
            Self::EvidenceName => "kinerja luring 2026 evidence name v1",
            Self::Backup => "kinerja luring 2026 backup v1",
        }
    }
}

/// The key for `purpose` under this database key (BLAKE3 in its key derivation mode).
#[must_use]
pub fn derive(database_key: &[u8; 32], purpose: Purpose) -> Zeroizing<[u8; 32]> {
    Zeroizing::new(blake3::derive_key(purpose.context(), database_key))
}
