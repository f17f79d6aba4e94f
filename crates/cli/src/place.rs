//! The office that a verb works on.

use crate::outcome::Failure;
use app::{Office, SystemHost};
use std::path::PathBuf;
use std::sync::Arc;

/// Opens the office of this user, or of `--data`.
pub(crate) fn open(data: Option<PathBuf>) -> Office {
    Office::start(Arc::new(SystemHost::new(app::default_places(data), "terminal")))
}

/// The same, with a place made when there is none yet.
pub(crate) fn open_or_make(data: Option<PathBuf>) -> Result<Office, Failure> {
    let office = open(data);
    office.settle(&operator_name())?;
    Ok(office)
}

/// An empty office that leaves nothing behind: what an import into no place would do.
pub(crate) fn scratch(folder: &tempfile::TempDir) -> Result<Office, Failure> {
    let mut places = app::default_places(Some(folder.path().join("data")));
    places.key_directory = Some(folder.path().join("keys"));
    let office = Office::start(Arc::new(SystemHost::new(places, "terminal")));
    office.settle(&operator_name())?;
    Ok(office)
}

/// The name that the operating system knows; nobody has said another one yet.
pub(crate) fn operator_name() -> String {
    let name = std::env::var("USER").or_else(|_| std::env::var("USERNAME")).unwrap_or_default();
    if name.is_empty() { "Terminal".to_owned() } else { format!("Terminal ({name})") }
}
