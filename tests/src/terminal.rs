//! `kinerja`, as a script would call it.

use crate::binaries;
use crate::desk::Pc;
use anyhow::Context as _;
use serde_json::Value;
use std::process::Command;

/// What a call gave.
#[derive(Debug)]
pub struct Called {
    /// The exit status.
    pub status: i32,
    /// Standard output as JSON.
    pub value: Value,
}

/// Calls `kinerja --json …` on a PC.
///
/// # Errors
/// The program could not be started, was killed, or printed something that is not one JSON value.
pub fn kinerja(pc: &Pc, arguments: &[&str]) -> anyhow::Result<Called> {
    let output = Command::new(binaries::terminal()?)
        .arg("--json")
        .args(arguments)
        .envs(pc.environment())
        .output()?;
    let text = String::from_utf8(output.stdout)?;
    let value = serde_json::from_str(&text).with_context(|| {
        format!(
            "not one JSON value: {text:?}; {}",
            String::from_utf8_lossy(&output.stderr)
        )
    })?;
    Ok(Called {
        status: output.status.code().context("killed")?,
        value,
    })
}
