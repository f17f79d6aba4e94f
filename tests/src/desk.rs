//! A PC of its own for each journey: folders for data, keys, configuration and saved files.

use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The folders of one pretended PC; they go when it is dropped.
#[derive(Debug)]
pub struct Pc {
    folder: TempDir,
}

impl Pc {
    /// A fresh PC.
    ///
    /// # Errors
    /// No temporary folder could be made.
    pub fn new() -> anyhow::Result<Self> {
        let pc = Self {
            folder: tempfile::Builder::new().prefix("kinerja-pc-").tempdir()?,
        };
        for folder in [pc.saved(), pc.home()] {
            std::fs::create_dir_all(folder)?;
        }
        Ok(pc)
    }

    /// Another PC with a copy of this one's data and keys, as when a disk was cloned.
    ///
    /// # Errors
    /// Something could not be copied.
    pub fn copy_of(other: &Self) -> anyhow::Result<Self> {
        let pc = Self::new()?;
        copy(&other.data(), &pc.data())?;
        copy(&other.keys(), &pc.keys())?;
        Ok(pc)
    }

    /// The office's data.
    #[must_use]
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Its keys.
    #[must_use]
    pub fn keys(&self) -> PathBuf {
        self.folder.path().join("keys")
    }

    /// Where exports go.
    #[must_use]
    pub fn saved(&self) -> PathBuf {
        self.folder.path().join("saved")
    }

    /// The user's home.
    #[must_use]
    pub fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    /// A file that the user has lying about.
    #[must_use]
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// What a program on this PC finds in its environment.
    #[must_use]
    pub fn environment(&self) -> Vec<(&'static str, PathBuf)> {
        vec![
            ("KINERJA_DATA", self.data()),
            ("KINERJA_KEY_DIR", self.keys()),
            ("KINERJA_SAVE_DIR", self.saved()),
            ("HOME", self.home()),
            ("XDG_DATA_HOME", self.home().join("share")),
            ("XDG_CONFIG_HOME", self.home().join("config")),
            ("XDG_CACHE_HOME", self.home().join("cache")),
        ]
    }
}

fn copy(from: &Path, to: &Path) -> anyhow::Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to)?;
        } else {
            std::fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
}
