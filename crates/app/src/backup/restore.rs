//! Pulihkan: a backup in place of what is here; what is here is set aside, never deleted.

use super::label;
use crate::office::State;
use crate::place;
use crate::session::get_session;
use crate::uploads::Upload;
use crate::{Desk, Host, Office, PlaceKind, Trouble};
use api::backup::{Restore, RestoreSource};
use api::error::{BackupTrouble, ErrorCode};
use api::session::Session;
use std::io::Write as _;
use std::path::Path;
use store::{BackupFile, OpenKey};
use vault::{DatabaseId, KeySet, RecoveryCode};

pub(crate) fn restore(office: &Office, request: &Restore) -> Result<Session, Trouble> {
    let places = place::places(office.host(), open_kind(office));
    match &request.from {
        RestoreSource::Listed(name) => {
            // Only a plain name of the list: the page never says a path.
            let known = store::backup::list(&places)?;
            let path = known
                .into_iter()
                .map(|it| it.path)
                .find(|path| {
                    path.file_name()
                        .is_some_and(|it| it.to_string_lossy() == *name)
                })
                .ok_or(ErrorCode::NotFound)?;
            restore_file(office, &path, &request.words)
        }
        RestoreSource::Upload(token) => {
            let upload = office.uploads().get::<Upload>(token)?;
            let mut file = tempfile::Builder::new().prefix("pulihkan-").tempfile()?;
            file.write_all(&upload.bytes)?;
            file.as_file().sync_all()?;
            restore_file(office, file.path(), &request.words)
        }
    }
}

impl Office {
    /// Puts a backup file in place of what is here. `words` may be empty when this PC still has
    /// the key.
    ///
    /// # Errors
    /// The file, the words, the disk, or another program that holds the data. What is here stays.
    pub fn restore_file(&self, path: &Path, words: &str) -> Result<Session, Trouble> {
        restore_file(self, path, words)
    }
}

fn restore_file(office: &Office, path: &Path, words: &str) -> Result<Session, Trouble> {
    let host = office.host();
    let kind = open_kind(office);
    let backup = store::backup::inspect(path)?;
    let database = DatabaseId::from_bytes(backup.database_id);
    let known = place::key_place(host).load(database)?;
    let keys = keys(host, &backup, words, known.as_ref())?;
    let places = place::places(host, kind);

    let mut state = office.state_mut();
    if let State::Open(open) = &*state {
        let desk = Desk::new(office, open)?;
        open.store
            .backup_here(&label(&desk, store::BackupReason::Restore)?)?;
    }
    // Nothing may hold the files while they are swapped.
    *state = State::Empty;
    let key = OpenKey::new(*keys.database_key());
    let restored = store::backup::restore(path, &places, &key, host.now());
    if restored.is_ok() {
        // The incarnation differs from the database's on purpose: opening starts a new one.
        place::key_place(host).save(database, &keys)?;
    }
    *state = State::open(host, kind);
    drop(state);
    restored?;
    get_session(office)
}

/// A backup goes back into the place that is open: whoever tries it in practice data touches only
/// practice data.
fn open_kind(office: &Office) -> PlaceKind {
    match &*office.state() {
        State::Open(place) => place.kind,
        State::Empty | State::Locked(_) => PlaceKind::Office,
    }
}

fn keys(
    host: &dyn Host,
    backup: &BackupFile,
    words: &str,
    known: Option<&KeySet>,
) -> Result<KeySet, Trouble> {
    if words.trim().is_empty() {
        let keys = known.ok_or(ErrorCode::Backup(BackupTrouble::WrongCode))?;
        let mut incarnation = [0; 16];
        host.random(&mut incarnation)?;
        return Ok(keys.with_incarnation(incarnation));
    }
    let code =
        RecoveryCode::parse(words).map_err(|_| ErrorCode::Backup(BackupTrouble::CodeMistyped))?;
    let database_key = vault::unwrap_key(&backup.wrapped_key, &code).map_err(|error| {
        ErrorCode::Backup(match error {
            vault::WrapError::WrongCode => BackupTrouble::WrongCode,
            vault::WrapError::NewerFormat => BackupTrouble::NewerProgram,
            vault::WrapError::Damaged => BackupTrouble::Damaged,
        })
    })?;
    if let Some(keys) = known
        && *keys.database_key() == *database_key
    {
        let mut incarnation = [0; 16];
        host.random(&mut incarnation)?;
        return Ok(keys.with_incarnation(incarnation));
    }
    let mut failed = None;
    let keys = KeySet::for_restored(&database_key, &mut |bytes| {
        if let Err(error) = host.random(bytes) {
            failed = Some(error);
        }
    });
    match failed {
        Some(error) => Err(error.into()),
        None => Ok(keys),
    }
}
