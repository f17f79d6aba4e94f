//! `kinerja`, as a script would call it.

use crate::binaries;
use crate::desk::Pc;
use anyhow::Context as _;
use serde_json::Value;
use std::process::{Child, Command, Stdio};

/// The instant at which terminals stand unless a test says another: 28 October 2026, 9.00 WIB.
pub const NOW: &str = "2026-10-28T02:00:00Z";

/// What a call gave.
#[derive(Debug)]
pub struct Called {
    /// The exit status.
    pub status: i32,
    /// Standard output as JSON.
    pub value: Value,
}

impl Called {
    /// The value of a call that ended with this status.
    ///
    /// # Errors
    /// It ended with another one.
    pub fn with(self, status: i32) -> anyhow::Result<Value> {
        anyhow::ensure!(self.status == status, "not {status}: {self:?}");
        Ok(self.value)
    }

    /// The code and the sentence of a call that was refused, and what the code is about: empty
    /// when it says all.
    ///
    /// # Errors
    /// It was not refused with status 1, or the answer is no error.
    pub fn refused(self) -> anyhow::Result<(String, String, String)> {
        let value = self.with(1)?;
        let text = |key: &str| value["error"][key].as_str().unwrap_or_default().to_owned();
        let sentence = text("message");
        anyhow::ensure!(!sentence.is_empty(), "no sentence in {value}");
        Ok((text("code"), text("about"), sentence))
    }
}

/// Calls `kinerja --json …` on a PC.
///
/// # Errors
/// The program could not be started, was killed, or printed something that is not one JSON value.
pub fn kinerja(pc: &Pc, arguments: &[&str]) -> anyhow::Result<Called> {
    kinerja_at(pc, NOW, arguments)
}

/// The same at another instant of the program's clock.
///
/// # Errors
/// As [`kinerja`].
pub fn kinerja_at(pc: &Pc, now: &str, arguments: &[&str]) -> anyhow::Result<Called> {
    let output = command(pc)?
        .env("KINERJA_NOW", now)
        .arg("--json")
        .args(arguments)
        .output()?;
    let complaint = String::from_utf8_lossy(&output.stderr);
    anyhow::ensure!(complaint.is_empty(), "on standard error: {complaint}");
    let text = String::from_utf8(output.stdout)?;
    let value =
        serde_json::from_str(&text).with_context(|| format!("not one JSON value: {text:?}"))?;
    let status = output.status.code().context("killed")?;
    Ok(Called { status, value })
}

/// Begins a call whose output nobody reads.
///
/// # Errors
/// The program could not be started.
pub fn begin(pc: &Pc, arguments: &[&str]) -> anyhow::Result<Child> {
    let mut command = command(pc)?;
    command.arg("--json").args(arguments);
    Ok(command.stdout(Stdio::null()).spawn()?)
}

/// `kinerja` with nothing on its command line yet.
///
/// # Errors
/// Nobody said where the program is.
pub fn command(pc: &Pc) -> anyhow::Result<Command> {
    let mut command = Command::new(binaries::terminal()?);
    command
        .envs(pc.environment())
        .env("KINERJA_NOW", NOW)
        .env_remove("KINERJA_LOG")
        .current_dir(pc.home());
    Ok(command)
}
