//! Packages of Debian and Ubuntu.

use std::{path::Path, process::Command};

use anyhow::{Context, Result, bail};

use super::announce;
use crate::{process, workspace::Workspace};

/// Installs the packages that are missing and says what was done.
///
/// # Errors
/// When packages are missing and cannot be installed; names them.
pub fn install(workspace: &Workspace, wanted: &[&str]) -> Result<String> {
    if wanted.is_empty() {
        return Ok("none needed".to_owned());
    }
    if process::find("apt-get").is_none() {
        // Another family of Linux names its packages differently; the compiler will tell.
        return Ok(format!(
            "no apt here; see to it that these are there: {}",
            wanted.join(" ")
        ));
    }
    let missing = missing(wanted)?;
    if missing.is_empty() {
        return Ok(format!("all {} there", wanted.len()));
    }
    announce(
        "Debian packages",
        &format!("installing {}", missing.join(" ")),
    );
    let log = workspace.log("apt");
    // A fresh machine has no package lists, an old one has lists of packages that are gone.
    if process::logged(&mut apt(&["install"], &missing)?, &log).is_err() {
        announce("Debian packages", "fetching the package lists first");
        process::logged(&mut apt(&["update"], &[])?, &log)?;
        process::logged(&mut apt(&["install"], &missing)?, &log)
            .with_context(|| format!("these are missing: {}", missing.join(" ")))?;
    }
    Ok(format!("{} installed", missing.len()))
}

/// Installs a package from a file, with what it depends on.
///
/// # Errors
/// When it cannot be installed.
pub fn install_file(package: &Path) -> Result<()> {
    let package = package.to_str().context("the package's path is no text")?;
    process::run(&mut apt(&["install", "--reinstall"], &[package])?)
}

/// Those of the packages that are not completely installed.
fn missing<'a>(wanted: &[&'a str]) -> Result<Vec<&'a str>> {
    // It exits with one when a package is unknown, and lists the others all the same.
    let listed = Command::new("dpkg-query")
        .args(["--show", "--showformat=${Package} ${db:Status-Abbrev}\n"])
        .args(wanted)
        .output()
        .context("dpkg-query cannot be started")?;
    Ok(absent(wanted, &String::from_utf8_lossy(&listed.stdout)))
}

fn absent<'a>(wanted: &[&'a str], listed: &str) -> Vec<&'a str> {
    let installed: Vec<&str> = listed
        .lines()
        .filter_map(|line| line.split_once(' '))
        .filter(|(_, status)| status.starts_with("ii"))
        .map(|(package, _)| package)
        .collect();
    wanted
        .iter()
        .copied()
        .filter(|package| !installed.contains(package))
        .collect()
}

fn apt(verb: &[&str], packages: &[&str]) -> Result<Command> {
    let mut command = as_root()?;
    command
        .arg("DEBIAN_FRONTEND=noninteractive")
        .arg("apt-get")
        .args(verb)
        .args([
            "--yes",
            "--no-install-recommends",
            "--option=Dpkg::Use-Pty=0",
        ])
        .args(packages);
    Ok(command)
}

/// `env` with the rights to install, to be followed by variables and a command.
fn as_root() -> Result<Command> {
    if process::output(Command::new("id").arg("-u"))?.trim() == "0" {
        return Ok(Command::new("env"));
    }
    if process::find("sudo").is_none() {
        bail!("packages are missing; run this once as root: cargo xtask setup");
    }
    let mut command = Command::new("sudo");
    command.arg("env");
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_complete_packages_count_as_installed() {
        let listed = "xvfb ii \nopenbox rc \nlibssl-dev ii \ndbus iU \n";
        let wanted = ["xvfb", "openbox", "libssl-dev", "dbus", "never-heard-of"];
        assert_eq!(
            absent(&wanted, listed),
            ["openbox", "dbus", "never-heard-of"]
        );
    }
}
