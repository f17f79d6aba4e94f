//! What ours is compared with, where it can be had.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::Result;

use crate::{process, workspace::Workspace};

/// The writers of workbooks, from the Python registry.
const WRITERS: &[&str] = &["XlsxWriter", "openpyxl"];

/// What replicates documents, and what it replicates to, from the npm registry.
const POUCHDB: &[&str] = &[
    "pouchdb-node@9.0.0",
    "pouchdb-adapter-memory@9.0.0",
    "express-pouchdb@4.2.0",
    "express@4.22.3",
];

/// A Python of this checkout's own with the peers in it, if they can be had.
pub fn python(workspace: &Workspace) -> Option<PathBuf> {
    let folder = workspace.tools().join("peers");
    let python = folder.join(if cfg!(windows) {
        "Scripts/python.exe"
    } else {
        "bin/python"
    });
    let is_complete =
        || process::succeeds(Command::new(&python).args(["-c", "import xlsxwriter, openpyxl"]));
    if is_complete() {
        return Some(python);
    }
    let log = workspace.log("peers");
    let system = if cfg!(windows) { "python" } else { "python3" };
    let installed = process::logged(Command::new(system).args(["-m", "venv"]).arg(&folder), &log)
        .and_then(|()| {
            let mut pip = Command::new(&python);
            pip.args([
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
            ])
            .args(WRITERS);
            process::logged(&mut pip, &log)
        });
    if installed.is_err() || !is_complete() {
        eprintln!("   no Python peers to be had; their rows stay \"not measured\"");
        return None;
    }
    Some(python)
}

/// A folder of this checkout's own with PouchDB for Node.js in it, if that can be had.
pub fn pouchdb(workspace: &Workspace) -> Option<PathBuf> {
    let folder = workspace.tools().join("pouchdb");
    if is_complete(&folder) {
        return Some(folder);
    }
    if install(workspace, &folder).is_err() || !is_complete(&folder) {
        eprintln!("   no PouchDB to be had; its rows stay \"not measured\"");
        return None;
    }
    Some(folder)
}

fn is_complete(folder: &Path) -> bool {
    let all =
        "['pouchdb-node', 'pouchdb-adapter-memory', 'express-pouchdb', 'express'].map(require)";
    folder.is_dir() && process::succeeds(Command::new("node").args(["-e", all]).current_dir(folder))
}

fn install(workspace: &Workspace, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    // With a list of its own npm leaves the folders above alone.
    fs::write(folder.join("package.json"), "{ \"private\": true }\n")?;
    process::logged(
        process::npm()
            .args(["install", "--no-package-lock", "--no-fund", "--no-audit"])
            // Nothing of them has to be compiled for what is measured.
            .arg("--ignore-scripts")
            .args(POUCHDB)
            .current_dir(folder),
        &workspace.log("pouchdb"),
    )
}
