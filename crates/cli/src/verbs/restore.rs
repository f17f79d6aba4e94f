//! `pulihkan`: a backup in place of what is here; what is here is set aside.

use super::LANGUAGE;
use crate::arguments::BackupFile;
use crate::outcome::{Failure, Outcome, Status};
use api::error::{BackupTrouble, ErrorCode};
use app::Office;
use catalogue::terminal;
use serde_json::json;
use std::fs;
use std::path::Path;

pub(super) fn run(office: &Office, arguments: &BackupFile) -> Result<Outcome, Failure> {
    if fs::File::open(&arguments.file).is_err() {
        return Err(Failure::unreadable(&arguments.file));
    }
    let words = match &arguments.kode_berkas {
        Some(file) => words(file)?,
        None => String::new(),
    };
    let session = office.restore_file(&arguments.file, &words).map_err(|it| {
        let code = it.code();
        match code {
            ErrorCode::Backup(BackupTrouble::WrongCode) if words.is_empty() => {
                Failure::from(code).said(terminal::words_needed(LANGUAGE).to_owned())
            }
            _ => Failure::from(it),
        }
    })?;
    Outcome::new(
        Status::Done,
        json!({ "employees": session.employees, "units": session.units.len() }),
        vec![terminal::restored(LANGUAGE).to_owned()],
    )
}

/// The words of a file; one without any is a mistake, not the wish to do without.
fn words(file: &Path) -> Result<String, Failure> {
    let text = fs::read_to_string(file).map_err(|_| Failure::unreadable(file))?;
    if text.trim().is_empty() {
        return Err(ErrorCode::Backup(BackupTrouble::CodeMistyped).into());
    }
    Ok(text)
}
