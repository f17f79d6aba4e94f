//! Backups, and the way back.

use crate::office::{Office, START, employee, evidence, key, note, rated};
use domain::{Document, Rating, Timestamp};
use rstest::rstest;
use std::{
    fs,
    path::{Path, PathBuf},
};
use store::{
    BackupError, BackupLabel, BackupReason, OpenError, OpenKey, Places, Store, Verification, backup,
};

fn label(reason: BackupReason) -> BackupLabel {
    BackupLabel {
        reason,
        made_at: Timestamp(START),
        wrapped_key: b"wrapped".to_vec(),
    }
}

/// An office with a rating and a file, its state, and a backup of it.
fn backed_up() -> (Office, Verification, PathBuf) {
    let office = Office::with_employees(5);
    office.put("rate", rated(1, Rating::DiAtas));
    let content = b"%PDF-1.7\nSurat tugas".repeat(5_000);
    let added = office
        .store
        .evidence_files()
        .add(&mut content.as_slice())
        .expect("a file");
    office.put("evidence", Document::Evidence(evidence(1, 1, &added)));
    let path = office.path().join("stick.cadangan");
    let made = office
        .store
        .backup_to(&path, &label(BackupReason::Manual))
        .expect("a backup");
    assert_eq!(made, backup::inspect(&path).expect("a header"));
    let state = office.store.verify().expect("a check");
    assert!(state.ok);
    (office, state, path)
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    names
}

#[test]
fn a_backup_opens_on_another_pc() {
    let (office, state, path) = backed_up();
    let header = backup::verify(&path).expect("whole");
    assert_eq!(header.wrapped_key, b"wrapped");
    assert_eq!(header.database_id, office.store.identity().database_id);
    assert_eq!(
        (header.made_at, header.reason),
        (Timestamp(START), BackupReason::Manual)
    );
    let elsewhere = Places::new(office.path().join("elsewhere"));
    let restored = backup::restore(&path, &elsewhere, &key(), Timestamp(START)).expect("a restore");
    assert_eq!(
        (restored.identity, restored.previous),
        (office.store.identity(), None)
    );
    assert_eq!(
        Store::database_id(&elsewhere).expect("an id"),
        Some(header.database_id)
    );
    let store = Store::open(&elsewhere, &key()).expect("open");
    assert_eq!(store.verify().expect("a check"), state);
    assert_eq!(store.rebuild().expect("a rebuild"), state);
    store
        .begin_incarnation(office.info("incarnation"), [9; 16])
        .expect("an incarnation");
    assert!(store.verify().expect("a check").ok);
}

#[test]
fn a_backup_says_nothing_in_the_clear() {
    let (_office, _, path) = backed_up();
    let bytes = fs::read(path).expect("the backup");
    for secret in [&b"Surat tugas"[..], b"Ahmad", b"SQLite format 3"] {
        assert!(!bytes.windows(secret.len()).any(|part| part == secret));
    }
}

#[test]
fn a_restore_moves_the_old_office_aside() {
    let (office, state, path) = backed_up();
    office.put("add", Document::Employee(employee(9)));
    let later = office.store.verify().expect("a check");
    let refused = backup::restore(&path, &office.places(), &key(), Timestamp(START));
    assert!(
        matches!(refused, Err(BackupError::Busy { holder: Some(_) })),
        "{refused:?}"
    );
    let (_folder, places) = office.close();
    let restored = backup::restore(&path, &places, &key(), Timestamp(START)).expect("a restore");
    assert_eq!(
        Store::open(&places, &key())
            .expect("open")
            .verify()
            .expect("a check"),
        state
    );
    let aside = restored.previous.expect("the old office");
    assert_eq!(aside, places.data.join("office.before-2026-09-21_141320"));
    // The old one is whole: put back, it is as it was.
    fs::remove_dir_all(places.office()).expect("the restored one");
    fs::rename(&aside, places.office()).expect("the old one");
    assert_eq!(
        Store::open(&places, &key())
            .expect("open")
            .verify()
            .expect("a check"),
        later
    );
    let again = backup::restore(&path, &places, &key(), Timestamp(START)).expect("a restore");
    let again = backup::restore(&path, &places, &key(), Timestamp(START)).map(|it| (it, again));
    let (second, first) = again.expect("another restore");
    assert_ne!(second.previous, first.previous);
}

