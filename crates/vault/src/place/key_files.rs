//! The file per database that holds the keys, or the note that they are in the key store.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::VaultError;
use crate::key_set::ENCODED;
use crate::{DatabaseId, KeySet};

/// What stands in a file whose keys are in the key store.
const NOTE: &[u8] = b"kinerja-keys-in-key-store1\n";

/// A directory of key files.
#[derive(Debug)]
pub(super) struct KeyFiles {
    directory: PathBuf,
}

/// Where the keys of a database are, by its file.
pub(super) enum Kept {
    Here(KeySet),
    InKeyStore,
}

impl KeyFiles {
    pub(super) fn in_directory(directory: PathBuf) -> Self {
        Self { directory }
    }

    pub(super) fn directory(&self) -> &Path {
        &self.directory
    }

    pub(super) fn read(&self, database: DatabaseId) -> Result<Option<Kept>, VaultError> {
        let path = self.path(database);
        let file = match File::open(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(source) => return Err(VaultError::Read { path, source }),
        };
        close_to_others(&file).map_err(|source| write_error(&path, source))?;
        // One byte more than a key set has, so that a longer file is seen to be one; all room at
        // once, so that no copy of a key stays behind when the buffer grows.
        let limit = ENCODED + 1;
        let mut bytes = Zeroizing::new(Vec::with_capacity(2 * limit));
        file.take(limit as u64)
            .read_to_end(&mut bytes)
            .map_err(|source| VaultError::Read { path, source })?;
        if bytes.as_slice() == NOTE {
            return Ok(Some(Kept::InKeyStore));
        }
        KeySet::decode(&bytes, database).map(|keys| Some(Kept::Here(keys)))
    }

    pub(super) fn write(&self, database: DatabaseId, keys: &KeySet) -> Result<(), VaultError> {
        self.replace(database, keys.encode(database).as_slice())
    }

    pub(super) fn write_note(&self, database: DatabaseId) -> Result<(), VaultError> {
        self.replace(database, NOTE)
    }

    pub(super) fn remove(&self, database: DatabaseId) -> Result<(), VaultError> {
        let path = self.path(database);
        match fs::remove_file(&path) {
            Ok(()) => sync_directory(&self.directory)
                .map_err(|source| write_error(&self.directory, source)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(source) => Err(write_error(&path, source)),
        }
    }

    fn replace(&self, database: DatabaseId, bytes: &[u8]) -> Result<(), VaultError> {
        create_directory(&self.directory).map_err(|source| write_error(&self.directory, source))?;
        let path = self.path(database);
        write_whole(&self.directory, &path, bytes).map_err(|source| write_error(&path, source))
    }

    fn path(&self, database: DatabaseId) -> PathBuf {
        self.directory.join(format!("{database}.key"))
    }
}

fn write_error(path: &Path, source: io::Error) -> VaultError {
    VaultError::Write {
        path: path.to_path_buf(),
        source,
    }
}

fn write_whole(directory: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    // A named temporary file is made with mode 0600 on Unix and removed if anything fails.
    let mut temporary = tempfile::Builder::new()
        .prefix(".key-")
        .suffix(".part")
        .tempfile_in(directory)?;
    temporary.write_all(bytes)?;
    temporary.as_file().sync_all()?;
    temporary.persist(path).map_err(|failure| failure.error)?;
    sync_directory(directory)
}

#[cfg(unix)]
fn create_directory(directory: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(directory)
}

#[cfg(not(unix))]
fn create_directory(directory: &Path) -> io::Result<()> {
    fs::create_dir_all(directory)
}

/// Takes away what a copy or an archive may have given: the right of others to read the file.
#[cfg(unix)]
fn close_to_others(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = file.metadata()?.permissions().mode();
    if mode & 0o077 == 0 {
        return Ok(());
    }
    file.set_permissions(fs::Permissions::from_mode(0o600))
}

/// On Windows the access list of the user's profile is inherited.
#[cfg(not(unix))]
fn close_to_others(_file: &File) -> io::Result<()> {
    Ok(())
}

/// Makes the rename itself last through a power cut.
#[cfg(unix)]
fn sync_directory(directory: &Path) -> io::Result<()> {
    File::open(directory)?.sync_all()
}

/// Windows cannot open a directory as a file; its file system journals the rename.
#[cfg(not(unix))]
fn sync_directory(_directory: &Path) -> io::Result<()> {
    Ok(())
}
