//! The office that a verb works on.

use crate::outcome::Failure;
use crate::verbs::LANGUAGE;
use api::error::ErrorCode;
use api::session::{GetSession, Session, Stage};
use app::{Office, SystemHost};
use catalogue::terminal;
use std::path::PathBuf;
use std::sync::Arc;

/// The office of this user, or of `--data`, whatever state it is in.
pub(crate) fn open(data: Option<PathBuf>) -> Office {
    let places = app::default_places(data);
    Office::start(Arc::new(SystemHost::new(places, "terminal")))
}

/// The same, when it can be worked with.
pub(crate) fn ready(data: Option<PathBuf>) -> Result<Office, Failure> {
    let office = open(data);
    let session = session(&office)?;
    if session.stage == Stage::Ready {
        return Ok(office);
    }
    let folder = office.host().places().data.display().to_string();
    Err(Failure::from(ErrorCode::NeedsFirstRun).said(terminal::no_data(LANGUAGE, folder)))
}

/// Who uses the office and on which units; a place that does not open is refused.
pub(crate) fn session(office: &Office) -> Result<Session, Failure> {
    let session = office.ask(GetSession {})?;
    match session.stage {
        Stage::Locked(code) => Err(code.into()),
        Stage::FirstRun | Stage::Ready => Ok(session),
    }
}

/// An empty office in a folder that goes away: shows what a first import would do.
pub(crate) fn scratch(folder: &tempfile::TempDir) -> Result<Office, Failure> {
    let mut places = app::default_places(Some(folder.path().join("data")));
    places.key_directory = Some(folder.path().join("keys"));
    let office = Office::start(Arc::new(SystemHost::new(places, "terminal")));
    office.settle(&operator_name())?;
    Ok(office)
}

/// The name that the operating system knows; nobody has said another one yet.
pub(crate) fn operator_name() -> String {
    let name = std::env::var("USER").or_else(|_| std::env::var("USERNAME"));
    match name {
        Ok(name) if !name.is_empty() => format!("Terminal ({name})"),
        _ => "Terminal".to_owned(),
    }
}
