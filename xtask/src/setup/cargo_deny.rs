//! cargo-deny, compiled for this checkout.

use std::{fs, path::PathBuf, process::Command};

use anyhow::Result;

use super::announce;
use crate::{process, workspace::Workspace};

const VERSION: &str = "0.20.2";

/// Where it is, if this version is installed for this checkout or on the search path.
pub fn program(workspace: &Workspace) -> Option<PathBuf> {
    let own = workspace
        .tools()
        .join("bin")
        .join(process::program("cargo-deny"));
    [Some(own), process::find("cargo-deny")]
        .into_iter()
        .flatten()
        .find(|place| {
            process::output(Command::new(place).arg("--version"))
                .is_ok_and(|answer| is_wanted(&answer))
        })
}

/// Compiles it unless it is there and says what was done.
///
/// # Errors
/// When it cannot be fetched or compiled.
pub fn install(workspace: &Workspace) -> Result<String> {
    if program(workspace).is_some() {
        return Ok("there".to_owned());
    }
    announce("cargo-deny", "compiling it, about a minute");
    let build = workspace.tools().join("build");
    process::logged(
        process::cargo()
            .args([
                "install",
                "cargo-deny",
                "--locked",
                "--force",
                "--version",
                VERSION,
            ])
            // It runs for a second or two a day: compiled quickly it is ready soonest. The
            // features left out are for fetching the index by itself, which cargo does for it.
            .args(["--debug", "--no-default-features", "--root"])
            .arg(workspace.tools())
            .env("CARGO_TARGET_DIR", &build)
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .env("CARGO_INCREMENTAL", "0"),
        &workspace.log("cargo-deny"),
    )?;
    fs::remove_dir_all(build)?;
    Ok("compiled".to_owned())
}

fn is_wanted(answer: &str) -> bool {
    answer.trim() == format!("cargo-deny {VERSION}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_version_is_not_taken() {
        assert!(is_wanted(&format!("cargo-deny {VERSION}\n")));
        assert!(!is_wanted("cargo-deny 0.19.0\n"));
    }
}
