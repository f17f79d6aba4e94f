//! `cadangkan` and `pulihkan`.

use super::{LANGUAGE, units};
use crate::arguments::BackupFile;
use crate::outcome::{Failure, Outcome, Status};
use api::backup::GetRecovery;
use app::Office;
use catalogue::terminal;
use serde_json::json;

pub(super) fn make(office: &Office, arguments: &BackupFile) -> Result<Outcome, Failure> {
    units(office)?;
    let size = office.with_desk(|desk| desk.backup_to(&arguments.file))?;
    if let Some(file) = &arguments.kode_berkas {
        let words = office.ask(GetRecovery {})?.words.join(" ");
        std::fs::write(file, format!("{words}\n")).map_err(|error| Failure::internal(&error))?;
    }
    Outcome::new(
        Status::Done,
        json!({ "file": arguments.file, "bytes": size }),
        vec![terminal::backed_up(LANGUAGE, arguments.file.display())],
    )
}

pub(super) fn restore(office: &Office, arguments: &BackupFile) -> Result<Outcome, Failure> {
    let words = match &arguments.kode_berkas {
        Some(file) => std::fs::read_to_string(file).map_err(|_| {
            Failure::nothing("unreadable", terminal::unreadable(LANGUAGE, file.display()))
        })?,
        None => String::new(),
    };
    let session = office.restore_file(&arguments.file, &words)?;
    Outcome::new(
        Status::Done,
        json!({ "employees": session.employees, "units": session.units.len() }),
        vec![terminal::restored(LANGUAGE).to_owned()],
    )
}
