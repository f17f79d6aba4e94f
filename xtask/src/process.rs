//! Starting other programs.

use std::{
    env,
    ffi::OsStr,
    fs::{self, File},
    path::{Path, PathBuf},
    process::{Command, ExitCode, ExitStatus, Stdio},
};

use anyhow::{Context, Result, bail};

/// How many of a log's last lines are shown when its command fails.
const LAST_LINES: usize = 40;

/// The cargo that started this program, without what it told us about our own package: build
/// scripts that watch such variables would otherwise run again after every change of caller.
pub fn cargo() -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    for (name, _) in env::vars_os() {
        if name.to_str().is_some_and(is_about_our_package) {
            command.env_remove(name);
        }
    }
    command
}

fn is_about_our_package(variable: &str) -> bool {
    variable.starts_with("CARGO_PKG_")
        || variable.starts_with("CARGO_MANIFEST_")
        || [
            "CARGO_BIN_NAME",
            "CARGO_CRATE_NAME",
            "CARGO_PRIMARY_PACKAGE",
            "OUT_DIR",
        ]
        .contains(&variable)
}

/// The npm client, which is a script on Windows.
pub fn npm() -> Command {
    Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

/// A file name as this system writes programs.
pub fn program(name: &str) -> String {
    format!("{name}{}", env::consts::EXE_SUFFIX)
}

/// Runs a command in the foreground.
///
/// # Errors
/// When it cannot be started or does not exit with zero.
pub fn run(command: &mut Command) -> Result<()> {
    let status = status(command)?;
    if !status.success() {
        bail!("`{}` ended with {status}", line(command));
    }
    Ok(())
}

/// Runs a command in the foreground and gives its exit status.
///
/// # Errors
/// When it cannot be started.
pub fn status(command: &mut Command) -> Result<ExitStatus> {
    command
        .status()
        .with_context(|| format!("`{}` cannot be started", line(command)))
}

/// The same exit for this program; a program that was ended by a signal has failed.
pub fn exit_code(status: ExitStatus) -> ExitCode {
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    code.map_or(ExitCode::FAILURE, ExitCode::from)
}

/// What a command writes to its standard output.
///
/// # Errors
/// When it cannot be started, does not exit with zero, or writes something else than UTF-8.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("`{}` cannot be started", line(command)))?;
    if !output.status.success() {
        bail!("`{}` ended with {}", line(command), output.status);
    }
    String::from_utf8(output.stdout).with_context(|| format!("`{}` wrote no text", line(command)))
}

/// Whether a command can be started and exits with zero; says nothing.
pub fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Runs a command with its words in a file; the last of them are shown when it fails.
///
/// # Errors
/// When it cannot be started or does not exit with zero.
pub fn logged(command: &mut Command, log: &Path) -> Result<()> {
    if let Some(folder) = log.parent() {
        fs::create_dir_all(folder)?;
    }
    let file = File::create(log).with_context(|| format!("{} not written", log.display()))?;
    command
        .stdin(Stdio::null())
        .stdout(file.try_clone()?)
        .stderr(file);
    let status = status(command)?;
    if status.success() {
        return Ok(());
    }
    let words = fs::read(log).unwrap_or_default();
    eprintln!("{}", last_lines(&String::from_utf8_lossy(&words)));
    bail!(
        "`{}` ended with {status}; all it said: {}",
        line(command),
        log.display()
    );
}

fn last_lines(words: &str) -> String {
    let lines: Vec<&str> = words.lines().collect();
    let first = lines.len().saturating_sub(LAST_LINES);
    lines.get(first..).unwrap_or_default().join("\n")
}

/// Where a program is found on the search path.
pub fn find(name: &str) -> Option<PathBuf> {
    let file = program(name);
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| folder.join(&file))
        .find(|place| place.is_file())
}

fn line(command: &Command) -> String {
    let name = Path::new(command.get_program())
        .file_stem()
        .unwrap_or(command.get_program());
    std::iter::once(name)
        .chain(command.get_args())
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_as_it_would_be_typed() {
        assert_eq!(
            line(Command::new("/opt/bin/cargo").args(["fmt", "--check"])),
            "cargo fmt --check"
        );
    }

    #[test]
    fn only_the_end_of_a_long_log_is_shown() {
        let words = (1..=100)
            .map(|line| line.to_string())
            .collect::<Vec<_>>()
            .join("\n");
        let shown = last_lines(&words);
        assert!(
            shown.starts_with("61\n") && shown.ends_with("\n100"),
            "{shown}"
        );
    }

    #[test]
    fn what_cargo_says_about_this_package_is_not_passed_on() {
        assert!(is_about_our_package("CARGO_PKG_NAME"));
        assert!(is_about_our_package("CARGO_MANIFEST_DIR"));
        assert!(!is_about_our_package("CARGO_HOME"));
        assert!(!is_about_our_package("CARGO_TARGET_DIR"));
    }

    #[test]
    fn a_failing_command_names_its_log() {
        let folder = tempfile::tempdir().unwrap();
        let log = folder.path().join("deep/rustc.log");
        let problem = logged(Command::new("rustc").arg("--no-such-option"), &log).unwrap_err();
        assert!(problem.to_string().contains("rustc.log"), "{problem}");
        assert!(fs::read_to_string(log).unwrap().contains("no-such-option"));
    }
}
