//! Disks of a size and a mood: only where the system lets a test mount one.

use anyhow::Context as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A small disk in memory; it is taken off when dropped.
#[derive(Debug)]
pub struct Disk {
    folder: PathBuf,
}

impl Disk {
    /// Mounts an empty disk of so many KiB on a folder, which is made. `None` where that is not
    /// permitted: then the test says so and has nothing to check.
    ///
    /// # Errors
    /// The folder could not be made.
    pub fn mount(folder: &Path, size: u32) -> anyhow::Result<Option<Self>> {
        fs::create_dir_all(folder)?;
        let options = format!("size={size}k,mode=0700");
        if run("mount", &["-t", "tmpfs", "-o", &options, "tmpfs"], folder)? {
            let folder = folder.to_owned();
            return Ok(Some(Self { folder }));
        }
        skip("no disk may be mounted here: a full and a read-only disk were not tried");
        Ok(None)
    }

    /// Lets nothing be written any more.
    ///
    /// # Errors
    /// The system refused.
    pub fn protect(&self) -> anyhow::Result<()> {
        let done = run("mount", &["-o", "remount,ro"], &self.folder)?;
        anyhow::ensure!(done, "the disk could not be protected");
        Ok(())
    }

    /// Fills the disk to the last byte but so many KiB, with a file that [`Self::make_room`]
    /// removes.
    ///
    /// # Errors
    /// The file could not be written for another reason than a full disk.
    pub fn fill_but(&self, room: u64) -> anyhow::Result<()> {
        let mut ballast = fs::File::create(self.ballast())?;
        let mut written = 0;
        while ballast.write_all(&[0; 1024]).is_ok() {
            written += 1024;
        }
        ballast.set_len(u64::saturating_sub(written, room * 1024))?;
        Ok(())
    }

    /// Takes the filling away.
    ///
    /// # Errors
    /// There is none.
    pub fn make_room(&self) -> anyhow::Result<()> {
        fs::remove_file(self.ballast()).context("no filling")
    }

    fn ballast(&self) -> PathBuf {
        self.folder.join("ballast")
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _gone = run("umount", &["-l"], &self.folder);
    }
}

/// Says, past the capturing of the test's output, what could not be tried on this machine.
pub fn skip(what: &str) {
    // Nothing hangs on it.
    let _said = writeln!(std::io::stderr(), "not checked: {what}");
}

fn run(program: &str, arguments: &[&str], folder: &Path) -> anyhow::Result<bool> {
    if !cfg!(target_os = "linux") {
        return Ok(false);
    }
    let output = Command::new(program).args(arguments).arg(folder).output()?;
    Ok(output.status.success())
}
