//! `cargo xtask shots`: pictures of every screen.

use std::{ffi::OsString, fs, process::ExitCode};

use anyhow::Result;

use crate::{
    display::Display,
    native::{self, Use},
    page::{self, PageProfile},
    process,
    setup::{self, Purpose},
    test,
    time::timed,
    workspace::Workspace,
};

/// Takes the pictures into `target/shots`, which is the first argument of the program.
///
/// # Errors
/// When something cannot be installed, compiled or started.
pub fn shots(workspace: &Workspace, arguments: &[OsString]) -> Result<ExitCode> {
    setup::setup(workspace, &[Purpose::Test])?;
    page::build(workspace, PageProfile::Release)?;
    let built = timed("programs", || {
        native::build(workspace, Use::Journey, &["--bins"])
    })?;
    let folder = workspace.target().join("shots");
    fs::create_dir_all(&folder)?;
    let display = Display::open()?;
    let program = native::program(&built, "journeys-shots")?;
    let mut command = test::on_display(&display, workspace, &built, program)?;
    command.arg(&folder).args(arguments);
    let status = timed("pictures", || process::status(&mut command))?;
    eprintln!("   {}", folder.display());
    Ok(process::exit_code(status))
}
