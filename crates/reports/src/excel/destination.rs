//! Where a workbook goes: a temporary file beside the target, moved over it when complete.

use super::WriteError;
use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// A target and the temporary file beside it. Dropping it removes the temporary file.
#[derive(Debug)]
pub(super) struct Destination {
    target: PathBuf,
    folder: PathBuf,
    file: NamedTempFile,
}

impl Destination {
    /// Opens the temporary file, so that a folder that refuses is found before the work begins.
    pub(super) fn open(target: &Path) -> Result<Self, WriteError> {
        let folder = match target.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent.to_path_buf(),
            _ => PathBuf::from("."),
        };
        if target.is_dir() {
            return Err(WriteError::NotWritable(io::ErrorKind::IsADirectory.into()));
        }
        if has_lock_file(&folder, target.file_name()) {
            return Err(WriteError::InUse(None));
        }
        let mut builder = tempfile::Builder::new();
        builder.prefix(".kinerja-").suffix(".tmp");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            // The usual rights of a new file, less the umask: colleagues read exports too.
            builder.permissions(std::fs::Permissions::from_mode(0o666));
        }
        let file = builder.tempfile_in(&folder).map_err(WriteError::from_io)?;
        Ok(Self {
            target: target.to_path_buf(),
            folder,
            file,
        })
    }

    /// The folder of the target.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The file to fill.
    pub(super) fn file(&mut self) -> &mut File {
        self.file.as_file_mut()
    }

    /// Why something beside this file could not be written: asked of the disk, by writing.
    pub(super) fn trouble(&mut self) -> WriteError {
        // More than any buffer that might have found no room.
        let probe = vec![0; 1 << 20];
        let file = self.file.as_file_mut();
        match file.write_all(&probe).and_then(|()| file.sync_all()) {
            Err(error) => WriteError::from_io(error),
            Ok(()) => WriteError::Io(io::Error::other("the workbook could not be continued")),
        }
    }

    /// Makes the content durable and moves it over the target. Returns the size in bytes.
    pub(super) fn replace(self) -> Result<u64, WriteError> {
        self.file
            .as_file()
            .sync_all()
            .map_err(WriteError::from_io)?;
        let bytes = self
            .file
            .as_file()
            .metadata()
            .map_err(WriteError::from_io)?
            .len();
        self.file
            .persist(&self.target)
            .map_err(|error| WriteError::from_rename(error.error))?;
        sync_folder(&self.folder);
        Ok(bytes)
    }
}

/// LibreOffice and Excel leave a small file beside a workbook that somebody has open. Replacing
/// it then would be undone by that person's next save.
fn has_lock_file(folder: &Path, name: Option<&OsStr>) -> bool {
    let Some(name) = name else { return false };
    let named = |before: &str, after: &str| {
        let mut lock = OsString::from(before);
        lock.push(name);
        lock.push(after);
        folder.join(lock).exists()
    };
    named(".~lock.", "#") || named("~$", "")
}

/// Makes the rename itself durable. Some file systems (a USB stick, a network share) refuse to
/// sync a folder; the file is complete either way, so that is not an error.
fn sync_folder(folder: &Path) {
    #[cfg(unix)]
    if let Ok(folder) = File::open(folder) {
        let _synced = folder.sync_all();
    }
    #[cfg(not(unix))]
    let _ = folder;
}
