//! The parts of a host that are the same everywhere: the real clock, the real random source.

use crate::{Host, HostPlaces, SaveRequest};
use domain::Timestamp;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// A host without dialogs or viewers: files go to the documents folder under the suggested name.
/// The terminal, the loopback browser and the headless tests use it.
#[derive(Debug)]
pub struct SystemHost {
    places: HostPlaces,
    program: &'static str,
}

impl SystemHost {
    /// A host with these folders.
    #[must_use]
    pub const fn new(places: HostPlaces, program: &'static str) -> Self {
        Self { places, program }
    }
}

impl Host for SystemHost {
    fn now(&self) -> Timestamp {
        now()
    }

    fn random(&self, bytes: &mut [u8]) -> io::Result<()> {
        random(bytes)
    }

    fn places(&self) -> &HostPlaces {
        &self.places
    }

    fn program(&self) -> &'static str {
        self.program
    }

    fn pick_save(&self, request: &SaveRequest) -> Option<PathBuf> {
        Some(request.folder.join(&request.file_name))
    }

    fn open(&self, _path: &Path) -> io::Result<()> {
        Err(io::Error::from(io::ErrorKind::Unsupported))
    }
}

/// The PC's clock; in builds for journeys `KINERJA_NOW` (RFC 3339) stands in for it.
#[must_use]
pub fn now() -> Timestamp {
    #[cfg(feature = "journeys")]
    if let Some(fixed) = fixed_now() {
        return fixed;
    }
    let micros = match SystemTime::now().duration_since(UNIX_EPOCH) {
        Ok(after) => i64::try_from(after.as_micros()).unwrap_or(i64::MAX),
        Err(before) => -i64::try_from(before.duration().as_micros()).unwrap_or(i64::MAX),
    };
    Timestamp(micros)
}

#[cfg(feature = "journeys")]
fn fixed_now() -> Option<Timestamp> {
    let text = std::env::var("KINERJA_NOW").ok()?;
    let at = chrono::DateTime::parse_from_rfc3339(&text).ok()?;
    Some(Timestamp(at.timestamp_micros()))
}

/// The operating system's random source.
///
/// # Errors
/// It gave nothing.
pub fn random(bytes: &mut [u8]) -> io::Result<()> {
    getrandom::fill(bytes).map_err(|error| io::Error::other(error.to_string()))
}

/// The folders of this user. `data` overrides the data folder (`--data DIR`, `KINERJA_DATA`).
#[must_use]
pub fn default_places(data: Option<PathBuf>) -> HostPlaces {
    let project = directories::ProjectDirs::from("id", "", "Kinerja Luring");
    let user = directories::UserDirs::new();
    let fallback = || std::env::temp_dir().join("kinerja-luring");
    let local = project
        .as_ref()
        .map_or_else(fallback, |it| it.data_local_dir().to_path_buf());
    let configuration = project
        .as_ref()
        .map_or_else(fallback, |it| it.config_local_dir().to_path_buf());
    let documents = user
        .as_ref()
        .and_then(|it| {
            it.document_dir()
                .or_else(|| it.download_dir())
                .map(Path::to_path_buf)
        })
        .or_else(|| user.as_ref().map(|it| it.home_dir().to_path_buf()))
        .unwrap_or_else(fallback);
    let (data, practice) = match data {
        Some(data) => {
            let practice = data.join("latihan");
            (data, practice)
        }
        None => (local.join("kantor"), local.join("latihan")),
    };
    HostPlaces {
        data,
        practice,
        configuration,
        documents,
        key_directory: std::env::var_os("KINERJA_KEY_DIR").map(PathBuf::from),
    }
}
