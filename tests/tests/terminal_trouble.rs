//! Trouble with the place of the data: a newer program, a damaged file, a lost key, several
//! programs at once. A clear sentence each, and nothing lost.

use journeys::desk::Pc;
use journeys::steps::{import, laid_out, list, state};
use journeys::terminal::{begin, kinerja};
use rusqlite::Connection;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use store::{Places, Store};
use vault::{DatabaseId, KeyPlace};

/// Every file of the folder and what is in it; nothing of the locks that readers leave.
fn content(folder: &Path) -> anyhow::Result<BTreeSet<(PathBuf, Vec<u8>)>> {
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(content(&path)?);
        } else if !path.to_string_lossy().ends_with("-shm") {
            found.insert((path.clone(), fs::read(&path)?));
        }
    }
    Ok(found)
}

#[test]
fn a_database_of_a_newer_program_is_left_alone() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    laid_out(&pc, 5)?;
    let places = Places::new(pc.data());
    let id = DatabaseId::from_bytes(Store::database_id(&places)?.expect("a database"));
    let keys = KeyPlace::choose(Some(pc.keys()), &pc.home())
        .load(id)?
        .expect("its key");
    let behind = Connection::open(places.database())?;
    let key = keys
        .database_key()
        .iter()
        .fold(String::new(), |mut text, byte| {
            let _infallible = write!(text, "{byte:02x}");
            text
        });
    behind.execute_batch(&format!("PRAGMA key = \"x'{key}'\""))?;
    behind.execute(
        "INSERT INTO refinery_schema_history (version, name, applied_on, checksum)
         VALUES (99, 'later', '2031-01-01T00:00:00Z', '1')",
        [],
    )?;
    drop(behind);
    let before = content(&pc.data().join("office"))?;
    let ratings = pc.file("nilai.csv");
    fs::write(&ratings, "nip,hasil\n")?;
    let calls: [&[&str]; 4] = [
        &["pegawai"],
        &["periksa"],
        &["nilai", &ratings.to_string_lossy(), "--periode", "2026-10"],
        &["latihan", "--periode", "2026-10"],
    ];
    for call in calls {
        let (code, about, sentence) = kinerja(&pc, call)?.refused()?;
        assert_eq!(
            (code.as_str(), about.as_str()),
            ("store", "newer_program"),
            "{call:?}"
        );
        assert!(sentence.contains("lebih baru"), "{sentence}");
    }
    assert!(
        content(&pc.data().join("office"))? == before,
        "a file was touched"
    );
    Ok(())
}

#[test]
fn a_damaged_database_is_recognised_and_a_backup_brings_it_back() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    laid_out(&pc, 40)?;
    let before = state(&pc)?;
    let backup = pc.file("kantor.cadangan");
    kinerja(&pc, &["cadangkan", &backup.to_string_lossy()])?.with(0)?;
    let database = Places::new(pc.data()).database();
    let mut bytes = fs::read(&database)?;
    let half = bytes.len() / 2;
    bytes[half..].fill(0x5a);
    fs::write(&database, &bytes)?;
    let found = kinerja(&pc, &["periksa"])?.with(1)?;
    let is_refused = found["error"]["about"] == "corrupt";
    let is_found = found["ok"] == false && found["problems"] != serde_json::json!([]);
    assert!(is_refused || is_found, "{found}");
    // The first page tells what the file is: without it nothing opens, and that is said.
    bytes[..4096].fill(0x5a);
    fs::write(&database, &bytes)?;
    let (code, about, sentence) = kinerja(&pc, &["pegawai"])?.refused()?;
    assert_eq!((code.as_str(), about.as_str()), ("store", "corrupt"));
    assert!(sentence.contains("adangan"), "what to do next: {sentence}");
    fs::write(&database, b"")?;
    assert_eq!(kinerja(&pc, &["pegawai"])?.refused()?.1, "corrupt");

    kinerja(&pc, &["pulihkan", &backup.to_string_lossy()])?.with(0)?;
    assert_eq!(state(&pc)?["state_hash"], before["state_hash"]);
    Ok(())
}

#[test]
fn a_lost_key_and_the_key_of_another_office() -> anyhow::Result<()> {
    let (pc, other) = (Pc::new()?, Pc::new()?);
    laid_out(&pc, 5)?;
    laid_out(&other, 5)?;
    let key = |pc: &Pc| -> anyhow::Result<PathBuf> {
        Ok(fs::read_dir(pc.keys())?.next().expect("a key")?.path())
    };
    let (own, stranger) = (key(&pc)?, key(&other)?);
    let kept = fs::read(&own)?;
    fs::remove_file(&own)?;
    let (_, about, sentence) = kinerja(&pc, &["pegawai"])?.refused()?;
    assert_eq!(about, "key_missing");
    assert!(sentence.contains("lembar pemulihan"), "{sentence}");
    fs::copy(stranger, &own)?;
    let (code, about, _) = kinerja(&pc, &["pegawai"])?.refused()?;
    assert_eq!(code, "store");
    assert!(
        ["wrong_key", "key_missing"].contains(&about.as_str()),
        "{about}"
    );
    // The place is not taken for an empty one.
    kinerja(&pc, &["latihan", "--periode", "2026-10"])?.refused()?;
    fs::write(&own, kept)?;
    state(&pc)?;
    Ok(())
}

