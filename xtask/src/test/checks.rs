//! Checks of the source itself.

use anyhow::{Result, bail};

use crate::{
    native::{self, Use},
    page::PageProfile,
    process,
    setup::target::{self, Compiler, PAGE},
    workspace::Workspace,
};

/// Whether the source is formatted.
///
/// # Errors
/// When some is not; cargo prints what.
pub fn format(workspace: &Workspace) -> Result<()> {
    process::run(
        process::cargo()
            .args(["fmt", "--all", "--check"])
            .current_dir(workspace.root()),
    )
}

/// Whether the native packages are free of lints.
///
/// # Errors
/// When there is one; clippy prints it.
pub fn clippy(workspace: &Workspace) -> Result<()> {
    let mut command = native::cargo(workspace, "clippy", Use::Journey)?;
    process::run(command.args(["--all-targets", "--", "--deny=warnings"]))?;
    let mut own = process::cargo();
    own.args([
        "clippy",
        "--package=xtask",
        "--package=page-bindgen",
        "--all-targets",
    ]);
    process::run(
        own.args(["--", "--deny=warnings"])
            .current_dir(workspace.root()),
    )
}

/// Whether the page is free of lints, where it runs.
///
/// # Errors
/// When there is one; clippy prints it.
pub fn page_clippy(workspace: &Workspace) -> Result<()> {
    let mut command = process::cargo();
    command
        .args(["clippy", "--package=ui"])
        .current_dir(workspace.root());
    match target::compiler(PAGE)? {
        None => bail!("the target {PAGE} is missing: `cargo xtask setup page`"),
        // The page's own profile, so that its macros are not compiled a second time.
        Some(Compiler::Own) => {
            command.args(["--target", PAGE, "--profile", PageProfile::Release.cargo()]);
        }
        // That compiler has no clippy, and ours not that target: better here than not at all.
        Some(Compiler::Debian { .. }) => {}
    }
    process::run(command.args(["--", "--deny=warnings"]))
}
