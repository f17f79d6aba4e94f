//! What a verb gives back: JSON for scripts, lines for people, an exit status for both.

use api::Refusal;
use catalogue::Language;
use serde::Serialize;
use serde_json::{Value, json};
use std::io::Write as _;
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
    code: String,
    message: String,
}

impl Outcome {
    /// A result with its lines for people.
    pub(crate) fn new<T: Serialize>(
        status: Status,
        value: T,
        lines: Vec<String>,
    ) -> Result<Self, Failure> {
        let value = serde_json::to_value(value).map_err(|error| Failure::internal(&error))?;
        Ok(Self { status, value, lines })
    }

    /// Prints and gives the exit status.
    pub(crate) fn print(self, as_json: bool) -> ExitCode {
        let text = if as_json { format!("{}\n", self.value) } else { self.lines_text() };
        let written = if as_json || matches!(self.status, Status::Done | Status::WithRejections) {
            std::io::stdout().write_all(text.as_bytes())
        } else {
            std::io::stderr().write_all(text.as_bytes())
        };
        match written {
            Ok(()) => ExitCode::from(self.status as u8),
            // Whoever read us went away: what was done stays done.
            Err(_) => ExitCode::from(Status::Nothing as u8),
        }
    }

    fn lines_text(&self) -> String {
        self.lines.iter().map(|line| format!("{line}\n")).collect()
    }
}

impl Failure {
    /// A command line that was not understood.
    pub(crate) fn usage(message: String) -> Self {
        Self { status: Status::Usage, code: "usage".to_owned(), message }
    }

    /// Nothing was done.
    pub(crate) fn nothing(code: &str, message: String) -> Self {
        Self { status: Status::Nothing, code: code.to_owned(), message }
    }

    /// A defect of the program.
    pub(crate) fn internal(error: &dyn std::error::Error) -> Self {
        Self::nothing("internal", error.to_string())
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        let code = serde_json::to_value(&refusal.code)
            .ok()
            .and_then(|value| value.get("code").and_then(Value::as_str).map(str::to_owned))
            .unwrap_or_else(|| "internal".to_owned());
        Self::nothing(&code, refusal.code.sentence(Language::Indonesian))
    }
}

impl From<app::Trouble> for Failure {
    fn from(trouble: app::Trouble) -> Self {
        trouble.refusal().into()
    }
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
