//! The closing table.

use std::{fmt, time::Duration};

use crate::time::seconds;

/// How a step ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It found nothing.
    Passed,
    /// It found something, or could not be done.
    Failed,
    /// It passed, except for a part that could not be looked at.
    Partly(String),
}

impl Outcome {
    /// That of a result.
    pub fn of<T>(result: &anyhow::Result<T>) -> Self {
        if result.is_ok() {
            Self::Passed
        } else {
            Self::Failed
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Passed => out.write_str("passed"),
            Self::Failed => out.write_str("FAILED"),
            Self::Partly(what) => write!(out, "passed; {what}"),
        }
    }
}

/// The steps so far.
#[derive(Debug, Default)]
pub struct Report(Vec<(&'static str, Duration, Outcome)>);

impl Report {
    /// Adds a step.
    pub fn add(&mut self, name: &'static str, duration: Duration, outcome: Outcome) {
        self.0.push((name, duration, outcome));
    }

    /// Whether no step failed.
    pub fn is_good(&self) -> bool {
        self.0
            .iter()
            .all(|(_, _, outcome)| *outcome != Outcome::Failed)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, duration, outcome) in &self.0 {
            writeln!(out, "{name:<14} {:>9}  {outcome}", seconds(*duration))?;
        }
        let total = self.0.iter().map(|(_, duration, _)| *duration).sum();
        writeln!(out, "{:<14} {:>9}", "in all", seconds(total))?;
        let failed: Vec<&str> = self
            .0
            .iter()
            .filter(|(_, _, outcome)| *outcome == Outcome::Failed)
            .map(|(name, _, _)| *name)
            .collect();
        if failed.is_empty() {
            return Ok(());
        }
        writeln!(out, "\nfailed: {}", failed.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_ends_with_what_failed() {
        let mut report = Report::default();
        report.add("format", Duration::from_millis(400), Outcome::Passed);
        report.add(
            "deny",
            Duration::from_secs(1),
            Outcome::Partly("no database".into()),
        );
        assert!(report.is_good());
        report.add("clippy", Duration::from_secs(70), Outcome::Failed);
        assert!(!report.is_good());
        let lines: Vec<String> = report.to_string().lines().map(str::to_owned).collect();
        assert_eq!(
            lines,
            [
                "format             0.4 s  passed",
                "deny               1.0 s  passed; no database",
                "clippy            70.0 s  FAILED",
                "in all            71.4 s",
                "",
                "failed: clippy",
            ]
        );
    }
}
