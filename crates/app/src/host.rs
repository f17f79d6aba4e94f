//! Everything impure comes through here: clock, random, folders, dialogs, viewers.

use domain::Timestamp;
use std::io;
use std::path::{Path, PathBuf};

/// What the program runs in: a window, a browser on loopback, a terminal, a test.
pub trait Host: Send + Sync {
    /// The PC's clock. A claim: nothing is ever gated by it.
    fn now(&self) -> Timestamp;

    /// Fills with unpredictable bytes.
    ///
    /// # Errors
    /// The operating system gave none; nothing may be made without them.
    fn random(&self, bytes: &mut [u8]) -> io::Result<()>;

    /// The folders of this user on this PC.
    fn places(&self) -> &HostPlaces;

    /// Who holds a lock, for the sentence that another program shows: `jendela`, `terminal`.
    fn program(&self) -> &'static str;

    /// Asks where to save. `None` when the person closed the dialog.
    fn pick_save(&self, request: &SaveRequest) -> Option<PathBuf>;

    /// Opens a file or folder in the system's own program.
    ///
    /// # Errors
    /// The system has none, or refused.
    fn open(&self, path: &Path) -> io::Result<()>;
}

/// The folders of this user on this PC.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostPlaces {
    /// The office's own data: database, evidence, backups. Local, never roaming.
    pub data: PathBuf,
    /// Practice data: a place of its own.
    pub practice: PathBuf,
    /// Configuration; keys stand here when no key store answers, never in `data`.
    pub configuration: PathBuf,
    /// Where a save dialog begins.
    pub documents: PathBuf,
    /// `KINERJA_KEY_DIR`: keys stand here, and the key store is not touched.
    pub key_directory: Option<PathBuf>,
}

/// What is to be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaveRequest {
    /// The name that is suggested.
    pub file_name: String,
    /// The folder to begin with: the last one that was used.
    pub folder: PathBuf,
    /// The extension without its dot.
    pub extension: &'static str,
}
