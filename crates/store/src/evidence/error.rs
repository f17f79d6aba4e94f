use crate::{error::StoreError, trouble::Trouble};
use domain::Evidence;
use std::io;
use vault::StreamError;

/// Why a file was not added or not opened.
#[derive(Debug, thiserror::Error)]
pub enum EvidenceError {
    /// The file has no content.
    #[error("the file is empty")]
    Empty,
    /// The file exceeds [`Evidence::MAX_BYTES`].
    #[error("the file is larger than {} bytes", Evidence::MAX_BYTES)]
    TooLarge,
    /// The content is none of the types that are taken.
    #[error("the content is of no type that is taken")]
    UnknownType,
    /// The encrypted file is not there.
    #[error("the file is not there")]
    Missing,
    /// The encrypted file does not open, or is not what was added.
    #[error("the file is damaged")]
    Damaged,
    /// The disk cannot be written.
    #[error("the folder of the files cannot be written")]
    ReadOnly,
    /// There is no space left.
    #[error("the disk is full")]
    DiskFull,
    /// The file to add cannot be read.
    #[error("the file to add cannot be read")]
    Read(#[source] io::Error),
    /// The operating system refused something else.
    #[error("the files cannot be reached")]
    Io(#[source] io::Error),
}

impl EvidenceError {
    pub(super) fn from_io(error: io::Error) -> Self {
        match (error.kind(), Trouble::of_io(&error)) {
            (io::ErrorKind::NotFound, _) => Self::Missing,
            (_, Trouble::ReadOnly) => Self::ReadOnly,
            (_, Trouble::DiskFull) => Self::DiskFull,
            _ => Self::Io(error),
        }
    }

    pub(super) fn from_stream(error: StreamError) -> Self {
        match error {
            StreamError::Read(error) | StreamError::Write(error) => Self::from_io(error),
            StreamError::NotSealed
            | StreamError::NewerFormat
            | StreamError::Damaged { .. }
            | StreamError::TooLong
            | StreamError::Broken => Self::Damaged,
        }
    }
}

impl StoreError {
    pub(crate) fn from_evidence(error: EvidenceError) -> Self {
        match error {
            EvidenceError::ReadOnly => Self::ReadOnly,
            EvidenceError::DiskFull => Self::DiskFull,
            EvidenceError::Read(error) | EvidenceError::Io(error) => Self::Io(error),
            EvidenceError::Empty
            | EvidenceError::TooLarge
            | EvidenceError::UnknownType
            | EvidenceError::Missing
            | EvidenceError::Damaged => Self::Corrupt,
        }
    }
}
