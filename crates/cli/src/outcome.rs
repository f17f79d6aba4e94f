//! What a verb gives back: JSON for scripts, lines for people, an exit status for both.

use crate::verbs::LANGUAGE;
use api::{ErrorCode, Refusal};
use catalogue::terminal;
use serde::Serialize;
use serde_json::{Value, json};
use std::io;
use std::path::Path;
use std::process::ExitCode;

/// How it went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
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
pub(crate) struct Outcome {
    status: Status,
    value: Value,
    lines: Vec<String>,
}

/// Why a verb did nothing.
#[derive(Debug)]
pub(crate) struct Failure {
    status: Status,
    /// A closed code for scripts.
    code: Value,
    /// What the code is about; null when it says all.
    about: Value,
    message: String,
}

impl Status {
    /// Of a piece of work of which some was done and some was rejected.
    pub(crate) const fn of(is_any_done: bool, is_any_rejected: bool) -> Self {
        match (is_any_done, is_any_rejected) {
            (_, false) => Self::Done,
            (true, true) => Self::WithRejections,
            (false, true) => Self::Nothing,
        }
    }
}

impl Outcome {
    /// A result with its lines for people.
    pub(crate) fn new<T: Serialize>(
        status: Status,
        value: T,
        lines: Vec<String>,
    ) -> Result<Self, Failure> {
        let value = serde_json::to_value(value).map_err(app::Trouble::from)?;
        Ok(Self {
            status,
            value,
            lines,
        })
    }

    /// Prints and gives the exit status.
    pub(crate) fn print(self, as_json: bool) -> ExitCode {
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

fn write(mut to: impl io::Write, text: &str) -> io::Result<()> {
    to.write_all(text.as_bytes())?;
    to.flush()
}

impl Failure {
    /// A command line that was not understood.
    pub(crate) fn usage(message: String) -> Self {
        Self {
            status: Status::Usage,
            code: "usage".into(),
            about: Value::Null,
            message,
        }
    }

    /// Nothing was done.
    pub(crate) fn nothing(code: &str, message: String) -> Self {
        Self {
            status: Status::Nothing,
            code: code.into(),
            about: Value::Null,
            message,
        }
    }

    /// A file that was named is not there, or is not for this user.
    pub(crate) fn unreadable(path: &Path) -> Self {
        Self::nothing("unreadable", terminal::unreadable(LANGUAGE, path.display()))
    }

    /// The same code with another sentence: what to do next is another thing at a terminal.
    pub(crate) fn said(self, message: String) -> Self {
        Self { message, ..self }
    }
}

impl From<ErrorCode> for Failure {
    fn from(code: ErrorCode) -> Self {
        // A code without content is an object with one entry, so both are always found.
        let mut value = serde_json::to_value(&code).unwrap_or_default();
        Self {
            status: Status::Nothing,
            message: code.sentence(LANGUAGE),
            code: value["code"].take(),
            about: value["about"].take(),
        }
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        refusal.code.into()
    }
}

impl From<app::Trouble> for Failure {
    fn from(trouble: app::Trouble) -> Self {
        trouble.refusal().into()
    }
}

impl From<Failure> for Outcome {
    fn from(failure: Failure) -> Self {
        let mut error = json!({ "code": failure.code, "message": failure.message });
        if !failure.about.is_null() {
            error["about"] = failure.about;
        }
        Self {
            status: failure.status,
            value: json!({ "error": error }),
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
        Self {
            status: Status::Done,
            value: json!({ "text": text }),
            lines: vec![text],
        }
    }
}
