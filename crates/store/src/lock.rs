//! Who has the database open.
//!
//! Window and terminal may work at once; a restore, a migration and practice data need the place
//! alone. Everyone who opens a database leaves a locked file in `holders/`, made behind a gate that
//! is shared for a moment; whoever needs the place alone takes the gate for itself and then looks
//! whether any of these files is still locked. A crash releases its lock with the process, so
//! nothing stale can keep anybody out.

mod holder;
mod presence;

pub use holder::Holder;
pub(crate) use presence::{Presence, living, other};

use crate::{durable, places::Places, trouble::Trouble};
use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io,
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

/// How often the gate is tried: those who open hold it for a moment only.
const GATE_TRIES: u32 = 40;
const GATE_PAUSE: Duration = Duration::from_millis(10);

/// Why a place could not be taken.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    /// Somebody else has it.
    #[error("the database is in use")]
    Busy {
        /// Who, when it is known.
        holder: Option<Holder>,
    },
    /// The folder cannot be written.
    #[error("the folder of the database cannot be written")]
    ReadOnly,
    /// There is no space left.
    #[error("the disk is full")]
    DiskFull,
    /// The operating system refused something else.
    #[error("the lock files cannot be reached")]
    Io(#[source] io::Error),
}

impl LockError {
    fn from_io(error: io::Error) -> Self {
        match Trouble::of_io(&error) {
            Trouble::ReadOnly => Self::ReadOnly,
            Trouble::DiskFull => Self::DiskFull,
            _ => Self::Io(error),
        }
    }
}

/// The place belongs to its owner alone until this is dropped.
#[derive(Debug)]
pub struct ExclusiveGuard {
    note: PathBuf,
    _gate: File,
}

impl Drop for ExclusiveGuard {
    fn drop(&mut self) {
        // A note that stays is of no harm: it is read only while the gate is locked.
        let _ = fs::remove_file(&self.note);
    }
}

/// Takes the place alone. `own` is the caller's own presence, which does not count.
pub(crate) fn exclusive(
    places: &Places,
    own: Option<&Presence>,
    purpose: &str,
) -> Result<ExclusiveGuard, LockError> {
    durable::make_folder(&places.holders()).map_err(LockError::from_io)?;
    let gate = gate(places).map_err(LockError::from_io)?;
    take(&gate, places, File::try_lock)?;
    if let Some(holder) = presence::others(places, own)
        .map_err(LockError::from_io)?
        .pop()
    {
        return Err(LockError::Busy {
            holder: Some(holder),
        });
    }
    let note = note_of(&places.gate());
    holder::write(&note, Some(purpose)).map_err(LockError::from_io)?;
    Ok(ExclusiveGuard { note, _gate: gate })
}

/// Passes the gate for a moment, together with others who open.
fn pass(places: &Places) -> Result<File, LockError> {
    durable::make_folder(&places.holders()).map_err(LockError::from_io)?;
    let gate = gate(places).map_err(LockError::from_io)?;
    take(&gate, places, File::try_lock_shared)?;
    Ok(gate)
}

fn take(
    gate: &File,
    places: &Places,
    lock: fn(&File) -> Result<(), TryLockError>,
) -> Result<(), LockError> {
    for _ in 0..GATE_TRIES {
        match lock(gate) {
            Ok(()) => return Ok(()),
            Err(TryLockError::WouldBlock) => thread::sleep(GATE_PAUSE),
            Err(TryLockError::Error(error)) => return Err(LockError::from_io(error)),
        }
    }
    Err(LockError::Busy {
        holder: holder::read(&note_of(&places.gate())),
    })
}

fn gate(places: &Places) -> io::Result<File> {
    OpenOptions::new()
        .create(true)
        .truncate(false)
        .read(true)
        .write(true)
        .open(places.gate())
}

/// What a lock file says of its owner stands beside it: Windows lets nobody read a locked file.
fn note_of(lock: &Path) -> PathBuf {
    lock.with_extension("json")
}
