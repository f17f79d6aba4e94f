//! `cargo xtask check-windows`: the program and the terminal compile for Windows.

use anyhow::Result;

use crate::{
    page::{self, PageProfile},
    process,
    setup::{self, Purpose, target::WINDOWS},
    time::timed,
    workspace::Workspace,
};

/// Compiles for Windows as far as the linker, which would need Windows' own libraries.
///
/// Where the target or its C compiler cannot be had, says so and is content.
///
/// # Errors
/// When something does not compile.
pub fn check(workspace: &Workspace) -> Result<()> {
    setup::setup(workspace, &[Purpose::Page])?;
    if !cfg!(windows)
        && let Err(problem) = setup::setup(workspace, &[Purpose::Windows])
    {
        eprintln!("Windows: not checked, its target cannot be had here ({problem:#})");
        return Ok(());
    }
    page::build(workspace, PageProfile::Release)?;
    timed("Windows", || {
        let mut command = process::cargo();
        command.args(["check", "--package=kinerja-luring", "--package=kinerja-cli"]);
        if !cfg!(windows) {
            command.args(["--target", WINDOWS]);
        }
        process::run(command.current_dir(workspace.root()))
    })
}
