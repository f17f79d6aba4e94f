//! `cadangkan` and `pulihkan`: another PC with another key directory, and everything that can be
//! wrong with a backup or its words.

use journeys::desk::Pc;
use journeys::terminal::{begin, kinerja};
use serde_json::Value;
use std::fs;
use std::path::PathBuf;

/// A PC with practice data, a backup of it and its words.
struct Office {
    pc: Pc,
    backup: PathBuf,
    words: PathBuf,
}

impl Office {
    fn new() -> anyhow::Result<Self> {
        let pc = Pc::new()?;
        kinerja(&pc, &["latihan", "--pegawai", "25", "--periode", "2026-10"])?.with(0)?;
        let (backup, words) = (pc.file("kantor.cadangan"), pc.file("kata.txt"));
        let (file, code) = (backup.to_string_lossy(), words.to_string_lossy());
        let made = kinerja(&pc, &["cadangkan", &file, "--kode-berkas", &code])?.with(0)?;
        assert_eq!(made["bytes"], fs::metadata(&backup)?.len());
        Ok(Self { pc, backup, words })
    }

    fn state(&self) -> anyhow::Result<Value> {
        kinerja(&self.pc, &["periksa"])?.with(0)
    }

    /// Calls `pulihkan` on a PC with this file of words.
    fn restore(&self, pc: &Pc, words: &str) -> anyhow::Result<journeys::terminal::Called> {
        let file = pc.file("kata yang diketik.txt");
        fs::write(&file, words)?;
        let (backup, words) = (self.backup.to_string_lossy(), file.to_string_lossy());
        kinerja(pc, &["pulihkan", &backup, "--kode-berkas", &words])
    }
}

#[test]
fn a_backup_opens_on_another_pc_with_its_words() -> anyhow::Result<()> {
    let office = Office::new()?;
    let people = kinerja(&office.pc, &["pegawai"])?.with(0)?;
    let other = Pc::new()?;
    let words = fs::read_to_string(&office.words)?;
    assert_eq!(words.split_whitespace().count(), 10, "{words}");
    let restored = office.restore(&other, &words)?.with(0)?;
    assert_eq!(restored["employees"], 25);
    assert_eq!(kinerja(&other, &["pegawai"])?.with(0)?, people);
    let (here, there) = (office.state()?, kinerja(&other, &["periksa"])?.with(0)?);
    assert_eq!(here["state_hash"], there["state_hash"]);
    // The other PC goes on working, in a stream of its own.
    kinerja(&other, &["organisasi", "Baik", "--periode", "2026-10"])?.with(0)?;
    kinerja(&other, &["periksa"])?.with(0)?;
    Ok(())
}

/// As the help page shows it: no folder in the names.
#[test]
fn files_without_a_folder_go_where_the_terminal_stands() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    kinerja(&pc, &["latihan", "--pegawai", "5", "--periode", "2026-10"])?.with(0)?;
    let backup = ["cadangkan", "kantor.cadangan", "--kode-berkas", "kata.txt"];
    kinerja(&pc, &backup)?.with(0)?;
    kinerja(&pc, &["ekspor", "--periode", "2026-10", "--ke", "lap.xlsx"])?.with(0)?;
    for file in ["kantor.cadangan", "kata.txt", "lap.xlsx"] {
        assert!(pc.home().join(file).is_file(), "{file}");
    }
    let restore = ["pulihkan", "kantor.cadangan", "--kode-berkas", "kata.txt"];
    kinerja(&pc, &restore)?.with(0)?;
    Ok(())
}

#[test]
fn a_pc_that_has_the_key_needs_no_words_and_loses_nothing() -> anyhow::Result<()> {
    let office = Office::new()?;
    let before = office.state()?;
    kinerja(&office.pc, &["organisasi", "Baik", "--periode", "2026-10"])?.with(0)?;
    assert_ne!(office.state()?["state_hash"], before["state_hash"]);
    let backup = office.backup.to_string_lossy();
    kinerja(&office.pc, &["pulihkan", &backup])?.with(0)?;
    assert_eq!(office.state()?["state_hash"], before["state_hash"]);
    // What was there is set aside, and a backup of it was made.
    let set_aside = fs::read_dir(office.pc.data())?
        .filter_map(Result::ok)
        .filter(|it| {
            it.file_name()
                .to_string_lossy()
                .starts_with("office.before-")
        })
        .count();
    assert_eq!(set_aside, 1);
    assert_eq!(fs::read_dir(office.pc.data().join("backups"))?.count(), 1);
    Ok(())
}

