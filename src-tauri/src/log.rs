//! The program's log: causes of failures, no personal data, seven files of a day each.

use std::path::Path;
use tracing_appender::non_blocking::WorkerGuard;
use tracing_appender::rolling::{Builder, Rotation};

/// Starts the log; keep the guard until the program ends. A log that cannot be written stops
/// nobody's work.
pub(crate) fn start(configuration: &Path) -> Option<WorkerGuard> {
    let files = Builder::new()
        .rotation(Rotation::DAILY)
        .filename_prefix("kinerja-luring")
        .filename_suffix("log")
        .max_log_files(7)
        .build(configuration.join("log"))
        .ok()?;
    let (writer, guard) = tracing_appender::non_blocking(files);
    tracing_subscriber::fmt()
        .with_ansi(false)
        .with_writer(writer)
        .init();
    Some(guard)
}
