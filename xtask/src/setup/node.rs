//! Tools that the npm registry carries ready to run, installed for this checkout only.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Result, bail};
use serde_json::Value;

use super::{announce, debian};
use crate::{process, workspace::Workspace};

/// One package, pinned.
#[derive(Debug, PartialEq)]
pub struct NodePackage {
    /// Its name in the registry.
    pub name: &'static str,
    /// The version that is used.
    pub version: &'static str,
    /// The file of it that is used, below `node_modules`.
    file: &'static str,
}

/// How much a package is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Necessity {
    /// It is taken where npm is there already.
    Welcome,
    /// npm is installed for it.
    Required,
}

/// Makes the wasm file smaller.
pub const WASM_OPT: NodePackage = NodePackage {
    name: "binaryen",
    version: "132.0.0",
    file: "binaryen/bin/wasm-opt",
};
/// Finds what a screen reader or a keyboard stumbles over.
pub const AXE: NodePackage = NodePackage {
    name: "axe-core",
    version: "4.14.1",
    file: "axe-core/axe.min.js",
};
/// Uploads as somebody else's client does.
pub const TUS: NodePackage = NodePackage {
    name: "tus-js-client",
    version: "4.3.1",
    file: "tus-js-client/lib.es5/node/index.js",
};
/// Makes the installers.
pub const TAURI_CLI: NodePackage = NodePackage {
    name: "@tauri-apps/cli",
    version: "2.12.5",
    file: "@tauri-apps/cli/tauri.js",
};

impl NodePackage {
    /// The file that is used, if this version of the package is installed.
    pub fn installed(&self, workspace: &Workspace) -> Option<PathBuf> {
        let modules = workspace.tools().join("node_modules");
        let file = modules.join(self.file);
        let version = version(&modules.join(self.name).join("package.json"))?;
        (version == self.version && file.is_file()).then_some(file)
    }
}

/// Installs the packages that are missing and says what was done.
///
/// # Errors
/// When a required package is missing and cannot be installed.
pub fn install(
    workspace: &Workspace,
    wanted: &[(&'static NodePackage, Necessity)],
) -> Result<String> {
    let missing: Vec<_> = wanted
        .iter()
        .filter(|(package, _)| package.installed(workspace).is_none())
        .collect();
    if missing.is_empty() {
        return Ok(format!("all {} there", wanted.len()));
    }
    let required = missing
        .iter()
        .any(|(_, necessity)| *necessity == Necessity::Required);
    if process::find(npm_file()).is_none() {
        if !required {
            return Ok("no npm here, doing without".to_owned());
        }
        if process::find("apt-get").is_none() {
            bail!("npm is missing: install Node.js");
        }
        announce("npm packages", "npm is missing, installing it");
        debian::install(workspace, &["npm"])?;
    }
    let names: Vec<String> = missing
        .iter()
        .map(|(package, _)| format!("{}@{}", package.name, package.version))
        .collect();
    announce("npm packages", &format!("installing {}", names.join(" ")));
    match fetch(workspace, &names) {
        Ok(()) => Ok(format!("{} installed", names.len())),
        Err(problem) if required => Err(problem),
        Err(_) => Ok("not to be had, doing without".to_owned()),
    }
}

fn fetch(workspace: &Workspace, names: &[String]) -> Result<()> {
    let tools = workspace.tools();
    fs::create_dir_all(&tools)?;
    // With a list of its own npm keeps what is there and leaves the folders above alone.
    let list = tools.join("package.json");
    if !list.is_file() {
        fs::write(&list, "{ \"private\": true }\n")?;
    }
    process::logged(
        process::npm()
            .args([
                "install",
                "--save",
                "--no-package-lock",
                "--no-fund",
                "--no-audit",
            ])
            .arg("--prefix")
            .arg(&tools)
            .args(names)
            .current_dir(&tools),
        &workspace.log("npm"),
    )
}

fn npm_file() -> &'static str {
    // `find` adds ".exe" on Windows, where npm is a script; Node.js itself stands for it.
    if cfg!(windows) { "node" } else { "npm" }
}

fn version(manifest: &Path) -> Option<String> {
    let manifest: Value = serde_json::from_slice(&fs::read(manifest).ok()?).ok()?;
    manifest["version"].as_str().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_without_its_manifest_has_no_version() {
        let folder = tempfile::tempdir().unwrap();
        let manifest = folder.path().join("package.json");
        assert_eq!(version(&manifest), None);
        fs::write(&manifest, "{\"version\": \"4.14.1\"}").unwrap();
        assert_eq!(version(&manifest).as_deref(), Some("4.14.1"));
    }
}
