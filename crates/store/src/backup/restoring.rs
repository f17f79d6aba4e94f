//! Taking a backup's office into use. It is unpacked beside the old one and checked; then two
//! renames exchange them. A kill between the two is finished at the next start, one before them
//! leaves the old office, one after them the new.

use super::{
    BackupError, BackupFile,
    file::{EXTENSION, stamp, verify},
    format::{Content, Reading},
    writing::PARTIAL,
};
use crate::{
    connection::{Role, connect},
    durable, evidence,
    key::OpenKey,
    label::Label,
    lock, migrations,
    places::{Places, database_in, evidence_in},
    table::identity::{self, Identity},
    trouble::Trouble,
};
use domain::Timestamp;
use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

/// What a restore did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// The database that is there now. The caller begins a new incarnation in it.
    pub identity: Identity,
    /// Where the office lies that was there before; it is never removed.
    pub previous: Option<PathBuf>,
}

/// Takes a backup into use. Nobody may have the database open, this program included; `at` names
/// the folder that keeps the office which was there before.
///
/// # Errors
/// [`BackupError`]; then the office is as it was.
pub fn restore(
    backup: &Path,
    places: &Places,
    key: &OpenKey,
    at: Timestamp,
) -> Result<Restored, BackupError> {
    let checked = verify(backup)?;
    let known = migrations::known();
    if checked.schema > known {
        return Err(BackupError::NewerProgram {
            found: checked.schema,
            known,
        });
    }
    durable::make_folder(&places.data).map_err(BackupError::from_io)?;
    let _alone = lock::exclusive(places, None, "restore").map_err(BackupError::from_lock)?;
    recover(places).map_err(BackupError::from_io)?;
    let identity = match unpack(&checked, places, key) {
        Ok(identity) => identity,
        Err(error) => {
            // What could not be used is in nobody's way; the next start removes it too.
            let _ = durable::remove_folder(&places.partial());
            return Err(error);
        }
    };
    let previous = exchange(places, at).map_err(BackupError::from_io)?;
    Ok(Restored { identity, previous })
}

/// Finishes a restore that was interrupted between its two renames, and forgets one that was
/// interrupted before. Needs the place alone.
pub(crate) fn recover(places: &Places) -> io::Result<()> {
    if places.incoming().exists() {
        if places.office().exists() {
            durable::remove_folder(&places.incoming())?;
        } else {
            durable::rename(&places.incoming(), &places.office())?;
        }
    }
    durable::remove_folder(&places.partial())?;
    remove_partial_backups(&places.backups())
}

fn remove_partial_backups(folder: &Path) -> io::Result<()> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    for entry in entries {
        let entry = entry?;
        if entry
            .file_name()
            .to_string_lossy()
            .ends_with(&format!(".{EXTENSION}{PARTIAL}"))
        {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

fn unpack(checked: &BackupFile, places: &Places, key: &OpenKey) -> Result<Identity, BackupError> {
    let office = places.partial();
    durable::make_folder(&evidence_in(&office)).map_err(BackupError::from_io)?;
    let file = File::open(&checked.path).map_err(BackupError::from_io)?;
    let mut reading = Reading::begin(io::BufReader::new(file))?;
    let mut identity = None;
    while let Some(section) = reading.next()? {
        let path = match section.content {
            Content::Database => database_in(&office),
            Content::Evidence(name) => evidence::path_of(&evidence_in(&office), &name),
        };
        if let Some(folder) = path.parent() {
            durable::make_folder(folder).map_err(BackupError::from_io)?;
        }
        let mut target = File::create_new(&path).map_err(BackupError::from_io)?;
        reading.copy(&section, &mut target)?;
        target.sync_all().map_err(BackupError::from_io)?;
        drop(target);
        if section.content == Content::Database {
            // Before the files: a wrong key is said at once.
            identity = Some(open(&path, key)?);
        }
    }
    reading.finish()?;
    let identity = identity.filter(|it| it.database_id == checked.database_id);
    let identity = identity.ok_or(BackupError::Damaged)?;
    Label::new(identity.database_id, key)
        .write(&office)
        .map_err(BackupError::from_io)?;
    sync_folders(&office).map_err(BackupError::from_io)?;
    Ok(identity)
}

/// Whose database it is, if the key opens it.
fn open(path: &Path, key: &OpenKey) -> Result<Identity, BackupError> {
    let connection = connect(path, key, Role::Copy).map_err(refused)?;
    let found = migrations::found(&connection).map_err(refused)?;
    let known = migrations::known();
    if found > known {
        return Err(BackupError::NewerProgram { found, known });
    }
    let identity = identity::get(&connection).map_err(BackupError::from_store)?;
    connection
        .close()
        .map_err(|(_, error)| BackupError::from_sql(error))?;
    Ok(identity)
}

/// The bytes are those that were written, so a first page that does not open has another key.
fn refused(error: rusqlite::Error) -> BackupError {
    match Trouble::of(&error) {
        Trouble::NotADatabase => BackupError::WrongKey,
        _ => BackupError::from_sql(error),
    }
}

fn exchange(places: &Places, at: Timestamp) -> io::Result<Option<PathBuf>> {
    durable::rename(&places.partial(), &places.incoming())?;
    let previous = if places.office().exists() {
        let aside = aside(places, at);
        durable::rename(&places.office(), &aside)?;
        Some(aside)
    } else {
        None
    };
    durable::rename(&places.incoming(), &places.office())?;
    Ok(previous)
}

/// A name that is free.
fn aside(places: &Places, at: Timestamp) -> PathBuf {
    let name = format!("office.before-{}", stamp(at));
    let mut path = places.data.join(&name);
    let mut number = 2;
    while path.exists() {
        path = places.data.join(format!("{name}-{number}"));
        number += 1;
    }
    path
}

fn sync_folders(office: &Path) -> io::Result<()> {
    let evidence = evidence_in(office);
    for group in fs::read_dir(&evidence)? {
        durable::sync_folder(&group?.path())?;
    }
    durable::sync_folder(&evidence)?;
    durable::sync_folder(office)
}
