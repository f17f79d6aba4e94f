//! Paths of the machine that compiles, kept out of what it compiles.
//!
//! A panic tells the file that it is in. For the crates of others that would be the folder where
//! cargo keeps their sources: somebody's home, and the same sixty letters a hundred times.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

/// The arguments that make cargo compile for a target without such paths.
///
/// # Errors
/// When the folder of the sources cannot be read.
pub fn forget(target: &str) -> Result<Vec<String>> {
    let Some(home) = cargo_home() else {
        return Ok(Vec::new());
    };
    let registries = home.join("registry/src");
    let sources =
        folders(&registries).with_context(|| format!("{} cannot be read", registries.display()))?;
    Ok(sources
        .iter()
        .flat_map(|folder| ["--config".to_owned(), without(target, folder)])
        .collect())
}

/// Added to the flags of `.cargo/config.toml`, which cargo joins.
fn without(target: &str, folder: &Path) -> String {
    let folder = folder.join("");
    format!(
        "target.{target}.rustflags=['--remap-path-prefix={}=']",
        folder.display()
    )
}

fn cargo_home() -> Option<PathBuf> {
    env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(env::home_dir()?.join(".cargo")))
}

/// The folders in a folder, in the order of their names; none when it is not there.
fn folders(inside: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = match fs::read_dir(inside) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut folders = Vec::new();
    for entry in entries {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            folders.push(entry.path());
        }
    }
    folders.sort();
    Ok(folders)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_folder_of_sources_is_cut_off_with_its_separator() {
        let home = tempfile::tempdir().unwrap();
        for name in ["b", "a"] {
            fs::create_dir(home.path().join(name)).unwrap();
        }
        fs::write(home.path().join("file"), "").unwrap();
        let found = folders(home.path()).unwrap();
        assert_eq!(found, [home.path().join("a"), home.path().join("b")]);
        let separator = std::path::MAIN_SEPARATOR;
        assert_eq!(
            without("wasm32-unknown-unknown", Path::new("sources")),
            format!(
                "target.wasm32-unknown-unknown.rustflags=\
                 ['--remap-path-prefix=sources{separator}=']"
            )
        );
    }

    #[test]
    fn no_folder_holds_no_folders() {
        assert!(folders(Path::new("does-not-exist")).unwrap().is_empty());
    }
}
