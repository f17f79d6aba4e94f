//! `cargo xtask bundle`: the installer.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::SystemTime,
};

use anyhow::{Context, Result, bail, ensure};

use crate::{
    arguments::Proof,
    display::Display,
    page::{self, PageProfile},
    process,
    setup::{self, Purpose, TAURI_CLI},
    time::timed,
    workspace::{Package, Workspace},
};

/// The package of the window.
const SHELL: &str = "kinerja-luring";

/// Makes a `.deb`, or an installer for Windows on Windows; with a proof, installs and starts it.
///
/// # Errors
/// When something cannot be installed or compiled, when the program would ship what only tests
/// may use, or when the installed program opens no window.
pub fn bundle(workspace: &Workspace, proof: Proof) -> Result<()> {
    let packages = workspace.packages()?;
    ensure!(
        !turns_on(&packages, SHELL, "default", "journeys"),
        "the feature `journeys` is on by default and would be shipped"
    );
    let purposes: &[Purpose] = match proof {
        Proof::None => &[Purpose::Bundle],
        Proof::InstallAndStart => &[Purpose::Bundle, Purpose::Test],
    };
    setup::setup(workspace, purposes)?;
    page::build(workspace, PageProfile::Release)?;

    let tauri = TAURI_CLI
        .installed(workspace)
        .context("the Tauri CLI is missing")?;
    let (kind, ending) = if cfg!(windows) {
        ("nsis", "exe")
    } else {
        ("deb", "deb")
    };
    timed("installer", || {
        process::run(
            Command::new("node")
                .arg(tauri)
                .args(["build", "--bundles", kind])
                .current_dir(workspace.root()),
        )
    })?;
    let folder = workspace.target().join("release/bundle").join(kind);
    let installer = newest(&folder, ending)?;
    eprintln!(
        "   {} ({} bytes)",
        installer.display(),
        fs::metadata(&installer)?.len()
    );
    match proof {
        Proof::None => Ok(()),
        Proof::InstallAndStart => timed("install and start", || try_out(&installer)),
    }
}

/// Whether a feature turns on another, by itself or through the workspace's other packages.
pub fn turns_on(packages: &[Package], package: &str, feature: &str, sought: &str) -> bool {
    let Some(owner) = packages.iter().find(|candidate| candidate.name == package) else {
        return false;
    };
    let Some((_, on)) = owner.features.iter().find(|(name, _)| name == feature) else {
        return false;
    };
    on.iter().any(|next| match next.split_once('/') {
        None => next == sought || turns_on(packages, package, next, sought),
        Some((other, next)) => {
            let other = other.trim_end_matches('?');
            next == sought || turns_on(packages, other, next, sought)
        }
    })
}

fn newest(folder: &Path, ending: &str) -> Result<PathBuf> {
    let mut found: Vec<(SystemTime, PathBuf)> = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("no {}", folder.display()))? {
        let path = entry?.path();
        if path
            .extension()
            .is_some_and(|extension| extension == ending)
        {
            found.push((fs::metadata(&path)?.modified()?, path));
        }
    }
    let (_, path) = found.into_iter().max().context("no installer was made")?;
    Ok(path)
}

/// Installs the package as a user would, and waits for the window of the installed program.
fn try_out(installer: &Path) -> Result<()> {
    if !cfg!(target_os = "linux") {
        bail!("trying an installer out works on Debian only");
    }
    setup::install_package(installer)?;
    let display = Display::open()?;
    let home = installer.with_extension("home");
    fs::create_dir_all(&home)?;
    let mut program = display
        .command(&PathBuf::from("/usr/bin").join(SHELL))
        .env("HOME", &home)
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("XDG_DATA_HOME", home.join("data"))
        .env("KINERJA_KEY_DIR", home.join("keys"))
        .spawn()
        .context("the installed program cannot be started")?;
    let window = process::output(
        Command::new("timeout")
            .args([
                "60",
                "xdotool",
                "search",
                "--sync",
                "--onlyvisible",
                "--class",
                SHELL,
            ])
            .env("DISPLAY", display.name()),
    );
    let ended = program.try_wait()?;
    // Without its display the program ends, and its session with it.
    drop(display);
    program.wait()?;
    fs::remove_dir_all(home)?;
    window.context("the installed program showed no window within a minute")?;
    ensure!(ended.is_none(), "the installed program ended by itself");
    eprintln!("   the installed program opened its window");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str, features: &[(&str, &[&str])]) -> Package {
        let owned = |on: &[&str]| on.iter().map(|&one| one.to_owned()).collect::<Vec<_>>();
        Package {
            id: name.to_owned(),
            name: name.to_owned(),
            folder: PathBuf::new(),
            features: features
                .iter()
                .map(|(name, on)| ((*name).to_owned(), owned(on)))
                .collect(),
            programs: Vec::new(),
        }
    }

    #[test]
    fn a_feature_is_found_through_features_and_packages() {
        let packages = [
            package(
                "shell",
                &[
                    ("default", &["quiet"]),
                    ("quiet", &["app/tidy"]),
                    ("loud", &["app?/driven"]),
                    ("journeys", &[]),
                ],
            ),
            package(
                "app",
                &[("tidy", &[]), ("driven", &["journeys"]), ("journeys", &[])],
            ),
        ];
        assert!(!turns_on(&packages, "shell", "default", "journeys"));
        assert!(turns_on(&packages, "shell", "loud", "journeys"));
        assert!(!turns_on(&packages, "nobody", "default", "journeys"));
    }

    #[test]
    fn the_shell_of_this_workspace_ships_nothing_for_tests_only() {
        let packages = Workspace::here().unwrap().packages().unwrap();
        assert!(packages.iter().any(|package| package.name == SHELL));
        assert!(!turns_on(&packages, SHELL, "default", "journeys"));
    }

    #[test]
    fn the_newest_installer_is_the_one_that_was_made() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("notes.txt"), "").unwrap();
        assert!(newest(folder.path(), "deb").is_err());
        fs::write(folder.path().join("kinerja-luring_0.1.0_amd64.deb"), "").unwrap();
        assert!(
            newest(folder.path(), "deb")
                .unwrap()
                .ends_with("kinerja-luring_0.1.0_amd64.deb")
        );
    }
}
