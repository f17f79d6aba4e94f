//! The journeys, each in a real window on a display of its own.

use std::{env, process::Command};

use anyhow::{Context, Result};

use super::{
    report::Outcome,
    suites::{JOURNEYS, Tally},
};
use crate::{
    display::Display,
    native::{self, Executable, Kind},
    process,
    setup::{AXE, TUS},
    workspace::Workspace,
};

/// The journey that reads the exported workbooks with another office program.
const OFFICE: &str = "libreoffice";

/// The finished programs, under the names by which the journeys look for them.
const PROGRAMS: &[(&str, &str)] = &[
    ("KINERJA_BIN", "kinerja"),
    ("KINERJA_WINDOW_BIN", "kinerja-luring"),
    ("KINERJA_LOOPBACK_BIN", "kinerja-loopback"),
    ("KINERJA_PUSAT_BIN", "kinerja-pusat"),
];

/// How the journeys begin that open no window: they wait for lines most of the time, and do so
/// together.
const WITHOUT_WINDOW: &str = "sync_";
/// The one of them that opens one all the same.
const WINDOW_THAT_SYNCS: &str = "sync_window";
/// How many of them at once.
const TOGETHER: &str = "--test-threads=4";
/// Two windows would take the keyboard from each other.
const ALONE: &str = "--test-threads=1";

/// Runs the journeys one after the other.
///
/// # Errors
/// When the display or a program is missing.
pub fn run(
    workspace: &Workspace,
    built: &[Executable],
    filter: Option<&str>,
    tally: &mut Tally,
) -> Result<Outcome> {
    if !cfg!(target_os = "linux") {
        return Ok(Outcome::Partly(
            "journeys: not run, they need Xvfb and WebKitWebDriver".into(),
        ));
    }
    let display = Display::open()?;
    let soffice = process::find("soffice");
    let mut outcome = Outcome::Passed;
    for suite in built
        .iter()
        .filter(|one| one.kind == Kind::Test && one.package == JOURNEYS)
    {
        if suite.target == OFFICE && soffice.is_none() {
            let missing = "LibreOffice: not checked, `cargo xtask test --office` installs it";
            eprintln!("{missing}");
            if outcome == Outcome::Passed {
                outcome = Outcome::Partly(missing.to_owned());
            }
            continue;
        }
        let mut command = on(&display, workspace, built, suite)?;
        command.arg(threads(&suite.target)).args(filter);
        if !tally.suite(suite, &mut command)? {
            outcome = Outcome::Failed;
        }
    }
    Ok(outcome)
}

fn threads(journey: &str) -> &'static str {
    if journey.starts_with(WITHOUT_WINDOW) && journey != WINDOW_THAT_SYNCS {
        TOGETHER
    } else {
        ALONE
    }
}

/// An executable of the journeys on a display, with what it looks for in its environment.
///
/// # Errors
/// When a program or a tool that the journeys need is missing.
pub fn on(
    display: &Display,
    workspace: &Workspace,
    built: &[Executable],
    executable: &Executable,
) -> Result<Command> {
    let mut command = display.command(&executable.path);
    command
        .current_dir(&executable.folder)
        .env("CARGO_MANIFEST_DIR", &executable.folder)
        .env(
            "KINERJA_AXE",
            AXE.installed(workspace).context("axe-core is missing")?,
        )
        .env(
            "KINERJA_TUS",
            TUS.installed(workspace)
                .context("tus-js-client is missing")?,
        );
    command.env("KINERJA_PUSAT_PAGE", workspace.dist());
    for (variable, name) in PROGRAMS {
        command.env(variable, &native::program(built, name)?.path);
    }
    match process::find("soffice") {
        Some(soffice) => command.env("KINERJA_SOFFICE", soffice),
        None => command.env_remove("KINERJA_SOFFICE"),
    };
    if env::var_os("CI").is_some() {
        // A machine without a graphics card draws more steadily without pretending to have one.
        command.env("LIBGL_ALWAYS_SOFTWARE", "1");
    }
    Ok(command)
}