#[test]
fn several_programs_write_at_once_and_every_word_is_there() -> anyhow::Result<()> {
    const WRITERS: usize = 4;
    let pc = Pc::new()?;
    let file = list(&pc, 200)?;
    import(&pc, &file)?.with(0)?;
    let people = kinerja(&pc, &["pegawai"])?.with(0)?;
    let nips: Vec<&str> = people
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|it| it["nip"].as_str())
        .collect();
    let mut writers = Vec::new();
    for (number, part) in nips.chunks(nips.len() / WRITERS).enumerate() {
        let mut text = String::from("nip,hasil,perilaku\n");
        for nip in part {
            writeln!(text, "{nip},sesuai,sesuai")?;
        }
        let file = pc.file(&format!("nilai {number}.csv"));
        fs::write(&file, text)?;
        let call = ["nilai", &file.to_string_lossy(), "--periode", "2026-10"];
        writers.push(begin(&pc, &call)?);
    }
    // The same list once more, and somebody who looks, at the same time.
    writers.push(begin(&pc, &["impor", &file.to_string_lossy()])?);
    writers.push(begin(&pc, &["periksa"])?);
    for mut writer in writers {
        assert_eq!(writer.wait()?.code(), Some(0));
    }
    state(&pc)?;
    let missing = kinerja(&pc, &["kurang", "--periode", "2026-10"])?.with(0)?;
    let codes: Vec<&Value> = missing
        .as_array()
        .into_iter()
        .flatten()
        .map(|it| &it["code"])
        .collect();
    assert_eq!(codes, ["KURANG-PENILAI"], "everybody has both ratings");
    Ok(())
}

#[test]
fn two_first_imports_at_once_make_one_office() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    let file = list(&pc, 50)?;
    let call = ["impor", &file.to_string_lossy()];
    let mut first = begin(&pc, &call)?;
    let mut second = begin(&pc, &call)?;
    // One of the two may find the other at the door, and says so.
    let statuses = [first.wait()?.code(), second.wait()?.code()];
    assert!(statuses.contains(&Some(0)), "{statuses:?}");
    assert!(
        statuses.iter().all(|it| [Some(0), Some(1)].contains(it)),
        "{statuses:?}"
    );
    let people = kinerja(&pc, &["pegawai"])?.with(0)?;
    assert_eq!(
        people.as_array().map(Vec::len),
        Some(50),
        "nobody is there twice"
    );
    state(&pc)?;
    Ok(())
}

#[test]
fn an_import_that_is_killed_leaves_all_of_it_or_nothing() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    let file = list(&pc, 2_000)?;
    let call = ["impor", &file.to_string_lossy()];
    for pause in [5, 40, 120, 250, 400, 600] {
        let mut import = begin(&pc, &call)?;
        let until = std::time::Instant::now() + std::time::Duration::from_millis(pause);
        while std::time::Instant::now() < until && import.try_wait()?.is_none() {
            std::hint::spin_loop();
        }
        import.kill()?;
        import.wait()?;
        let checked = kinerja(&pc, &["periksa"])?;
        if checked.status == 1 {
            // Nothing was begun, or nobody had been named yet.
            assert_eq!(checked.refused()?.0, "needs_first_run");
            continue;
        }
        assert_eq!(checked.with(0)?["ok"], true);
        let people = kinerja(&pc, &["pegawai"])?.with(0)?;
        let count = people.as_array().map_or(0, Vec::len);
        assert!([0, 2_000].contains(&count), "{count}");
    }
    // Whatever was left, the next import finishes the job.
    let done = import(&pc, &file)?.with(0)?;
    let counts = ["new", "same"].map(|it| done[it].as_u64().unwrap_or_default());
    assert_eq!(counts.iter().sum::<u64>(), 2_000);
    state(&pc)?;
    Ok(())
}

#[test]
fn a_workbook_that_is_open_elsewhere_is_not_replaced() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    laid_out(&pc, 5)?;
    let file = pc.file("laporan.xlsx");
    let to = file.to_string_lossy();
    let call = ["ekspor", "--periode", "2026-10", "--ke", &to, "--ganti"];
    kinerja(&pc, &call)?.with(0)?;
    let before = fs::read(&file)?;
    // The sign that LibreOffice leaves beside a workbook that somebody has open.
    let sign = pc.file(".~lock.laporan.xlsx#");
    fs::write(&sign, "Rina")?;
    let (code, about, sentence) = kinerja(&pc, &call)?.refused()?;
    assert_eq!((code.as_str(), about.as_str()), ("write_failed", "in_use"));
    assert!(sentence.contains("Tutup dahulu"), "{sentence}");
    assert!(fs::read(&file)? == before);
    fs::remove_file(sign)?;
    kinerja(&pc, &call)?.with(0)?;
    for nowhere in ["tidak ada/laporan.xlsx", "home"] {
        let to = pc.file(nowhere);
        let call = [
            "ekspor",
            "--periode",
            "2026-10",
            "--ke",
            &to.to_string_lossy(),
        ];
        assert_eq!(
            kinerja(&pc, &call)?.refused()?.1,
            "not_writable",
            "{nowhere}"
        );
    }
    Ok(())
}
