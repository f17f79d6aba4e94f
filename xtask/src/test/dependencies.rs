//! What the dependencies may be, as `deny.toml` says.

use std::{path::Path, process::Command, time::Duration};

use anyhow::{Context, Result};

use super::report::Outcome;
use crate::{process, setup, workspace::Workspace};

/// How long the advisories' database may take to answer.
const PATIENCE: Duration = Duration::from_secs(15);

/// Checks bans, licences and sources; advisories when their database can be reached.
///
/// # Errors
/// When something is not allowed; cargo-deny prints it.
pub fn check(workspace: &Workspace) -> Result<Outcome> {
    let program = setup::cargo_deny_program(workspace).context("cargo-deny is missing")?;
    process::run(deny(workspace, &program).args(["check", "bans", "licenses", "sources"]))?;
    if !database_answers() {
        let outcome = "advisories: not checked, database out of reach";
        eprintln!("{outcome}");
        return Ok(Outcome::Partly(outcome.to_owned()));
    }
    process::run(deny(workspace, &program).args(["check", "advisories"]))?;
    Ok(Outcome::Passed)
}

fn deny(workspace: &Workspace, program: &Path) -> Command {
    let mut command = Command::new(program);
    command
        .args(["--log-level", "error", "--workspace", "--locked"])
        .current_dir(workspace.root());
    command
}

/// Asked apart, because cargo-deny tells a database out of reach and a bad dependency alike.
fn database_answers() -> bool {
    process::succeeds(
        Command::new("git")
            .args([
                "ls-remote",
                "--exit-code",
                "https://github.com/RustSec/advisory-db",
                "HEAD",
            ])
            .env("GIT_TERMINAL_PROMPT", "0")
            .env("GIT_HTTP_LOW_SPEED_LIMIT", "1")
            .env("GIT_HTTP_LOW_SPEED_TIME", PATIENCE.as_secs().to_string()),
    )
}
