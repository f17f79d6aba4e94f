//! What SQLite and the operating system report, sorted into what a person can act upon.

use rusqlite::ErrorCode;
use std::io;

/// `SQLITE_IOERR_SHMSIZE`: the shared-memory file could not grow, which is a full disk.
const SHARED_MEMORY_SIZE: i32 = 4874;
/// `SQLITE_CONSTRAINT_UNIQUE` and `SQLITE_CONSTRAINT_PRIMARYKEY`.
const UNIQUE: [i32; 2] = [2067, 1555];
/// `SQLITE_CONSTRAINT_FOREIGNKEY`.
const FOREIGN_KEY: i32 = 787;

/// Why an access failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    Busy,
    ReadOnly,
    DiskFull,
    Corrupt,
    /// Page 1 does not open: another key, or a damaged page 1.
    NotADatabase,
    Unique,
    ForeignKey,
    Other,
}

impl Trouble {
    pub(crate) fn of(error: &rusqlite::Error) -> Self {
        let Some(failure) = error.sqlite_error() else {
            return Self::Other;
        };
        match failure.code {
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy,
            ErrorCode::ReadOnly | ErrorCode::PermissionDenied => Self::ReadOnly,
            ErrorCode::DiskFull => Self::DiskFull,
            ErrorCode::SystemIoFailure if failure.extended_code == SHARED_MEMORY_SIZE => {
                Self::DiskFull
            }
            ErrorCode::DatabaseCorrupt => Self::Corrupt,
            ErrorCode::NotADatabase => Self::NotADatabase,
            ErrorCode::ConstraintViolation if UNIQUE.contains(&failure.extended_code) => {
                Self::Unique
            }
            ErrorCode::ConstraintViolation if failure.extended_code == FOREIGN_KEY => {
                Self::ForeignKey
            }
            _ => Self::Other,
        }
    }

    pub(crate) fn of_io(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => Self::ReadOnly,
            _ => Self::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Trouble;
    use rstest::rstest;
    use std::io;

    #[rstest]
    #[case::busy(5, Trouble::Busy)]
    #[case::busy_recovery(261, Trouble::Busy)]
    #[case::read_only(8, Trouble::ReadOnly)]
    #[case::read_only_directory(1544, Trouble::ReadOnly)]
    #[case::full(13, Trouble::DiskFull)]
    #[case::shared_memory(4874, Trouble::DiskFull)]
    #[case::corrupt(11, Trouble::Corrupt)]
    #[case::corrupt_index(779, Trouble::Corrupt)]
    #[case::not_a_database(26, Trouble::NotADatabase)]
    #[case::unique(2067, Trouble::Unique)]
    #[case::foreign_key(787, Trouble::ForeignKey)]
    #[case::check(275, Trouble::Other)]
    #[case::input_output(10, Trouble::Other)]
    fn sqlite_codes_are_sorted(#[case] code: i32, #[case] expected: Trouble) {
        let error = rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(code), None);
        assert_eq!(Trouble::of(&error), expected);
    }

    #[rstest]
    #[case::no_space(io::ErrorKind::StorageFull, Trouble::DiskFull)]
    #[case::quota(io::ErrorKind::QuotaExceeded, Trouble::DiskFull)]
    #[case::read_only(io::ErrorKind::ReadOnlyFilesystem, Trouble::ReadOnly)]
    #[case::denied(io::ErrorKind::PermissionDenied, Trouble::ReadOnly)]
    #[case::missing(io::ErrorKind::NotFound, Trouble::Other)]
    fn system_errors_are_sorted(#[case] kind: io::ErrorKind, #[case] expected: Trouble) {
        assert_eq!(Trouble::of_io(&io::Error::from(kind)), expected);
    }
}
