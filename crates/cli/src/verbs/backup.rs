//! `cadangkan`: a backup into a file, and the words that open it elsewhere into another.

use super::LANGUAGE;
use crate::arguments::BackupFile;
use crate::outcome::{Failure, Outcome, Status};
use api::backup::GetRecovery;
use app::{Office, Trouble};
use catalogue::terminal;
use serde_json::json;
use std::io::Write as _;
use std::path::Path;

pub(super) fn run(office: &Office, arguments: &BackupFile) -> Result<Outcome, Failure> {
    // The words first: a backup whose words could not be kept would look like a whole one.
    if let Some(file) = &arguments.kode_berkas {
        let words = office.ask(GetRecovery {})?.words.join(" ");
        write_words(file, &words)?;
    }
    let size = office.with_desk(|desk| desk.backup_to(&arguments.file))?;
    Outcome::new(
        Status::Done,
        json!({ "file": arguments.file, "bytes": size }),
        vec![terminal::backed_up(LANGUAGE, arguments.file.display())],
    )
}

/// Writes the words whole and for this user alone: who has them and the backup has the data.
fn write_words(path: &Path, words: &str) -> Result<(), Trouble> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or_else(|| Path::new("."));
    // A temporary file is readable to its owner only, and keeps that when it is renamed.
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    writeln!(file, "{words}")?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}
