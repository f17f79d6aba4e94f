use crate::durable;
use domain::Timestamp;
use serde::{Deserialize, Serialize};
use std::{env, fs, io, path::Path, process, time::SystemTime};

/// A program that has the database open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Name of the program: `kinerja-luring`, `kinerja`.
    pub program: String,
    /// Number of its process.
    pub pid: u32,
    /// Since when, by the file's own time.
    pub since: Option<Timestamp>,
    /// What for, when it needs the database alone.
    pub purpose: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct Note {
    program: String,
    pid: u32,
    purpose: Option<String>,
}

/// Writes who this process is.
pub(super) fn write(path: &Path, purpose: Option<&str>) -> io::Result<()> {
    let program = env::current_exe()
        .ok()
        .and_then(|path| {
            path.file_stem()
                .map(|stem| stem.to_string_lossy().into_owned())
        })
        .unwrap_or_default();
    let note = Note {
        program,
        pid: process::id(),
        purpose: purpose.map(str::to_owned),
    };
    durable::write_whole(path, &serde_json::to_vec(&note)?)
}

/// Reads who stands in a note; nothing when it cannot be read.
pub(super) fn read(path: &Path) -> Option<Holder> {
    let note: Note = serde_json::from_slice(&fs::read(path).ok()?).ok()?;
    let since = fs::metadata(path)
        .and_then(|metadata| metadata.modified())
        .ok();
    Some(Holder {
        program: note.program,
        pid: note.pid,
        since: since.and_then(timestamp),
        purpose: note.purpose,
    })
}

fn timestamp(time: SystemTime) -> Option<Timestamp> {
    let since = time.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    i64::try_from(since.as_micros()).ok().map(Timestamp)
}
