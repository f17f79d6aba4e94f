//! `cadangkan`: a backup into a file, and the words that open it elsewhere into another.

use super::LANGUAGE;
use super::taken::{self, is_taken};
use crate::arguments::NewBackup;
use crate::outcome::{Failure, Outcome, Status};
use api::backup::GetRecovery;
use app::{Office, Trouble};
use catalogue::terminal;
use serde_json::json;
use std::fs;
use std::io::Write as _;
use std::path::Path;

pub(super) fn run(office: &Office, arguments: &NewBackup) -> Result<Outcome, Failure> {
    let file = &arguments.file;
    if !arguments.ganti && is_taken(file) && !app::backup::is_backup(file) {
        return Err(taken::refused(file));
    }
    // The words first: a backup whose words could not be kept would look like a whole one.
    if let Some(file) = &arguments.kode_berkas {
        if are_one(file, &arguments.file) {
            let sentence = terminal::one_file_for_both(LANGUAGE).to_owned();
            return Err(Failure::nothing("one_file_for_both", sentence));
        }
        let words = office.ask(GetRecovery {})?.words.join(" ");
        let has_them = || fs::read_to_string(file).is_ok_and(|it| it.trim() == words);
        if !arguments.ganti && is_taken(file) && !has_them() {
            return Err(taken::refused(file));
        }
        office.with_desk(|desk| desk.check_target(file))?;
        write_words(file, &words)?;
    }
    let size = office.with_desk(|desk| desk.backup_to(&arguments.file))?;
    Outcome::new(
        Status::Done,
        json!({ "file": arguments.file, "bytes": size }),
        vec![terminal::backed_up(LANGUAGE, arguments.file.display())],
    )
}

/// Whether two paths name one file.
fn are_one(one: &Path, other: &Path) -> bool {
    let absolute = |path: &Path| {
        let folder = folder_of(path).canonicalize().ok()?;
        Some(folder.join(path.file_name()?))
    };
    one == other || absolute(one).is_some_and(|it| Some(it) == absolute(other))
}

fn folder_of(path: &Path) -> &Path {
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or_else(|| Path::new("."))
}

/// Writes the words whole and for this user alone: who has them and the backup has the data.
fn write_words(path: &Path, words: &str) -> Result<(), Trouble> {
    // A temporary file is readable to its owner only, and keeps that when it is renamed.
    let mut file = tempfile::NamedTempFile::new_in(folder_of(path))?;
    writeln!(file, "{words}")?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}
