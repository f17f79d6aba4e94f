//! `cargo xtask run` and `loopback`: the program as a person uses it.

use std::{
    env,
    process::{Command, ExitCode},
};

use anyhow::Result;

use crate::{
    arguments::Start,
    native::{self, Use},
    page::{self, PageProfile},
    process,
    setup::{self, Purpose},
    time::timed,
    workspace::Workspace,
};

const WINDOW: &str = "kinerja-luring";
const LOOPBACK: &str = "kinerja-loopback";

/// Opens the window, or serves the same program to a browser where no window can be opened.
///
/// # Errors
/// When something cannot be installed, compiled or started.
pub fn run(workspace: &Workspace, start: &Start) -> Result<ExitCode> {
    if !has_display() {
        eprintln!(":: there is no display here, serving to a browser instead");
        return loopback(workspace, start);
    }
    setup::setup(workspace, &[Purpose::Run])?;
    let mut program = program(workspace, start.page, WINDOW)?;
    let status = process::status(program.args(&start.arguments))?;
    Ok(process::exit_code(status))
}

/// Serves the program on 127.0.0.1; it prints its address itself.
///
/// # Errors
/// When something cannot be installed, compiled or started.
pub fn loopback(workspace: &Workspace, start: &Start) -> Result<ExitCode> {
    setup::setup(workspace, &[Purpose::Loopback])?;
    let mut program = program(workspace, start.page, LOOPBACK)?;
    if !start.arguments.iter().any(|argument| argument == "--page") {
        program.arg("--page").arg(workspace.dist());
    }
    let status = process::status(program.args(&start.arguments))?;
    Ok(process::exit_code(status))
}

fn has_display() -> bool {
    let is_set = |name| env::var_os(name).is_some_and(|display| !display.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

/// A program that shows a freshly built page.
fn program(workspace: &Workspace, profile: PageProfile, name: &str) -> Result<Command> {
    page::build(workspace, profile)?;
    let built = timed(name, || {
        native::build(workspace, Use::Person, &[&format!("--bin={name}")])
    })?;
    Ok(Command::new(&native::program(&built, name)?.path))
}