#[test]
fn others_go_on_writing_while_a_backup_is_made() {
    let (office, _, path) = backed_up();
    let other = Store::open(&office.places(), &key()).expect("open beside the other");
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for number in 0..80 {
                let info = crate::office::info_at("note", START + i64::from(number));
                let document = Document::Note(note(number, 1, "Hadir."));
                other
                    .transact(info, |act| act.put(document))
                    .expect("an act");
            }
        });
        for _ in 0..3 {
            office
                .store
                .backup_to(&path, &label(BackupReason::Manual))
                .expect("a backup");
            let elsewhere = tempfile::tempdir().expect("a folder");
            let places = Places::new(elsewhere.path());
            backup::restore(&path, &places, &key(), Timestamp(START)).expect("a restore");
            let found = Store::open(&places, &key())
                .expect("open")
                .verify()
                .expect("a check");
            assert_eq!(found.problems, []);
        }
    });
}

#[test]
fn another_key_does_not_open_it() {
    let (office, state, path) = backed_up();
    let (_folder, places) = office.close();
    let refused = backup::restore(&path, &places, &OpenKey::new([1; 32]), Timestamp(START));
    assert!(matches!(refused, Err(BackupError::WrongKey)), "{refused:?}");
    assert_eq!(names(&places.data), ["holders", "office", "temporary"]);
    assert_eq!(
        Store::open(&places, &key())
            .expect("open")
            .verify()
            .expect("a check"),
        state
    );
}

#[rstest]
#[case::cut(|bytes: &mut Vec<u8>| bytes.truncate(bytes.len() - 1))]
#[case::cut_in_the_middle(|bytes: &mut Vec<u8>| bytes.truncate(bytes.len() / 2))]
#[case::longer(|bytes: &mut Vec<u8>| bytes.push(0))]
#[case::changed_header(|bytes: &mut Vec<u8>| bytes[30] ^= 1)]
#[case::changed_database(|bytes: &mut Vec<u8>| bytes[9_000] ^= 1)]
#[case::changed_end(|bytes: &mut Vec<u8>| { let last = bytes.len() - 1; bytes[last] ^= 1; })]
fn a_damaged_backup_changes_nothing(#[case] damage: fn(&mut Vec<u8>)) {
    let (office, state, path) = backed_up();
    let mut bytes = fs::read(&path).expect("the backup");
    damage(&mut bytes);
    fs::write(&path, bytes).expect("the damage");
    assert!(matches!(backup::verify(&path), Err(BackupError::Damaged)));
    let (_folder, places) = office.close();
    let refused = backup::restore(&path, &places, &key(), Timestamp(START));
    assert!(matches!(refused, Err(BackupError::Damaged)), "{refused:?}");
    assert_eq!(
        Store::open(&places, &key())
            .expect("open")
            .verify()
            .expect("a check"),
        state
    );
}

#[test]
fn other_files_are_no_backups() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("laporan.cadangan");
    for content in [&b""[..], b"kinerja", b"PK\x03\x04 something else entirely"] {
        fs::write(&path, content).expect("a file");
        assert!(matches!(
            backup::inspect(&path),
            Err(BackupError::NotABackup)
        ));
    }
    fs::write(&path, b"kinerja-bkp7 of another age").expect("a file");
    let newer = backup::inspect(&path);
    assert!(
        matches!(newer, Err(BackupError::NewerProgram { found: 7, known: 1 })),
        "{newer:?}"
    );
    let missing = backup::inspect(&folder.path().join("none"));
    assert!(matches!(missing, Err(BackupError::NotFound)));
}

