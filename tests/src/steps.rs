//! Steps that several stories of the terminal begin with.

use crate::desk::Pc;
use crate::lists;
use crate::terminal::{Called, kinerja};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// Lays practice data out.
///
/// # Errors
/// The terminal refuses.
pub fn laid_out(pc: &Pc, people: u32) -> anyhow::Result<()> {
    let people = people.to_string();
    kinerja(
        pc,
        &["latihan", "--pegawai", &people, "--periode", "2026-10"],
    )?
    .with(0)?;
    Ok(())
}

/// A list of so many people.
///
/// # Errors
/// It cannot be written.
pub fn list(pc: &Pc, people: u32) -> anyhow::Result<PathBuf> {
    let file = pc.file(&format!("daftar {people}.csv"));
    lists::numbered(&file, people)?;
    Ok(file)
}

/// Imports a file.
///
/// # Errors
/// The terminal does not run.
pub fn import(pc: &Pc, file: &Path) -> anyhow::Result<Called> {
    kinerja(pc, &["impor", &file.to_string_lossy()])
}

/// What `periksa` says of a sound office.
///
/// # Errors
/// It is not sound.
pub fn state(pc: &Pc) -> anyhow::Result<Value> {
    kinerja(pc, &["periksa"])?.with(0)
}
