//! Disks that are full or protected: a clear sentence, nothing half-written, nothing lost.

use journeys::desk::Pc;
use journeys::disk::Disk;
use journeys::steps::{import, laid_out, list, state};
use journeys::terminal::kinerja;
use journeys::workbook;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Every file below a folder.
fn files(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}

#[test]
fn a_protected_disk_is_said_at_the_start() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    let Some(disk) = Disk::mount(&pc.data(), 16 << 10)? else {
        return Ok(());
    };
    laid_out(&pc, 5)?;
    disk.protect()?;
    let file = list(&pc, 5)?;
    let calls: [&[&str]; 3] = [
        &["pegawai"],
        &["impor", &file.to_string_lossy()],
        &["organisasi", "Baik", "--periode", "2026-10"],
    ];
    for call in calls {
        let (code, about, sentence) = kinerja(&pc, call)?.refused()?;
        assert_eq!(
            (code.as_str(), about.as_str()),
            ("store", "read_only"),
            "{call:?}"
        );
        assert!(sentence.contains("tetap aman"), "{sentence}");
    }
    Ok(())
}

#[test]
fn a_protected_disk_takes_no_first_office() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    let Some(disk) = Disk::mount(&pc.data(), 1 << 10)? else {
        return Ok(());
    };
    disk.protect()?;
    let file = list(&pc, 5)?;
    assert_eq!(import(&pc, &file)?.refused()?.1, "read_only");
    let practice = kinerja(&pc, &["latihan", "--periode", "2026-10"])?;
    assert_eq!(practice.refused()?.1, "read_only");
    assert_eq!(fs::read_dir(pc.data())?.count(), 0);
    Ok(())
}

#[test]
fn a_disk_that_is_full_in_the_middle_of_an_import_keeps_what_was_there() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    let Some(disk) = Disk::mount(&pc.data(), 24 << 10)? else {
        return Ok(());
    };
    import(&pc, &list(&pc, 20)?)?.with(0)?;
    let before = state(&pc)?;
    let many = list(&pc, 3_000)?;
    // Room for nothing, for the backup before the import, and for some of the import.
    let mut seen = BTreeSet::new();
    for room in [0, 64, 1_200, 2_000, 3_000] {
        disk.fill_but(room)?;
        let called = import(&pc, &many)?;
        let (code, about, sentence) = called.refused()?;
        seen.insert(code.clone());
        assert_eq!(about, "disk_full", "{room} KiB: {code}");
        assert!(sentence.contains("Ruang disk habis"), "{sentence}");
        disk.make_room()?;
        let after = state(&pc)?;
        assert_eq!(after["state_hash"], before["state_hash"], "{room} KiB");
        let is_stray = |path: &PathBuf| {
            let name = path.to_string_lossy();
            name.contains(".partial") || name.contains("copy.db")
        };
        let stray = files(&pc.data())?.iter().filter(|it| is_stray(it)).count();
        assert_eq!(stray, 0, "nothing half-written stays");
    }
    let stages = ["backup", "store"].map(str::to_owned);
    assert_eq!(seen, stages.into(), "the disk was full at each stage");
    let done = import(&pc, &many)?.with(0)?;
    assert_eq!(done["new"], 2_980);
    state(&pc)?;
    Ok(())
}

#[test]
fn a_disk_without_room_for_an_office_is_used_once_there_is() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    let Some(disk) = Disk::mount(&pc.data(), 24 << 10)? else {
        return Ok(());
    };
    for room in [0, 40, 200, 400, 800] {
        disk.fill_but(room)?;
        let called = kinerja(
            &pc,
            &["latihan", "--pegawai", "2000", "--periode", "2026-10"],
        )?;
        let (_, about, sentence) = called.refused()?;
        assert_eq!(about, "disk_full", "{room} KiB: {sentence}");
        disk.make_room()?;
    }
    // What was begun without anybody in it is finished, not refused as filled.
    laid_out(&pc, 2_000)?;
    state(&pc)?;
    Ok(())
}

#[test]
fn a_disk_that_is_full_in_the_middle_of_an_export_keeps_the_old_workbook() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    laid_out(&pc, 2_000)?;
    let folder = pc.file("stik");
    let Some(disk) = Disk::mount(&folder, 4 << 10)? else {
        return Ok(());
    };
    let file = folder.join("laporan.xlsx");
    let to = file.to_string_lossy();
    let call = ["ekspor", "--periode", "2026-10", "--ke", &to, "--ganti"];
    let written = kinerja(&pc, &call)?.with(0)?;
    assert_eq!(workbook::rows(&file)?.len() - 8, written["rows"]);
    let before = fs::read(&file)?;
    for room in [0, 4, 60, 200] {
        disk.fill_but(room)?;
        let (code, about, sentence) = kinerja(&pc, &call)?.refused()?;
        assert_eq!(
            (code.as_str(), about.as_str()),
            ("write_failed", "disk_full"),
            "{room} KiB"
        );
        assert!(sentence.contains("setengah jadi"), "{sentence}");
        disk.make_room()?;
        assert!(fs::read(&file)? == before, "the old workbook is as it was");
        assert_eq!(fs::read_dir(&folder)?.count(), 1, "nothing else is left");
    }
    let backup = folder.join("kantor.cadangan");
    disk.fill_but(8)?;
    let called = kinerja(&pc, &["cadangkan", &backup.to_string_lossy()])?;
    assert_eq!(called.refused()?.1, "disk_full");
    disk.make_room()?;
    assert_eq!(fs::read_dir(&folder)?.count(), 1);
    disk.protect()?;
    assert_eq!(kinerja(&pc, &call)?.refused()?.1, "not_writable");
    state(&pc)?;
    Ok(())
}
