//! Medians and the table that shows them.

use std::io::Write as _;
use std::time::{Duration, Instant};

/// Rows of the table.
#[derive(Default)]
pub(crate) struct Report {
    rows: Vec<[String; 4]>,
}

impl Report {
    /// A figure held against a limit.
    pub(crate) fn figure(&mut self, what: &str, figure: String, limit: &str, within: bool) {
        let verdict = if within { "within" } else { "OVER" };
        self.rows.push([
            what.to_owned(),
            figure,
            limit.to_owned(),
            verdict.to_owned(),
        ]);
    }

    /// A figure that stands beside others.
    pub(crate) fn beside(&mut self, what: &str, figure: String) {
        self.rows
            .push([what.to_owned(), figure, String::new(), String::new()]);
    }

    /// A duration held against a limit.
    pub(crate) fn time(&mut self, what: &str, taken: Duration, limit: Duration) {
        self.figure(
            what,
            show(taken),
            &format!("≤ {}", show(limit)),
            taken <= limit,
        );
    }

    /// Something that could not be measured, and why.
    pub(crate) fn not_measured(&mut self, what: &str, why: &anyhow::Error) {
        self.rows.push([
            what.to_owned(),
            "not measured".to_owned(),
            String::new(),
            format!("{why:#}"),
        ]);
    }

    /// Prints the table.
    pub(crate) fn print(&self) -> anyhow::Result<()> {
        let mut out = std::io::stdout().lock();
        let width = |column: usize| {
            self.rows
                .iter()
                .map(|row| row[column].chars().count())
                .max()
                .unwrap_or(0)
        };
        let widths = [width(0), width(1), width(2)];
        for [what, figure, limit, verdict] in &self.rows {
            writeln!(
                out,
                "{what:<a$}  {figure:>b$}  {limit:<c$}  {verdict}",
                a = widths[0],
                b = widths[1],
                c = widths[2]
            )?;
        }
        Ok(())
    }
}

/// `12,3 ms`
pub(crate) fn show(taken: Duration) -> String {
    match taken.as_secs_f64() {
        seconds if seconds >= 1.0 => format!("{seconds:.2} s"),
        seconds if seconds >= 0.001 => format!("{:.2} ms", seconds * 1e3),
        seconds => format!("{:.0} µs", seconds * 1e6),
    }
}

/// How long something takes.
pub(crate) fn timed<T>(act: impl FnOnce() -> anyhow::Result<T>) -> anyhow::Result<(Duration, T)> {
    let start = Instant::now();
    let value = act()?;
    Ok((start.elapsed(), value))
}

/// The middle one.
pub(crate) fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// The one that so many per cent do not exceed.
pub(crate) fn percentile(mut times: Vec<Duration>, per_cent: usize) -> Duration {
    times.sort_unstable();
    times
        .get((times.len() * per_cent / 100).min(times.len().saturating_sub(1)))
        .copied()
        .unwrap_or_default()
}
