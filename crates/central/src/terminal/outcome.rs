//! What a verb gives back: JSON for scripts, lines for people, an exit status for both.

use central::Trouble;
use central::database::SqlError;
use serde_json::{Value, json};
use std::error::Error;
use std::io;
use std::process::ExitCode;

/// How it went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    /// All done.
    Done = 0,
    /// Nothing done.
    Nothing = 1,
    /// The command line was not understood.
    Usage = 2,
    /// Done, but not all of it.
    WithRejections = 3,
}

/// A verb's result.
pub(super) struct Outcome {
    pub(super) status: Status,
    pub(super) value: Value,
    pub(super) lines: Vec<String>,
}

/// Why a verb did nothing.
#[derive(Debug)]
pub(super) struct Failure {
    status: Status,
    code: &'static str,
    message: String,
}

impl Outcome {
    /// All done.
    pub(super) fn done(value: Value, lines: Vec<String>) -> Self {
        Self {
            status: Status::Done,
            value,
            lines,
        }
    }

    /// Prints and gives the exit status.
    pub(super) fn print(self, as_json: bool) -> ExitCode {
        let text = if as_json {
            format!("{}\n", self.value)
        } else {
            self.lines.iter().map(|line| format!("{line}\n")).collect()
        };
        let is_answer = matches!(self.status, Status::Done | Status::WithRejections);
        let written = if as_json || is_answer {
            write(io::stdout().lock(), &text)
        } else {
            write(io::stderr().lock(), &text)
        };
        match written {
            // Whoever read us went away: what was done stays done.
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                ExitCode::from(Status::Nothing as u8)
            }
            _ => ExitCode::from(self.status as u8),
        }
    }
}

/// Writes a line at once, for who waits for it.
pub(super) fn say(line: &str) {
    // Whoever read us may have gone away.
    let _gone = write(io::stdout().lock(), &format!("{line}\n"));
}

fn write(mut to: impl io::Write, text: &str) -> io::Result<()> {
    to.write_all(text.as_bytes())?;
    to.flush()
}

impl Failure {
    /// Nothing was done.
    pub(super) fn nothing(code: &'static str, message: String) -> Self {
        Self {
            status: Status::Nothing,
            code,
            message,
        }
    }

    /// The command line was not understood.
    pub(super) fn usage(message: String) -> Self {
        Self {
            status: Status::Usage,
            code: "usage",
            message,
        }
    }
}

impl From<Trouble> for Failure {
    fn from(trouble: Trouble) -> Self {
        let causes = causes(&trouble);
        match trouble {
            Trouble::Sql(error) => error.into(),
            Trouble::NotFound(what) => Self::nothing(
                "not_found",
                format!("Yang disebut tidak ditemukan di pusat ({what})."),
            ),
            Trouble::WrongFile(what) => Self::nothing(
                "wrong_file",
                format!("Berkas ini tidak dapat dipakai: {what}."),
            ),
            Trouble::File(_) => Self::nothing(
                "unreadable",
                format!("Berkas tidak dapat dibaca atau ditulis ({causes})."),
            ),
            _ => Self::nothing("internal", format!("Pusat mengalami masalah: {causes}.")),
        }
    }
}

impl From<SqlError> for Failure {
    fn from(error: SqlError) -> Self {
        let causes = causes(&error);
        match error {
            SqlError::Newer { found, known } => Self::nothing(
                "newer",
                format!(
                    "Data ini dibuat oleh program yang lebih baru (versi {found}; program ini \
                     mengenal sampai versi {known}). Perbarui kinerja-pusat dahulu."
                ),
            ),
            SqlError::NoCopy => Self::nothing(
                "use_postgres_tools",
                "PostgreSQL dicadangkan dengan perkakasnya sendiri (pg_dump, pg_basebackup)."
                    .to_owned(),
            ),
            _ => Self::nothing(
                "database",
                format!("Basis data tidak dapat dipakai: {causes}."),
            ),
        }
    }
}

/// An error with everything below it.
pub(super) fn causes(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut below = error.source();
    while let Some(cause) = below {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        below = cause.source();
    }
    text
}

impl From<Failure> for Outcome {
    fn from(failure: Failure) -> Self {
        Self {
            status: failure.status,
            value: json!({ "error": { "code": failure.code, "message": failure.message } }),
            lines: vec![failure.message],
        }
    }
}

impl From<clap::Error> for Outcome {
    /// What clap would print: help and version that were asked for, or what was not understood.
    fn from(error: clap::Error) -> Self {
        let text = error.to_string();
        if error.use_stderr() {
            return Failure::usage(text).into();
        }
        Self::done(json!({ "text": text }), vec![text])
    }
}
