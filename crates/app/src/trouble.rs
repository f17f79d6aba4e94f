//! What can go wrong inside a use case. The page gets a closed code; the log gets the chain.

use api::error::{
    BackupTrouble, ErrorCode, EvidenceTrouble, Refusal, StoreTrouble, SyncTrouble, WriteTrouble,
};
use store::{BackupError, EvidenceError, OpenError, StoreError};

/// A use case that did not happen. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// The request was refused, for a reason that a person understands.
    #[error("refused: {0:?}")]
    Refused(ErrorCode),
    /// The database could not be opened.
    #[error("the database could not be opened")]
    Open(#[source] OpenError),
    /// The database could not be read or written.
    #[error("the database could not be used")]
    Store(#[source] StoreError),
    /// The keys could not be read or kept.
    #[error("the keys could not be used")]
    Vault(#[source] vault::VaultError),
    /// An evidence file could not be kept or read.
    #[error("an evidence file could not be used")]
    Evidence(#[source] EvidenceError),
    /// A backup could not be made or read.
    #[error("a backup could not be used")]
    Backup(#[source] BackupError),
    /// A workbook could not be written.
    #[error("a workbook could not be written")]
    Write(#[source] ::reports::excel::WriteError),
    /// The operating system refused.
    #[error("the operating system refused")]
    Io(#[source] std::io::Error),
    /// The line to the centre cannot be made.
    #[error("the line to the centre could not be made")]
    Line(#[source] line::LineError),
    /// What is stored of a message cannot be read.
    #[error("a stored message could not be read")]
    Wire(#[source] sync::wire::WireError),
    /// A seal could not be made.
    #[error("a seal could not be made")]
    Seal(#[source] sync::packet::SealError),
    /// A packet could not be made.
    #[error("a packet could not be made")]
    Packet(#[source] sync::packet::PacketError),
    /// A batch could not be built.
    #[error("a batch could not be built")]
    Batch(#[source] sync::batch::BuildError),
    /// An answer could not be put into JSON.
    #[error("an answer could not be encoded")]
    Encode(#[source] serde_json::Error),
}

macro_rules! from {
    ($($source:ty => $variant:ident),+ $(,)?) => {$(
        impl From<$source> for Trouble {
            fn from(source: $source) -> Self {
                Self::$variant(source)
            }
        }
    )+};
}

from! {
    ErrorCode => Refused,
    OpenError => Open,
    StoreError => Store,
    vault::VaultError => Vault,
    EvidenceError => Evidence,
    BackupError => Backup,
    ::reports::excel::WriteError => Write,
    line::LineError => Line,
    std::io::Error => Io,
    serde_json::Error => Encode,
}

impl Trouble {
    /// The code that the page shows. The chain of causes is logged by the caller, once.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::Refused(code) => code.clone(),
            Self::Open(error) => open_code(error),
            Self::Store(error) => store_code(error),
            Self::Vault(_) => ErrorCode::Store(StoreTrouble::KeyMissing),
            Self::Evidence(error) => evidence_code(error),
            Self::Backup(error) => backup_code(error),
            Self::Write(error) => ErrorCode::WriteFailed(write_trouble(error)),
            Self::Io(error) => ErrorCode::WriteFailed(io_trouble(error)),
            Self::Line(_) => ErrorCode::Sync(SyncTrouble::Unreachable),
            Self::Wire(_) | Self::Seal(_) | Self::Packet(_) | Self::Batch(_) | Self::Encode(_) => {
                ErrorCode::Internal
            }
        }
    }

    /// As it travels; logs the chain when it is not a plain refusal.
    #[must_use]
    pub fn refusal(&self) -> Refusal {
        if !matches!(self, Self::Refused(_)) {
            let mut chain = self.to_string();
            let mut source = std::error::Error::source(self);
            while let Some(cause) = source {
                chain.push_str(": ");
                chain.push_str(&cause.to_string());
                source = cause.source();
            }
            tracing::error!(%chain, "a use case failed");
        }
        Refusal::from(self.code())
    }
}

fn holder(holder: Option<&store::Holder>) -> ErrorCode {
    ErrorCode::Busy(holder.map_or_else(
        || "program lain".to_owned(),
        |it| format!("{} (proses {})", it.program, it.pid),
    ))
}

fn open_code(error: &OpenError) -> ErrorCode {
    ErrorCode::Store(match error {
        OpenError::Busy { holder: who } => return holder(who.as_ref()),
        OpenError::AlreadyExists => return ErrorCode::PlaceNotEmpty,
        OpenError::NotFound => return ErrorCode::NeedsFirstRun,
        OpenError::NewerProgram { .. } => StoreTrouble::NewerProgram,
        OpenError::WrongKey => StoreTrouble::WrongKey,
        OpenError::ReadOnly => StoreTrouble::ReadOnly,
        OpenError::DiskFull => StoreTrouble::DiskFull,
        OpenError::Corrupt => StoreTrouble::Corrupt,
        _ => StoreTrouble::Other,
    })
}

fn store_code(error: &StoreError) -> ErrorCode {
    ErrorCode::Store(match error {
        StoreError::Busy { holder: who } => return holder(who.as_ref()),
        StoreError::Missing { .. } => return ErrorCode::NotFound,
        StoreError::Taken { .. } => return ErrorCode::Stale,
        StoreError::ReadOnly => StoreTrouble::ReadOnly,
        StoreError::DiskFull => StoreTrouble::DiskFull,
        StoreError::Corrupt => StoreTrouble::Corrupt,
        _ => StoreTrouble::Other,
    })
}

fn evidence_code(error: &EvidenceError) -> ErrorCode {
    ErrorCode::EvidenceRefused(match error {
        EvidenceError::Empty => EvidenceTrouble::Empty,
        EvidenceError::TooLarge => EvidenceTrouble::TooLarge,
        EvidenceError::UnknownType => EvidenceTrouble::UnknownType,
        EvidenceError::Missing | EvidenceError::Damaged => EvidenceTrouble::Missing,
        EvidenceError::ReadOnly => return ErrorCode::Store(StoreTrouble::ReadOnly),
        EvidenceError::DiskFull => return ErrorCode::Store(StoreTrouble::DiskFull),
        _ => return ErrorCode::Store(StoreTrouble::Other),
    })
}

fn backup_code(error: &BackupError) -> ErrorCode {
    ErrorCode::Backup(match error {
        BackupError::Open(inner) => return open_code(inner),
        BackupError::Store(inner) => return store_code(inner),
        BackupError::Busy { holder: who } => return holder(who.as_ref()),
        BackupError::NotFound => return ErrorCode::NotFound,
        BackupError::ReadOnly => return ErrorCode::WriteFailed(WriteTrouble::NotWritable),
        BackupError::NotABackup => BackupTrouble::NotABackup,
        BackupError::NewerProgram { .. } => BackupTrouble::NewerProgram,
        BackupError::Damaged => BackupTrouble::Damaged,
        BackupError::WrongKey => BackupTrouble::WrongCode,
        BackupError::DiskFull => BackupTrouble::DiskFull,
        _ => BackupTrouble::Other,
    })
}

const fn write_trouble(error: &::reports::excel::WriteError) -> WriteTrouble {
    use ::reports::excel::WriteError as E;
    match error {
        E::DiskFull { .. } => WriteTrouble::DiskFull,
        E::InUse { .. } => WriteTrouble::InUse,
        E::NotWritable { .. } => WriteTrouble::NotWritable,
        _ => WriteTrouble::Other,
    }
}

fn io_trouble(error: &std::io::Error) -> WriteTrouble {
    use std::io::ErrorKind as K;
    match error.kind() {
        K::StorageFull | K::QuotaExceeded => WriteTrouble::DiskFull,
        K::PermissionDenied | K::ReadOnlyFilesystem => WriteTrouble::NotWritable,
        _ => WriteTrouble::Other,
    }
}
