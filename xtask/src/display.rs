//! A display that nobody sees, for windows that are driven by tests.

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
};

use anyhow::{Context, Result, bail};

/// The longest that one program may run; far more than any journey or bench takes.
const PATIENCE: &str = "15m";

/// An X server in memory with a window manager; both end with this value.
pub struct Display {
    server: Child,
    manager: Child,
    name: String,
}

impl Display {
    /// Starts the server on a display that is free, and openbox on it: without a window manager
    /// no window gets the keyboard.
    ///
    /// # Errors
    /// When Xvfb or openbox cannot be started.
    pub fn open() -> Result<Self> {
        let mut server = Command::new("Xvfb")
            // The server looks for a free number itself and says which when it is ready.
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1366x768x24",
                "-nolisten",
                "tcp",
            ])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("Xvfb cannot be started")?;
        let number = match first_line(&mut server) {
            Ok(number) => number,
            Err(problem) => {
                stop(&mut server);
                return Err(problem);
            }
        };
        let name = format!(":{number}");
        let manager = Command::new("openbox")
            .args(["--sm-disable"])
            .env("DISPLAY", &name)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("openbox cannot be started");
        match manager {
            Ok(manager) => Ok(Self {
                server,
                manager,
                name,
            }),
            Err(problem) => {
                stop(&mut server);
                Err(problem)
            }
        }
    }

    /// A program that is to run on this display in a D-Bus session of its own, as the second
    /// start of a program and the key store need one.
    pub fn command(&self, program: &Path) -> Command {
        // `timeout` ends the session's whole group, the D-Bus daemon too, should it never end.
        let mut command = Command::new("timeout");
        command
            .args([PATIENCE, "dbus-run-session", "--"])
            .arg(program)
            .env("DISPLAY", &self.name)
            .env_remove("WAYLAND_DISPLAY")
            .env("GDK_BACKEND", "x11")
            .env("NO_AT_BRIDGE", "1");
        command
    }

    /// The display as `DISPLAY` names it.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        stop(&mut self.manager);
        stop(&mut self.server);
    }
}

fn first_line(server: &mut Child) -> Result<String> {
    let words = server.stdout.take().context("Xvfb has no output")?;
    let mut line = String::new();
    BufReader::new(words).read_line(&mut line)?;
    let number = line.trim();
    if number.is_empty() {
        bail!("Xvfb found no free display");
    }
    Ok(number.to_owned())
}

fn stop(child: &mut Child) {
    // It may have ended already; then there is nothing to do.
    let _ = child.kill();
    let _ = child.wait();
}