#[test]
fn wrong_words_open_nothing() -> anyhow::Result<()> {
    let (office, stranger) = (Office::new()?, Office::new()?);
    let other = Pc::new()?;
    let words = fs::read_to_string(&office.words)?;
    let mut mistyped: Vec<&str> = words.split_whitespace().collect();
    mistyped.swap(0, 1);
    let cases = [
        (fs::read_to_string(&stranger.words)?, "wrong_code"),
        (mistyped.join(" "), "code_mistyped"),
        ("bukan kata pemulihan".to_owned(), "code_mistyped"),
        (String::new(), "code_mistyped"),
    ];
    for (words, expected) in cases {
        let (code, about, sentence) = office.restore(&other, &words)?.refused()?;
        assert_eq!((code.as_str(), about.as_str()), ("backup", expected));
        assert!(sentence.contains("tidak diubah"), "{sentence}");
        assert!(
            !other.data().join("office").exists(),
            "nothing is made: {expected}"
        );
    }
    let backup = office.backup.to_string_lossy();
    let (code, _, sentence) = kinerja(&other, &["pulihkan", &backup])?.refused()?;
    assert_eq!(code, "backup");
    assert!(
        sentence.contains("--kode-berkas"),
        "what to do next: {sentence}"
    );
    Ok(())
}

#[test]
fn a_damaged_backup_changes_nothing() -> anyhow::Result<()> {
    let office = Office::new()?;
    let before = office.state()?;
    let whole = fs::read(&office.backup)?;
    let mut flipped = whole.clone();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 1;
    let cases: [(&[u8], &str); 4] = [
        (&whole[..whole.len() / 2], "damaged"),
        (&flipped, "damaged"),
        (b"", "not_a_backup"),
        (b"PK\x03\x04 a workbook, not a backup", "not_a_backup"),
    ];
    for (bytes, expected) in cases {
        let file = office.pc.file("rusak.cadangan");
        fs::write(&file, bytes)?;
        let called = kinerja(&office.pc, &["pulihkan", &file.to_string_lossy()])?;
        let (code, about, _) = called.refused()?;
        assert_eq!((code.as_str(), about.as_str()), ("backup", expected));
        assert_eq!(office.state()?, before);
    }
    Ok(())
}

#[test]
fn nobody_restores_under_a_program_that_works() -> anyhow::Result<()> {
    let office = Office::new()?;
    let before = office.state()?;
    // A second program on the same data, as the window would be.
    let open = journeys::stored::office(&office.pc);
    let backup = office.backup.to_string_lossy();
    let (code, about, sentence) = kinerja(&office.pc, &["pulihkan", &backup])?.refused()?;
    assert_eq!(code, "busy");
    assert!(
        about.contains(&std::process::id().to_string()),
        "who holds it: {about}"
    );
    assert!(sentence.contains("Tutup program itu"), "{sentence}");
    drop(open);
    assert_eq!(office.state()?, before);
    kinerja(&office.pc, &["pulihkan", &backup])?.with(0)?;
    Ok(())
}

