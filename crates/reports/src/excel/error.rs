//! Why a workbook could not be written.

use rust_xlsxwriter::XlsxError;
use std::io;

/// Why a workbook could not be written. Nothing half-written is left in any case.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// No room left on the disk.
    #[error("the disk is full")]
    DiskFull(#[source] io::Error),
    /// Another program has the file open.
    #[error("the file is open in another program")]
    InUse(#[source] Option<io::Error>),
    /// The folder is missing or may not be written to.
    #[error("the folder cannot be written to")]
    NotWritable(#[source] io::Error),
    /// More rows than a sheet holds (1 048 576, titles included).
    #[error("too many rows for one sheet")]
    TooManyRows,
    /// Any other trouble of the disk.
    #[error("the file could not be written")]
    Io(#[source] io::Error),
    /// The sheet broke a rule of the format: an error of this program.
    #[error("the sheet breaks a rule of the workbook format")]
    Format(#[source] Box<XlsxError>),
}

/// Windows: another process has the file open, or locked a part of it.
const SHARING_VIOLATION: [i32; 2] = [32, 33];

impl WriteError {
    /// Sorts an error of the operating system while a new file is made and filled.
    pub(super) fn from_io(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull(error),
            io::ErrorKind::PermissionDenied
            | io::ErrorKind::ReadOnlyFilesystem
            | io::ErrorKind::NotFound
            | io::ErrorKind::NotADirectory => Self::NotWritable(error),
            _ => Self::Io(error),
        }
    }

    /// Sorts an error of the last step, the rename over the target. Windows refuses it while
    /// somebody has the target open, mostly as "access denied": the folder took the temporary
    /// file a moment ago, so it is the target that refuses.
    pub(super) fn from_rename(error: io::Error) -> Self {
        let sharing = error
            .raw_os_error()
            .is_some_and(|code| SHARING_VIOLATION.contains(&code));
        let denied = error.kind() == io::ErrorKind::PermissionDenied;
        if cfg!(windows) && (sharing || denied) {
            Self::InUse(Some(error))
        } else {
            Self::from_io(error)
        }
    }

    /// Sorts an error of the workbook library.
    pub(super) fn from_xlsx(error: XlsxError) -> Self {
        match error {
            XlsxError::IoError(error) | XlsxError::TempFileError(_, error) => Self::from_io(error),
            XlsxError::ZipError(zip::result::ZipError::Io(error)) => Self::from_io(error),
            XlsxError::RowColumnLimitError => Self::TooManyRows,
            other => Self::Format(Box::new(other)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{WriteError, XlsxError, io};
    use rstest::rstest;

    #[rstest]
    #[case::full(io::ErrorKind::StorageFull, "DiskFull")]
    #[case::quota(io::ErrorKind::QuotaExceeded, "DiskFull")]
    #[case::denied(io::ErrorKind::PermissionDenied, "NotWritable")]
    #[case::read_only(io::ErrorKind::ReadOnlyFilesystem, "NotWritable")]
    #[case::no_folder(io::ErrorKind::NotFound, "NotWritable")]
    #[case::other(io::ErrorKind::TimedOut, "Io")]
    fn trouble_of_the_disk_is_sorted(#[case] kind: io::ErrorKind, #[case] expected: &str) {
        let direct = WriteError::from_io(kind.into());
        let wrapped = WriteError::from_xlsx(XlsxError::IoError(kind.into()));
        let zipped = WriteError::from_xlsx(XlsxError::ZipError(io::Error::from(kind).into()));
        for error in [direct, wrapped, zipped] {
            assert!(format!("{error:?}").starts_with(expected), "{error:?}");
        }
    }
}
