//! Opening the centre that the command line names.

use super::arguments::WhereData;
use super::outcome::Failure;
use central::database::Place;
use central::{Centre, Files, Opening, Trouble};
use std::fs::{DirBuilder, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// The database that the command line names.
fn database(place: &WhereData) -> Place {
    match &place.database {
        Some(address) => Place::Server(address.clone()),
        None => Place::File(file(place)),
    }
}

/// The SQLite file in the data folder.
pub(super) fn file(place: &WhereData) -> PathBuf {
    place.data.join("pusat.sqlite")
}

/// Opens it.
pub(super) async fn open(place: &WhereData) -> Result<Centre, Failure> {
    make_folder(place).map_err(Trouble::from)?;
    if place.database.is_none() {
        make_private(&file(place)).map_err(Trouble::from)?;
    }
    let files = match &place.files {
        Some(address) => Files::at(address)?,
        None => Files::folder(&place.data.join("files"))?,
    };
    Ok(Centre::open(Opening::new(database(place), files)).await?)
}

/// Notes, as long as this is held, that the data is being served from.
pub(super) fn shared(place: &WhereData) -> Result<File, Failure> {
    make_folder(place).map_err(Trouble::from)?;
    let lock = lock_file(place).map_err(Trouble::from)?;
    lock.lock_shared().map_err(Trouble::from)?;
    Ok(lock)
}

/// Makes sure, as long as this is held, that nobody serves from the data; nothing when somebody
/// does.
pub(super) fn alone(place: &WhereData) -> Result<Option<File>, Failure> {
    let lock = lock_file(place).map_err(Trouble::from)?;
    match lock.try_lock() {
        Ok(()) => Ok(Some(lock)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(Trouble::from(error).into()),
    }
}

/// Makes the data folder, for this user alone.
pub(super) fn make_folder(place: &WhereData) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(&place.data)
}

/// Makes the database's file for this user alone, before SQLite would make it for everybody: who
/// reads it can sign as the centre. What SQLite writes beside it gets the same rights.
fn make_private(file: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file).map(drop)
}

fn lock_file(place: &WhereData) -> io::Result<File> {
    OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(place.data.join("pusat.lock"))
}
