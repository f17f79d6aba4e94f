use super::{Holder, LockError, holder, note_of, pass};
use crate::places::Places;
use std::{
    collections::BTreeSet,
    ffi::OsStr,
    fs::{self, File, OpenOptions, TryLockError},
    io,
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicU64, Ordering},
};

const LOCKED: &str = "open";

/// This process has the database open, for as long as this lives.
#[derive(Debug)]
pub(crate) struct Presence {
    token: String,
    path: PathBuf,
    _lock: File,
}

impl Presence {
    /// Passes the gate and leaves a locked file.
    pub(crate) fn enter(places: &Places) -> Result<Self, LockError> {
        let _gate = pass(places)?;
        loop {
            let token = next_token();
            let path = places.holders().join(&token).with_extension(LOCKED);
            if is_alive(&path).map_err(LockError::from_io)? {
                continue;
            }
            // Locked before it has its name, so that nobody takes a new file for a stale one.
            let making = path.with_extension("new");
            match OpenOptions::new()
                .create_new(true)
                .write(true)
                .open(&making)
            {
                Ok(lock) => {
                    lock.lock().map_err(LockError::from_io)?;
                    holder::write(&note_of(&path), None).map_err(LockError::from_io)?;
                    fs::rename(&making, &path).map_err(LockError::from_io)?;
                    return Ok(Self {
                        token,
                        path,
                        _lock: lock,
                    });
                }
                // Left by a dead process with the same number: take the next one.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(LockError::from_io(error)),
            }
        }
    }

    /// A name that no other living process uses here.
    pub(crate) fn token(&self) -> &str {
        &self.token
    }
}

impl Drop for Presence {
    fn drop(&mut self) {
        // What cannot be removed is recognised as stale by its missing lock.
        let _ = fs::remove_file(note_of(&self.path));
        let _ = fs::remove_file(&self.path);
    }
}

/// The living others.
pub(super) fn others(places: &Places, own: Option<&Presence>) -> io::Result<Vec<Holder>> {
    let mut holders = Vec::new();
    for path in lock_files(places)? {
        if own.is_some_and(|own| own.path == path) || !is_alive(&path)? {
            continue;
        }
        holders.push(holder::read(&note_of(&path)).unwrap_or_else(|| unknown(&path)));
    }
    Ok(holders)
}

/// Anybody else who has the database open, to name when it is busy.
pub(crate) fn other(places: &Places, own: &Presence) -> Option<Holder> {
    others(places, Some(own)).ok()?.pop()
}

/// Tokens of all who are alive.
pub(crate) fn living(places: &Places) -> io::Result<BTreeSet<String>> {
    let mut tokens = BTreeSet::new();
    for path in lock_files(places)? {
        if let (Some(token), true) = (path.file_stem().and_then(OsStr::to_str), is_alive(&path)?) {
            tokens.insert(token.to_owned());
        }
    }
    Ok(tokens)
}

fn lock_files(places: &Places) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(places.holders())? {
        let path = entry?.path();
        if path.extension() == Some(OsStr::new(LOCKED)) {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

/// Whether the owner lives. The lock is tried shared, so that two who look do not see each other.
fn is_alive(path: &Path) -> io::Result<bool> {
    let file = match OpenOptions::new().read(true).write(true).open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error),
    };
    match file.try_lock_shared() {
        Ok(()) => {
            let _ = fs::remove_file(note_of(path));
            let _ = fs::remove_file(path);
            Ok(false)
        }
        Err(TryLockError::WouldBlock) => Ok(true),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

fn unknown(path: &Path) -> Holder {
    let token = path.file_stem().and_then(OsStr::to_str).unwrap_or_default();
    let pid = token
        .split('-')
        .next()
        .and_then(|pid| pid.parse().ok())
        .unwrap_or_default();
    Holder {
        program: String::new(),
        pid,
        since: None,
        purpose: None,
    }
}

fn next_token() -> String {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    format!(
        "{}-{}",
        process::id(),
        COUNT.fetch_add(1, Ordering::Relaxed)
    )
}
