//! `cargo xtask setup`: what is missing is installed, what is there is left alone.
//!
//! Every check looks at the thing itself (the package list, the file, the program's own version),
//! never at a note that it was installed once, so a second run costs a fraction of a second and
//! repairs what was removed in between.

mod cargo_deny;
mod debian;
mod needs;
mod node;
pub mod target;
mod windows;

use std::{thread, time::Instant};

use anyhow::{Result, bail};

pub use cargo_deny::program as cargo_deny_program;
pub use debian::install_file as install_package;
pub use needs::Purpose;
pub use node::{AXE, TAURI_CLI, TUS, WASM_OPT};

use crate::{time::seconds, workspace::Workspace};
use needs::Needs;

/// Installs what is missing for some purposes.
///
/// # Errors
/// When something that the purposes cannot do without could not be installed.
pub fn setup(workspace: &Workspace, purposes: &[Purpose]) -> Result<()> {
    let started = Instant::now();
    let needs = Needs::of(purposes);
    eprintln!(":: set-up");
    if cfg!(windows) {
        windows::say_what_is_needed();
    }
    // The package manager waits for the network and the disk, the compiler for the processor.
    let (packages, tools, checker) = thread::scope(|scope| {
        let tools = scope.spawn(|| tools(workspace, &needs));
        let checker = scope.spawn(|| match needs.cargo_deny {
            true => step("cargo-deny", || cargo_deny::install(workspace)),
            false => Ok(()),
        });
        let packages = packages(workspace, &needs);
        (packages, joined(tools), joined(checker))
    });
    let outcome = packages.and(tools).and(checker);
    let word = if outcome.is_ok() { "done" } else { "failed" };
    eprintln!(":: set-up: {word}, {}", seconds(started.elapsed()));
    outcome
}

fn packages(workspace: &Workspace, needs: &Needs) -> Result<()> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    step("Debian packages", || {
        debian::install(workspace, &needs.debian)
    })
}

fn tools(workspace: &Workspace, needs: &Needs) -> Result<()> {
    for triple in &needs.targets {
        step(triple, || target::install(workspace, triple))?;
    }
    step("npm packages", || node::install(workspace, &needs.node))
}

fn joined(lane: thread::ScopedJoinHandle<'_, Result<()>>) -> Result<()> {
    match lane.join() {
        Ok(outcome) => outcome,
        Err(_) => bail!("a part of the set-up broke off"),
    }
}

/// Does one part and prints what came of it and how long it took.
fn step(name: &str, work: impl FnOnce() -> Result<String>) -> Result<()> {
    let started = Instant::now();
    let result = work();
    let word = match &result {
        Ok(word) => word.clone(),
        Err(problem) => format!("failed ({problem:#})"),
    };
    eprintln!("   {name}: {word}, {}", seconds(started.elapsed()));
    result.map(|_| ())
}

/// Says that a part takes longer than a look.
fn announce(name: &str, what: &str) {
    eprintln!("   {name}: {what} …");
}
