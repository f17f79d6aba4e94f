//! What the window gives to the program: dialogs and viewers.

use app::{Host, HostPlaces, SaveRequest};
use domain::Timestamp;
use std::io;
use std::path::{Path, PathBuf};
use tauri::AppHandle;
use tauri_plugin_opener::OpenerExt as _;

/// The host of the window.
pub(crate) struct WindowHost {
    app: AppHandle,
    places: HostPlaces,
}

impl WindowHost {
    pub(crate) const fn new(app: AppHandle, places: HostPlaces) -> Self {
        Self { app, places }
    }
}

impl Host for WindowHost {
    fn now(&self) -> Timestamp {
        app::now()
    }

    fn random(&self, bytes: &mut [u8]) -> io::Result<()> {
        app::random(bytes)
    }

    fn places(&self) -> &HostPlaces {
        &self.places
    }

    fn program(&self) -> &'static str {
        "jendela"
    }

    fn pick_save(&self, request: &SaveRequest) -> Option<PathBuf> {
        pick_save(&self.app, request)
    }

    fn open(&self, path: &Path) -> io::Result<()> {
        self.app
            .opener()
            .open_path(path.to_string_lossy(), None::<&str>)
            .map_err(|error| io::Error::other(error.to_string()))
    }
}

/// The system's own dialog.
#[cfg(not(feature = "journeys"))]
fn pick_save(app: &AppHandle, request: &SaveRequest) -> Option<PathBuf> {
    use tauri_plugin_dialog::DialogExt as _;
    app.dialog()
        .file()
        .set_directory(&request.folder)
        .set_file_name(&request.file_name)
        .add_filter(request.extension, &[request.extension])
        .blocking_save_file()?
        .into_path()
        .ok()
}

/// WebDriver cannot reach the system's dialog: tests say the folder beforehand.
#[cfg(feature = "journeys")]
fn pick_save(_app: &AppHandle, request: &SaveRequest) -> Option<PathBuf> {
    let folder =
        std::env::var_os("KINERJA_SAVE_DIR").map_or_else(|| request.folder.clone(), PathBuf::from);
    Some(folder.join(&request.file_name))
}
