//! `cargo xtask bench`: what is measured is what is shipped.

mod peers;

use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail};

use crate::{
    arguments::BenchChoice,
    display::Display,
    page::{self, PageProfile},
    process,
    setup::{self, Purpose},
    time::timed,
    workspace::Workspace,
};

/// The package that measures.
const BENCHES: &str = "benches";

/// The window that costs what Tauri costs, an example of the shell.
const EMPTY_WINDOW: &str = "empty_window";

/// Compiles the package `benches` and the programs that it starts as they are shipped, and runs
/// it. `KINERJA_PYTHON` is a Python with the peers, `KINERJA_POUCHDB` a folder with those for
/// Node.js; each is left out where they cannot be had.
///
/// # Errors
/// When there are no benches yet, or something cannot be installed, compiled or started.
pub fn bench(workspace: &Workspace, choice: &BenchChoice) -> Result<ExitCode> {
    let packages = workspace.packages()?;
    let Some(benches) = packages.iter().find(|package| package.name == BENCHES) else {
        bail!("no benches yet: the workspace has no package `{BENCHES}`");
    };
    let name = benches
        .programs
        .first()
        .context("the package `benches` has no program")?;

    setup::setup(workspace, &[Purpose::Test])?;
    page::build(workspace, PageProfile::Release)?;
    timed("programs as they are shipped", || {
        // All at once: what is selected decides with which features the crates below are compiled,
        // and another selection would compile them again.
        process::run(
            process::cargo()
                .args(["build", "--release"])
                .arg("--features=kinerja-luring/custom-protocol,kinerja-luring/empty-window")
                .args([
                    "--package=benches",
                    "--package=kinerja-cli",
                    "--package=central",
                ])
                .args(["--package=kinerja-luring", "--package=loopback"])
                .args(["--bins", "--example", EMPTY_WINDOW])
                .current_dir(workspace.root()),
        )
    })?;
    let (python, pouchdb) = timed("peers", || {
        Ok::<_, anyhow::Error>((peers::python(workspace), peers::pouchdb(workspace)))
    })?;

    let program = workspace.built("release", name);
    let display = if cfg!(target_os = "linux") {
        Some(Display::open()?)
    } else {
        None
    };
    let mut command = match &display {
        Some(display) => display.command(&program),
        None => Command::new(&program),
    };
    command
        .current_dir(workspace.root())
        .args(&choice.name)
        .args(choice.quick.then_some("--quick"))
        .env("KINERJA_BIN", workspace.built("release", "kinerja"))
        .env(
            "KINERJA_WINDOW_BIN",
            workspace.built("release", "kinerja-luring"),
        )
        .env(
            "KINERJA_LOOPBACK_BIN",
            workspace.built("release", "kinerja-loopback"),
        );
    command
        .env(
            "KINERJA_PUSAT_BIN",
            workspace.built("release", "kinerja-pusat"),
        )
        .env(
            "KINERJA_EMPTY_WINDOW_BIN",
            workspace.built("release", &format!("examples/{EMPTY_WINDOW}")),
        );
    for (variable, peer) in [("KINERJA_PYTHON", python), ("KINERJA_POUCHDB", pouchdb)] {
        match peer {
            Some(path) => command.env(variable, path),
            None => command.env_remove(variable),
        };
    }
    let status = timed("benches", || process::status(&mut command))?;
    Ok(process::exit_code(status))
}