#[test]
fn rolling_backups_are_named_listed_and_rotated() {
    let office = Office::empty();
    let day = 24 * 3_600_000_000;
    for number in 0..17 {
        let made_at = Timestamp(START + number * day);
        let daily = BackupLabel {
            made_at,
            ..label(BackupReason::Daily)
        };
        office.store.backup_here(&daily).expect("a backup");
    }
    for number in 0..7 {
        let made_at = Timestamp(START + number * 1_000_000);
        let before = BackupLabel {
            made_at,
            ..label(BackupReason::Import)
        };
        office.store.backup_here(&before).expect("a backup");
    }
    fs::write(office.places().backups().join("catatan.cadangan"), "bukan").expect("another file");
    let listed = backup::list(&office.places()).expect("a list");
    let count = |reason| {
        listed
            .iter()
            .filter(|backup| backup.reason == reason)
            .count()
    };
    assert_eq!(
        (count(BackupReason::Daily), count(BackupReason::Import)),
        (14, 5)
    );
    assert!(listed.is_sorted_by(|a, b| a.made_at >= b.made_at));
    assert_eq!(listed[0].made_at, Timestamp(START + 16 * day));
    let name = listed[0].path.file_name().and_then(|name| name.to_str());
    assert_eq!(name, Some("kinerja_2026-10-07_141320_daily.cadangan"));
    assert_eq!(
        listed[0].size,
        fs::metadata(&listed[0].path).expect("the file").len()
    );
    assert!(office.places().backups().join("catatan.cadangan").exists());
}

/// A folder as an interrupted restore leaves it: `office` or not, `incoming` or not.
#[rstest]
#[case::before_the_first_rename(true, "office.partial", "old")]
#[case::before_the_exchange(true, "office.incoming", "old")]
#[case::in_the_exchange(false, "office.incoming", "new")]
fn an_interrupted_restore_is_finished_or_forgotten(
    #[case] old_in_place: bool,
    #[case] left: &str,
    #[case] expected: &str,
) {
    let (office, new, path) = backed_up();
    office.put("add", Document::Employee(employee(9)));
    let old = office.store.verify().expect("a check");
    let (_folder, places) = office.close();
    let elsewhere = Places::new(places.data.with_file_name("elsewhere"));
    backup::restore(&path, &elsewhere, &key(), Timestamp(START)).expect("a restore");
    fs::rename(elsewhere.office(), places.data.join(left)).expect("what was left");
    if !old_in_place {
        fs::rename(places.office(), places.data.join("office.before-x")).expect("moved aside");
    }
    assert!(Store::exists(&places));
    assert!(Store::database_id(&places).expect("an id").is_some());
    let store = Store::open(&places, &key()).expect("open");
    let state = if expected == "new" { new } else { old };
    assert_eq!(store.verify().expect("a check"), state);
    assert!(!places.data.join(left).exists());
}

#[test]
fn a_backup_that_cannot_be_written_leaves_the_old_one() {
    let (office, _, path) = backed_up();
    let before = fs::read(&path).expect("the backup");
    // A folder stands where the new file would be written.
    fs::create_dir(office.path().join("stick.cadangan.partial")).expect("a folder");
    let refused = office.store.backup_to(&path, &label(BackupReason::Manual));
    assert!(refused.is_err());
    assert_eq!(fs::read(&path).expect("the backup"), before);
    let nowhere = office.path().join("none").join("stick.cadangan");
    let refused = office
        .store
        .backup_to(&nowhere, &label(BackupReason::Manual));
    assert!(matches!(refused, Err(BackupError::NotFound)), "{refused:?}");
}

#[test]
fn a_backup_of_a_newer_program_is_left_alone() {
    let (office, _, _) = backed_up();
    let places = office.places();
    crate::office::behind(&places)
        .execute(
            "INSERT INTO refinery_schema_history (version, name, applied_on, checksum)
             VALUES (99, 'later', '2031-01-01T00:00:00Z', '1')",
            [],
        )
        .expect("a later step");
    let path = office.path().join("later.cadangan");
    office
        .store
        .backup_to(&path, &label(BackupReason::Manual))
        .expect("a backup");
    let elsewhere = Places::new(office.path().join("elsewhere"));
    let refused = backup::restore(&path, &elsewhere, &key(), Timestamp(START));
    assert!(matches!(
        refused,
        Err(BackupError::NewerProgram {
            found: 99,
            known: 5
        })
    ));
    assert!(matches!(
        Store::open(&elsewhere, &key()),
        Err(OpenError::NotFound)
    ));
}