#[test]
fn a_backup_that_cannot_be_written_says_so() -> anyhow::Result<()> {
    let office = Office::new()?;
    let nowhere = office.pc.file("tidak ada/kantor.cadangan");
    let called = kinerja(&office.pc, &["cadangkan", &nowhere.to_string_lossy()])?;
    let (_, _, sentence) = called.refused()?;
    assert!(sentence.contains("folder"), "{sentence}");
    let (file, words) = (
        office.pc.file("lagi.cadangan"),
        office.pc.file("tidak ada/kata.txt"),
    );
    let (file, words) = (file.to_string_lossy(), words.to_string_lossy());
    let call = ["cadangkan", &file, "--kode-berkas", &words];
    assert_eq!(kinerja(&office.pc, &call)?.refused()?.0, "write_failed");
    assert!(
        !office.pc.file("lagi.cadangan").exists(),
        "no backup without its words"
    );
    // A file that is there is replaced whole, also while somebody works.
    let mut working = begin(&office.pc, &["organisasi", "Baik", "--periode", "2026-10"])?;
    kinerja(&office.pc, &["cadangkan", &office.backup.to_string_lossy()])?.with(0)?;
    assert!(working.wait()?.success());
    let other = Pc::new()?;
    office
        .restore(&other, &fs::read_to_string(&office.words)?)?
        .with(0)?;
    Ok(())
}

#[test]
fn a_backup_replaces_backups_only() -> anyhow::Result<()> {
    let office = Office::new()?;
    let (letter, new) = (
        office.pc.file("penting.docx"),
        office.pc.file("baru.cadangan"),
    );
    fs::write(&letter, "a letter")?;
    let (letter_path, new_path) = (letter.to_string_lossy(), new.to_string_lossy());
    let refused = |call: &[&str]| kinerja(&office.pc, call)?.refused();

    let as_backup = ["cadangkan", &letter_path];
    assert_eq!(refused(&as_backup)?.0, "file_exists");
    let as_words = ["cadangkan", &new_path, "--kode-berkas", &letter_path];
    assert_eq!(refused(&as_words)?.0, "file_exists");
    let both = ["cadangkan", &new_path, "--kode-berkas", &new_path];
    assert_eq!(refused(&both)?.0, "one_file_for_both");
    assert_eq!(fs::read(&letter)?, b"a letter");
    assert!(!new.exists(), "nothing was written");

    // The same words once more harm nobody, and whoever says so may replace anything.
    let words = office.words.to_string_lossy();
    kinerja(
        &office.pc,
        &["cadangkan", &new_path, "--kode-berkas", &words],
    )?
    .with(0)?;
    kinerja(&office.pc, &[&as_backup[..], &["--ganti"]].concat())?.with(0)?;
    assert!(fs::metadata(&letter)?.len() > 1000);
    Ok(())
}

#[test]
fn the_programs_own_files_are_no_target() -> anyhow::Result<()> {
    let office = Office::new()?;
    let before = office.state()?;
    let database = office.pc.data().join("office/kinerja.db");
    let own = database.to_string_lossy();
    let new = office.pc.file("baru.cadangan");
    let new = new.to_string_lossy();
    for call in [
        &["cadangkan", &own, "--ganti"][..],
        &["cadangkan", &new, "--kode-berkas", &own, "--ganti"],
        &["ekspor", "--periode", "2026-10", "--ke", &own, "--ganti"],
    ] {
        let (code, ..) = kinerja(&office.pc, call)?.refused()?;
        assert_eq!(code, "write_failed", "{call:?}");
    }
    assert_eq!(office.state()?, before);
    Ok(())
}

#[cfg(unix)]
#[test]
fn words_and_keys_are_for_their_owner_only() -> anyhow::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let office = Office::new()?;
    let mode = |path: PathBuf| -> anyhow::Result<u32> {
        Ok(fs::metadata(path)?.permissions().mode() & 0o777)
    };
    assert_eq!(mode(office.words.clone())?, 0o600);
    assert_eq!(mode(office.pc.data())?, 0o700);
    for key in fs::read_dir(office.pc.keys())? {
        assert_eq!(mode(key?.path())?, 0o600);
    }
    // Neither the words nor the key lie among the data.
    let words = fs::read_to_string(&office.words)?;
    for file in ["office/kinerja.db", "office/database.id"] {
        let bytes = fs::read(office.pc.data().join(file))?;
        let word = words
            .split_whitespace()
            .next()
            .unwrap_or_default()
            .as_bytes();
        assert!(bytes.windows(word.len()).all(|it| it != word), "{file}");
    }
    Ok(())
}
