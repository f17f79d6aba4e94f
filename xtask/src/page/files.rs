//! A folder's files in memory.

use std::{
    collections::BTreeMap,
    fs,
    hash::{DefaultHasher, Hasher},
    path::Path,
};

use anyhow::{Context, Result};
use walkdir::WalkDir;

/// File contents by path, relative to one folder and with `/` on every system.
#[derive(Debug, Default, PartialEq)]
pub struct Files(pub BTreeMap<String, Vec<u8>>);

impl Files {
    /// Reads those files below a folder whose relative path is wanted.
    ///
    /// # Errors
    /// When the folder or one of the files cannot be read.
    pub fn read(folder: &Path, is_wanted: impl Fn(&str) -> bool) -> Result<Self> {
        let mut files = BTreeMap::new();
        for entry in WalkDir::new(folder) {
            let entry = entry?;
            if !entry.file_type().is_file() {
                continue;
            }
            let below = entry.path().strip_prefix(folder)?;
            let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
            let name = parts.join("/");
            if is_wanted(&name) {
                files.insert(name, fs::read(entry.path())?);
            }
        }
        Ok(Self(files))
    }

    /// Makes a folder hold just these files. A file with the same content is left alone, so that
    /// whoever watches the folder is not woken without need.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn write(&self, folder: &Path) -> Result<()> {
        fs::create_dir_all(folder)?;
        for (name, content) in &self.0 {
            let place = folder.join(name);
            if fs::read(&place).is_ok_and(|there| there == *content) {
                continue;
            }
            if let Some(parent) = place.parent() {
                fs::create_dir_all(parent)?;
            }
            fs::write(&place, content)
                .with_context(|| format!("{} not written", place.display()))?;
        }
        for name in Self::read(folder, |name| !self.0.contains_key(name))?
            .0
            .keys()
        {
            let place = folder.join(name);
            fs::remove_file(&place)?;
            remove_emptied(place.parent(), folder);
        }
        Ok(())
    }

    /// Tells two sets of files apart.
    pub fn digest(&self) -> String {
        digest_all(
            self.0
                .iter()
                .flat_map(|(name, content)| [name.as_bytes(), content]),
        )
    }
}

/// Removes a folder that holds nothing any more, and those around it, but not the outermost one.
fn remove_emptied(mut folder: Option<&Path>, outermost: &Path) {
    while let Some(emptied) = folder.filter(|folder| *folder != outermost) {
        // Refused: there is still something in it.
        if fs::remove_dir(emptied).is_err() {
            return;
        }
        folder = emptied.parent();
    }
}

/// Tells two contents apart. It names files in a cache and protects nothing, so the standard
/// library's hash is enough.
pub fn digest(content: &[u8]) -> String {
    digest_all([content])
}

/// Tells two lists of contents apart.
pub fn digest_all<'a>(contents: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut hasher = DefaultHasher::new();
    for content in contents {
        // With its length, or two contents could pass for one.
        hasher.write_usize(content.len());
        hasher.write(content);
    }
    format!("{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(list: &[(&str, &str)]) -> Files {
        Files(
            list.iter()
                .map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()))
                .collect(),
        )
    }

    #[test]
    fn a_folder_holds_just_what_was_written_last() {
        let folder = tempfile::tempdir().unwrap();
        files(&[
            ("index.html", "1"),
            ("ui-1/snippets/a.js", "a"),
            ("fonts/x.woff2", "f"),
        ])
        .write(folder.path())
        .unwrap();
        let second = files(&[
            ("index.html", "2"),
            ("ui-2/ui.js", "b"),
            ("fonts/x.woff2", "f"),
        ]);
        second.write(folder.path()).unwrap();
        assert_eq!(Files::read(folder.path(), |_| true).unwrap(), second);
        assert!(!folder.path().join("ui-1").exists());
    }

    #[test]
    fn a_file_with_the_same_content_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let page = files(&[("index.html", "1")]);
        page.write(folder.path()).unwrap();
        let place = folder.path().join("index.html");
        let mut permissions = fs::metadata(&place).unwrap().permissions();
        let before = fs::metadata(&place).unwrap().modified().unwrap();
        permissions.set_readonly(true);
        fs::set_permissions(&place, permissions).unwrap();
        page.write(folder.path()).unwrap();
        assert_eq!(fs::metadata(&place).unwrap().modified().unwrap(), before);
    }

    #[test]
    fn only_wanted_files_are_read() {
        let folder = tempfile::tempdir().unwrap();
        files(&[("styles/1.css", "a"), ("src/main.rs", "b")])
            .write(folder.path())
            .unwrap();
        let read = Files::read(folder.path(), |path| path.starts_with("styles/")).unwrap();
        assert_eq!(read, files(&[("styles/1.css", "a")]));
    }

    #[test]
    fn where_a_content_ends_matters() {
        assert_ne!(
            digest_all([b"ab".as_slice(), b"c"]),
            digest_all([b"a".as_slice(), b"bc"])
        );
        assert_ne!(files(&[("a", "b")]).digest(), files(&[("b", "a")]).digest());
    }
}
