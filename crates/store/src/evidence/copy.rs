//! Copies in the clear, for a viewer: in a folder of the process that opened them.

use crate::{durable, lock, places::Places};
use domain::Evidence;
use std::{
    ffi::OsStr,
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};
use tempfile::TempDir;

/// A copy of an evidence file in the clear, removed when this is dropped.
#[derive(Debug)]
pub struct EvidenceCopy {
    path: PathBuf,
    _folder: TempDir,
}

impl EvidenceCopy {
    /// Makes room for a copy, and the file to write it into.
    pub(super) fn begin(
        places: &Places,
        token: &str,
        evidence: &Evidence,
    ) -> io::Result<(Self, File)> {
        let own = places.temporary().join(token);
        durable::make_folder(&own)?;
        let folder = TempDir::new_in(&own)?;
        let path = folder.path().join(file_name(evidence));
        let file = File::create_new(&path)?;
        Ok((
            Self {
                path,
                _folder: folder,
            },
            file,
        ))
    }

    /// Where it is. A viewer may read it; what is typed into it would be lost, so it cannot be
    /// written where the system knows that.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// Keeps a finished copy from being edited. Not on Windows, where it could not be removed then.
pub(super) fn protect(file: &File) -> io::Result<()> {
    if cfg!(windows) {
        return Ok(());
    }
    let mut permissions = file.metadata()?.permissions();
    permissions.set_readonly(true);
    file.set_permissions(permissions)
}

/// The name that the file had, as far as every system takes it, with the extension of what it is.
fn file_name(evidence: &Evidence) -> String {
    let given = Path::new(&evidence.name)
        .file_stem()
        .and_then(OsStr::to_str)
        .unwrap_or_default();
    let stem: String = given
        .chars()
        .map(|c| {
            if c.is_alphanumeric() || " -_()".contains(c) {
                c
            } else {
                '_'
            }
        })
        .take(80)
        .collect();
    let stem = if stem.trim().is_empty() {
        "bukti"
    } else {
        stem.trim()
    };
    format!("{stem}.{}", evidence.file_type.extension())
}

/// Removes the copies of processes that are no more.
pub(crate) fn remove_stale_copies(places: &Places) -> io::Result<()> {
    let folders = match fs::read_dir(places.temporary()) {
        Ok(folders) => folders,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    let living = lock::living(places)?;
    for folder in folders {
        let folder = folder?;
        if !living.contains(folder.file_name().to_string_lossy().as_ref()) {
            // A viewer on Windows may still hold one; the next start tries again.
            let _ = fs::remove_dir_all(folder.path());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::file_name;
    use chrono::NaiveDate;
    use domain::{EmployeeId, Evidence, EvidenceId, evidence::EvidenceType};
    use rstest::rstest;

    #[rstest]
    #[case("Surat Tugas (2).PDF", "Surat Tugas (2).pdf")]
    #[case("../../etc/passwd", "passwd.pdf")]
    #[case("laporan.exe", "laporan.pdf")]
    #[case("a:b*c?.pdf", "a_b_c_.pdf")]
    #[case("", "bukti.pdf")]
    #[case("..", "bukti.pdf")]
    fn names_cannot_lead_elsewhere(#[case] name: &str, #[case] expected: &str) {
        let evidence = Evidence {
            id: EvidenceId::from_bytes([1; 16]),
            employee: EmployeeId::from_bytes([2; 16]),
            date: NaiveDate::from_ymd_opt(2026, 10, 1).expect("a day"),
            content_hash: [0; 32],
            name: name.to_owned(),
            file_type: EvidenceType::Pdf,
            size: 1,
            withdrawn: false,
        };
        assert_eq!(file_name(&evidence), expected);
    }
}
