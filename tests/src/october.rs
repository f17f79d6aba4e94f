//! October of one unit at the terminal: the messy list, ratings of every kind, exceptions.

use crate::desk::Pc;
use crate::lists::{PEOPLE, messy_workbook};
use crate::terminal::{kinerja, kinerja_at};
use serde_json::Value;
use std::fs;
use std::path::PathBuf;

/// The unit of the list.
pub const UNIT: &str = "Dinas Kependudukan dan Pencatatan Sipil";
/// Rated *di atas* with a reason, and without evidence: the place in [`PEOPLE`].
pub const ABOVE: usize = 1;
/// Rated *di bawah* without a reason.
pub const BELOW: usize = 2;
/// Nobody rates this person.
pub const NOT_RATED: usize = 3;
/// Rated in hasil kerja only.
pub const HALF_RATED: usize = 4;
/// On leave in the period.
pub const ON_LEAVE: [usize; 2] = [5, 9];
/// Left before the period began.
pub const GONE: usize = 20;
/// Leaves in the middle of the period.
pub const LEAVING: usize = 21;

/// The digits of a person of the list.
#[must_use]
pub fn nip(person: usize) -> String {
    PEOPLE[person]
        .nip
        .chars()
        .filter(char::is_ascii_digit)
        .collect()
}

/// Imports the messy list.
///
/// # Errors
/// It did not go in, or without its two bad rows.
pub fn import(pc: &Pc) -> anyhow::Result<Value> {
    let list = pc.file("daftar pegawai.xlsx");
    messy_workbook(&list)?;
    kinerja(pc, &["impor", &list.to_string_lossy()])?.with(3)
}

/// Notes who is exempt, and rates the others from a file with six bad rows.
///
/// # Errors
/// Something was refused that should not be.
pub fn rate(pc: &Pc) -> anyhow::Result<Value> {
    for (person, kind, from) in [
        (ON_LEAVE[0], "cuti_besar", "2026-10-01"),
        (ON_LEAVE[1], "tugas_belajar", "2026-09-01"),
        (GONE, "pensiun", "2026-09-01"),
        (LEAVING, "pensiun", "2026-10-16"),
    ] {
        let mut call = vec!["pengecualian", "", kind, "--dari", from];
        let nip = nip(person);
        call[1] = &nip;
        if kind == "cuti_besar" {
            call.extend(["--sampai", "2026-12-31", "--surat", "851/17/2026"]);
        }
        kinerja(pc, &call)?.with(0)?;
    }
    let mut text = String::from("nip,hasil,perilaku,alasan\n");
    for person in 0..PEOPLE.len() {
        text += &match person {
            ABOVE => format!("{},di_atas,sesuai,\"120 akta, tiga hari\"\n", nip(person)),
            BELOW => format!("{},sesuai,di_bawah,\n", nip(person)),
            HALF_RATED => format!("{},sesuai,,\n", nip(person)),
            NOT_RATED | GONE | LEAVING => continue,
            _ if ON_LEAVE.contains(&person) => continue,
            _ => format!("{},Sesuai,sesuai,\n", nip(person)),
        };
    }
    text += &format!(
        "198609262015051001,sesuai,sesuai,\n{},baik,sesuai,\n",
        nip(0)
    );
    text += &format!("1986,sesuai,sesuai,\n{},sesuai,sesuai,\n", nip(ON_LEAVE[0]));
    text += &format!("{},sesuai,sesuai,\n{},,,\n", nip(GONE), nip(NOT_RATED));
    let file = pc.file("nilai.csv");
    fs::write(&file, text)?;
    let period = ["--periode", "2026-10"];
    kinerja(
        pc,
        &[&["nilai", &file.to_string_lossy()], &period[..]].concat(),
    )?
    .with(3)
}

/// Writes a workbook at an instant, and gives its place.
///
/// # Errors
/// It was refused.
pub fn export(pc: &Pc, now: &str, form: &str) -> anyhow::Result<PathBuf> {
    let file = pc.file(&format!("{form} {}.xlsx", now.replace(':', ".")));
    let to = file.to_string_lossy();
    let call = [
        "ekspor",
        "--periode",
        "2026-10",
        "--ke",
        &to,
        "--bentuk",
        form,
    ];
    kinerja_at(pc, now, &call)?.with(0)?;
    Ok(file)
}
