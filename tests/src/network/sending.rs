//! An office that sends: what stories do with the terminal of one PC.

use super::centre::{Centre, OFFICE};
use super::proxy::Proxy;
use crate::desk::Pc;
use crate::steps::{import, list};
use crate::stored;
use crate::terminal::{Called, command, kinerja};
use anyhow::Context as _;
use serde_json::Value;
use std::fmt::Write as _;
use std::process::{Child, Stdio};

/// The period of most stories.
pub const PERIOD: [&str; 2] = ["--periode", "2026-10"];

/// A PC with so many people in it, nobody rated.
///
/// # Errors
/// The terminal refuses.
pub fn office_of(people: u32) -> anyhow::Result<Pc> {
    let pc = Pc::new()?;
    import(&pc, &list(&pc, people)?)?.with(0)?;
    Ok(pc)
}

/// A PC with a user and nothing else, as one that is to become a second one of its office.
///
/// # Errors
/// The disk refuses.
pub fn empty_office() -> anyhow::Result<Pc> {
    let pc = Pc::new()?;
    stored::office(&pc)
        .settle("Rina")
        .map_err(|trouble| anyhow::anyhow!("{trouble:?}"))?;
    Ok(pc)
}

/// Joins a centre, over a line if there is one between.
///
/// # Errors
/// The centre or the terminal refuses.
pub fn join(pc: &Pc, centre: &Centre, line: Option<&Proxy>) -> anyhow::Result<()> {
    let code = centre.code(OFFICE)?;
    let mut call = vec!["gabung".to_owned(), code];
    if let Some(line) = line {
        call.extend(["--server".to_owned(), centre.url_over(line)]);
    }
    let call: Vec<&str> = call.iter().map(String::as_str).collect();
    let joined = kinerja(pc, &call)?.with(0)?;
    anyhow::ensure!(joined["office"] == OFFICE, "{joined}");
    Ok(())
}

/// Rates everybody in hasil kerja and perilaku.
///
/// # Errors
/// The terminal refuses.
pub fn rate(pc: &Pc) -> anyhow::Result<()> {
    let people = kinerja(pc, &["pegawai"])?.with(0)?;
    let mut text = String::from("nip,hasil,perilaku,alasan\n");
    for person in people.as_array().into_iter().flatten() {
        let nip = person["nip"].as_str().context("no NIP")?;
        writeln!(text, "{nip},sesuai,sesuai,")?;
    }
    let file = pc.file("nilai.csv");
    std::fs::write(&file, text)?;
    let file = file.to_string_lossy();
    kinerja(pc, &[&["nilai", &file], &PERIOD[..]].concat())?.with(0)?;
    Ok(())
}

/// Marks everything as ready to be sent.
///
/// # Errors
/// The terminal refuses.
pub fn seal(pc: &Pc) -> anyhow::Result<Value> {
    let sealed = kinerja(pc, &[&["kirim"], &PERIOD[..]].concat())?;
    anyhow::ensure!(sealed.status == 0, "{sealed:?}");
    Ok(sealed.value)
}

/// Seals one record: the organisation's predikat of the unit.
///
/// # Errors
/// The terminal refuses.
pub fn seal_one(pc: &Pc, predikat: &str) -> anyhow::Result<()> {
    kinerja(pc, &[&["organisasi", predikat], &PERIOD[..]].concat())?.with(0)?;
    Ok(())
}

/// Sends and fetches once.
///
/// # Errors
/// The terminal does not run.
pub fn sync(pc: &Pc) -> anyhow::Result<Called> {
    kinerja(pc, &["sinkron"])
}

/// Begins to send; nobody waits for it.
///
/// # Errors
/// The terminal does not run.
pub fn begin_sync(pc: &Pc) -> anyhow::Result<Child> {
    let mut command = command(pc)?;
    command.args(["--json", "sinkron"]);
    Ok(command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?)
}

/// Where sending stands.
///
/// # Errors
/// The terminal refuses.
pub fn status(pc: &Pc) -> anyhow::Result<Value> {
    kinerja(pc, &["status"])?.with(0)
}

/// Sealed records without a receipt.
///
/// # Errors
/// No centre is joined.
pub fn unsent(pc: &Pc) -> anyhow::Result<u64> {
    status(pc)?["unsent"].as_u64().context("no centre")
}

/// How many records the PC has, all of them sound.
///
/// # Errors
/// Something is not sound.
pub fn records(pc: &Pc) -> anyhow::Result<u64> {
    let checked = kinerja(pc, &["periksa"])?.with(0)?;
    checked["records"].as_u64().context("no number")
}

/// Everything that was sealed has a receipt, the sentence says so, and the centre has each record
/// once.
///
/// # Errors
/// The terminals do not answer.
pub fn assert_arrived(pc: &Pc, centre: &Centre) -> anyhow::Result<()> {
    let status = status(pc)?;
    assert_eq!(status["unsent"], 0, "{status}");
    assert_eq!(status["condition"], "all_received", "{status}");
    let sentence = status["sentence"].as_str().unwrap_or_default();
    assert!(
        sentence.starts_with("Semua data sudah diterima pusat. Tanda terima "),
        "{sentence}"
    );
    assert_eq!(records(pc)?, centre.records()?, "each record, once");
    Ok(())
}
