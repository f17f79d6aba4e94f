//! Where the programs under test are. `cargo xtask test` builds them and says where.

use anyhow::Context as _;
use std::path::PathBuf;

/// The window.
///
/// # Errors
/// `KINERJA_WINDOW_BIN` is not set: run `cargo xtask test`.
pub fn window() -> anyhow::Result<PathBuf> {
    named("KINERJA_WINDOW_BIN")
}

/// The terminal.
///
/// # Errors
/// `KINERJA_BIN` is not set: run `cargo xtask test`.
pub fn terminal() -> anyhow::Result<PathBuf> {
    named("KINERJA_BIN")
}

/// The centre.
///
/// # Errors
/// `KINERJA_PUSAT_BIN` is not set: run `cargo xtask test`.
pub fn centre() -> anyhow::Result<PathBuf> {
    named("KINERJA_PUSAT_BIN")
}

/// The browser's host.
///
/// # Errors
/// `KINERJA_LOOPBACK_BIN` is not set: run `cargo xtask test`.
pub fn loopback() -> anyhow::Result<PathBuf> {
    named("KINERJA_LOOPBACK_BIN")
}

/// axe-core's script.
///
/// # Errors
/// `KINERJA_AXE` is not set: run `cargo xtask test`.
pub fn axe() -> anyhow::Result<PathBuf> {
    named("KINERJA_AXE")
}

/// tus-js-client's script.
///
/// # Errors
/// `KINERJA_TUS` is not set: run `cargo xtask test`.
pub fn tus() -> anyhow::Result<PathBuf> {
    named("KINERJA_TUS")
}

fn named(variable: &str) -> anyhow::Result<PathBuf> {
    let path = std::env::var_os(variable)
        .map(PathBuf::from)
        .with_context(|| format!("{variable} is not set: run `cargo xtask test`"))?;
    anyhow::ensure!(
        path.exists(),
        "{variable} names {}, which is not there",
        path.display()
    );
    Ok(path)
}
