//! Running tests and counting them.

use std::{
    io::{BufRead, BufReader, Write},
    process::{Command, Stdio},
    time::Duration,
};

use anyhow::{Context, Result};

use super::report::Outcome;
use crate::{
    native::{self, Executable, Kind, Use},
    process,
    time::seconds,
    workspace::Workspace,
};

/// The package whose tests need a display and the finished programs.
pub const JOURNEYS: &str = "journeys";

/// Compiles every native program and test in one go.
///
/// # Errors
/// When something does not compile.
pub fn build(workspace: &Workspace) -> Result<Vec<Executable>> {
    native::build(workspace, Use::Journey, &["--lib", "--bins", "--tests"])
}

/// Runs the tests of all native packages but the journeys.
///
/// # Errors
/// When one cannot be started.
pub fn native(built: &[Executable], filter: Option<&str>, tally: &mut Tally) -> Result<Outcome> {
    let mut good = true;
    for suite in built
        .iter()
        .filter(|one| one.kind == Kind::Test && one.package != JOURNEYS)
    {
        let mut command = Command::new(&suite.path);
        command
            .current_dir(&suite.folder)
            .env("CARGO_MANIFEST_DIR", &suite.folder);
        command.args(filter);
        good &= tally.suite(suite, &mut command)?;
    }
    Ok(outcome(good))
}

/// Runs the examples in the documentation of the native packages.
///
/// # Errors
/// When cargo cannot be started.
pub fn documentation(
    workspace: &Workspace,
    filter: Option<&str>,
    tally: &mut Tally,
) -> Result<Outcome> {
    let mut command = native::cargo(workspace, "test", Use::Journey)?;
    command.args(["--doc", "--no-fail-fast", "--"]).args(filter);
    Ok(outcome(tally.run(&mut command)?))
}

/// Runs the tests of packages apart from the native ones.
///
/// # Errors
/// When cargo cannot be started.
pub fn cargo(
    workspace: &Workspace,
    selection: &[&str],
    filter: Option<&str>,
    tally: &mut Tally,
) -> Result<Outcome> {
    let mut command = process::cargo();
    command
        .arg("test")
        .args(selection)
        .args(["--no-fail-fast", "--"])
        .args(filter);
    Ok(outcome(tally.run(command.current_dir(workspace.root()))?))
}

fn outcome(good: bool) -> Outcome {
    if good {
        Outcome::Passed
    } else {
        Outcome::Failed
    }
}

/// The sum of many suites.
#[derive(Debug, Default, PartialEq)]
pub struct Tally {
    passed: u64,
    failed: u64,
    ignored: u64,
    measured: u64,
    filtered: u64,
}

impl Tally {
    /// Runs the tests of one executable under its title; as [`Self::run`].
    ///
    /// # Errors
    /// When the command cannot be started.
    #[expect(
        clippy::print_stdout,
        reason = "the title belongs to what the tests print"
    )]
    pub fn suite(&mut self, suite: &Executable, command: &mut Command) -> Result<bool> {
        println!("\n     Running {} {}", suite.package, suite.target);
        self.run(command)
    }

    /// Runs tests, shows what they print and counts them. Says whether they passed.
    ///
    /// # Errors
    /// When the command cannot be started.
    pub fn run(&mut self, command: &mut Command) -> Result<bool> {
        let mut suite = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("{} cannot be started", command.get_program().display()))?;
        if let Some(words) = suite.stdout.take() {
            let mut shown = std::io::stdout().lock();
            for line in BufReader::new(words).split(b'\n') {
                let mut line = line?;
                self.count(&String::from_utf8_lossy(&line));
                line.push(b'\n');
                shown.write_all(&line)?;
            }
            shown.flush()?;
        }
        Ok(suite.wait()?.success())
    }

    /// Whether tests ran and none failed.
    pub fn is_good(&self) -> bool {
        self.failed == 0
    }

    /// Prints the sum the way each suite prints its own.
    #[expect(clippy::print_stdout, reason = "it closes what the tests print")]
    pub fn print(&self, took: Duration) {
        if *self == Self::default() {
            return;
        }
        let word = if self.is_good() { "ok" } else { "FAILED" };
        println!(
            "test result: {word}. {} passed; {} failed; {} ignored; {} measured; {} filtered out; \
             finished in {}",
            self.passed,
            self.failed,
            self.ignored,
            self.measured,
            self.filtered,
            seconds(took)
        );
    }

    fn count(&mut self, line: &str) {
        let Some(counts) = line.strip_prefix("test result: ") else {
            return;
        };
        let counts = counts.split_once(". ").map_or("", |(_, counts)| counts);
        for part in counts.split("; ") {
            let Some((number, what)) = part.split_once(' ') else {
                continue;
            };
            let Ok(number) = number.parse::<u64>() else {
                continue;
            };
            match what {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                "ignored" => self.ignored += number,
                "measured" => self.measured += number,
                "filtered out" => self.filtered += number,
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_add_up_and_other_lines_do_not_count() {
        let mut tally = Tally::default();
        for line in [
            "test nip::tests::reads ... ok",
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.01s",
            "7 passed",
            "test result: FAILED. 4 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.30s",
        ] {
            tally.count(line);
        }
        let sum = Tally {
            passed: 16,
            failed: 2,
            ignored: 1,
            measured: 0,
            filtered: 3,
        };
        assert_eq!(tally, sum);
        assert!(!tally.is_good());
    }

    #[test]
    fn a_suite_that_breaks_off_before_its_closing_line_has_failed() {
        let mut tally = Tally::default();
        assert!(
            !tally
                .run(Command::new("rustc").arg("--no-such-option"))
                .unwrap()
        );
    }
}
