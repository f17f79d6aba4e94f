//! Every way in which a database does not open, and that nothing is lost in any of them.

use crate::office::{ACTOR, Office, behind, employee_id, identity, key, user};
use domain::{Document, Timestamp};
use std::fs;
use store::{BackupLabel, BackupReason, OpenError, OpenKey, Places, SearchQuery, Store};

fn label() -> BackupLabel {
    BackupLabel {
        reason: BackupReason::Migration,
        made_at: Timestamp(1_790_000_000_000_000),
        wrapped_key: vec![7; 40],
    }
}

fn damage(places: &Places, from: usize, length: usize) {
    let mut bytes = fs::read(places.database()).expect("the file");
    bytes[from..from + length]
        .iter_mut()
        .for_each(|byte| *byte ^= 0x5A);
    fs::write(places.database(), bytes).expect("the damage");
}

#[test]
fn a_database_says_which_it_is_without_its_key() {
    let (_folder, places) = Office::empty().close();
    assert!(Store::exists(&places));
    assert_eq!(
        Store::database_id(&places).expect("an answer"),
        Some(identity().database_id)
    );
    let store = Store::open(&places, &key()).expect("open");
    assert_eq!(store.identity(), identity());
}

#[test]
fn nothing_of_a_document_can_be_read_in_the_files() {
    let office = Office::empty();
    office.put("user", Document::User(user()));
    let (_folder, places) = office.close();
    let bytes = fs::read(places.database()).expect("the file");
    for secret in [&b"Rahmawati"[..], b"SQLite format 3", b"journal"] {
        assert!(!bytes.windows(secret.len()).any(|part| part == secret));
    }
}

#[test]
fn there_is_none() {
    let folder = tempfile::tempdir().expect("a folder");
    let places = Places::new(folder.path());
    assert!(!Store::exists(&places));
    assert_eq!(Store::database_id(&places).expect("an answer"), None);
    assert!(matches!(
        Store::open(&places, &key()),
        Err(OpenError::NotFound)
    ));
}

#[test]
fn another_key() {
    let (_folder, places) = Office::with_employees(1).close();
    let wrong = OpenKey::new([1; 32]);
    assert!(matches!(
        Store::open(&places, &wrong),
        Err(OpenError::WrongKey)
    ));
    // Without the file that says which it is, the first page tells.
    fs::remove_file(places.office().join("database.id")).expect("the label");
    assert!(matches!(
        Store::open(&places, &wrong),
        Err(OpenError::WrongKey)
    ));
    Store::open(&places, &key()).expect("the right key opens it");
    assert_eq!(
        Store::database_id(&places).expect("an answer"),
        Some(identity().database_id)
    );
}

#[test]
fn a_newer_program_wrote_it() {
    let (_folder, places) = Office::with_employees(1).close();
    let behind = behind(&places);
    behind
        .execute(
            "INSERT INTO refinery_schema_history (version, name, applied_on, checksum)
             VALUES (99, 'later', '2031-01-01T00:00:00Z', '1')",
            [],
        )
        .expect("a later step");
    drop(behind);
    let before = fs::read(places.database()).expect("the file");
    let refused = Store::open(&places, &key());
    assert!(
        matches!(
            refused,
            Err(OpenError::NewerProgram {
                found: 99,
                known: 5
            })
        ),
        "{refused:?}"
    );
    assert_eq!(fs::read(places.database()).expect("the file"), before);
}

/// Takes the third version and those behind it back: the tables of the centre go, and records are as
/// they were.
fn before_the_centre() -> String {
    const FIRST: &str = include_str!("../../migrations/V1__documents_journal_records.sql");
    let begin = FIRST.find("CREATE TABLE record (").expect("the table");
    let end = FIRST.find("-- Projections.").expect("what follows");
    let records = &FIRST[begin..end];
    format!(
        "DROP TABLE centre; DROP TABLE batch; DROP TABLE receipt; DROP TABLE outcome;
         DROP TABLE feed_entry; DROP TABLE received; DROP TABLE central_document;
         DROP TABLE waiting; DROP TABLE closing; DROP TABLE unshown; DROP TABLE packet;
         DROP TABLE sent_file; DROP TABLE ruling; DROP TABLE stands_upon;
         DROP TABLE rules_package;
         DROP TRIGGER record_is_never_changed; DROP TRIGGER record_is_never_cut;
         DROP INDEX record_of_document; DROP INDEX record_of_rating;
         ALTER TABLE record RENAME TO newer;
         {records}
         INSERT INTO record SELECT number, stream, seq, kind, schema, doc_id, base_rev, actor,
             hlc, beacon, salt, body_hash, body, chain, journal FROM newer;
         DROP TABLE newer;
         DELETE FROM refinery_schema_history WHERE version >= 3;"
    )
}

#[test]
fn an_older_program_wrote_it() {
    let (_folder, places) = Office::with_employees(3).close();
    let behind = behind(&places);
    behind
        .execute_batch(&before_the_centre())
        .expect("the second version");
    behind
        .execute_batch(
            "DROP TABLE employee_search; DROP TABLE note_search;
             DELETE FROM refinery_schema_history WHERE version = 2;",
        )
        .expect("the first version");
    drop(behind);
    let refused = Store::open(&places, &key());
    assert!(
        matches!(refused, Err(OpenError::OlderSchema { found: 1, known: 5 })),
        "{refused:?}"
    );
    let backup = Store::migrate(&places, &key(), &label())
        .expect("brought up")
        .expect("a backup");
    assert_eq!((backup.schema, backup.reason), (1, BackupReason::Migration));
    assert_eq!(backup.wrapped_key, [7; 40]);
    let store = Store::open(&places, &key()).expect("open");
    let query = SearchQuery {
        text: "siti".to_owned(),
        limit: 5,
    };
    let hits = store.read(|view| view.search(&query)).expect("a search");
    assert!(hits.is_empty());
    let query = SearchQuery {
        text: "ahmad".to_owned(),
        limit: 5,
    };
    let hits = store.read(|view| view.search(&query)).expect("a search");
    assert_eq!(hits[0].employee_id, employee_id(1));
    drop(store);
    assert_eq!(
        Store::migrate(&places, &key(), &label()).expect("nothing to do"),
        None
    );
    // The backup of the old version comes back, and is brought up again.
    store::backup::restore(&backup.path, &places, &key(), label().made_at).expect("a restore");
    assert!(matches!(
        Store::open(&places, &key()),
        Err(OpenError::OlderSchema { found: 1, .. })
    ));
    Store::migrate(&places, &key(), &label()).expect("brought up again");
    assert!(
        Store::open(&places, &key())
            .expect("open")
            .verify()
            .expect("a check")
            .ok
    );
}

#[test]
fn nobody_brings_up_a_database_that_is_open() {
    let office = Office::empty();
    let refused = Store::migrate(&office.places(), &key(), &label());
    assert!(
        matches!(refused, Err(store::BackupError::Busy { holder: Some(_) })),
        "{refused:?}"
    );
}

#[test]
fn its_first_page_is_damaged() {
    let (_folder, places) = Office::with_employees(1).close();
    damage(&places, 64, 32);
    let refused = Store::open(&places, &key());
    assert!(matches!(refused, Err(OpenError::Corrupt)), "{refused:?}");
}

#[test]
fn it_is_empty() {
    let (_folder, places) = Office::with_employees(1).close();
    fs::write(places.database(), "").expect("an empty file");
    let refused = Store::open(&places, &key());
    assert!(matches!(refused, Err(OpenError::Corrupt)), "{refused:?}");
}

#[test]
fn another_page_is_damaged() {
    let (_folder, places) = Office::with_employees(200).close();
    let length =
        usize::try_from(fs::metadata(places.database()).expect("the file").len()).expect("a size");
    // Every page but the first two: opening may succeed, and a check may not.
    for page in (2..length / 4096).step_by(3) {
        damage(&places, page * 4096 + 100, 8);
    }
    match Store::open(&places, &key()) {
        Err(OpenError::Corrupt) => {}
        Err(error) => panic!("{error:?}"),
        Ok(store) => match store.verify() {
            Err(store::StoreError::Corrupt) => {}
            Err(error) => panic!("{error:?}"),
            Ok(found) => assert!(!found.ok),
        },
    }
}

#[test]
fn one_damaged_page_is_found_by_a_check() {
    let (_folder, places) = Office::with_employees(200).close();
    let length =
        usize::try_from(fs::metadata(places.database()).expect("the file").len()).expect("a size");
    damage(&places, length - 4096 + 200, 8);
    let store = Store::open(&places, &key()).expect("the rest is whole");
    match store.verify() {
        Ok(found) => assert!(
            matches!(found.problems[0], store::Problem::Page { .. }),
            "{found:?}"
        ),
        Err(error) => panic!("{error:?}"),
    }
}

#[cfg(unix)]
mod read_only {
    use super::{ACTOR, Office, OpenError, Places, Store, key};
    use std::{
        env, fs,
        os::unix::{fs::PermissionsExt, process::CommandExt},
        path::Path,
        process::Command,
    };

    const FOLDER: &str = "KINERJA_TEST_READ_ONLY";

    fn protect(folder: &Path, mode: u32) {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                protect(&path, mode);
            } else {
                fs::set_permissions(&path, fs::Permissions::from_mode(mode & 0o666))
                    .expect("a mode");
            }
        }
        fs::set_permissions(folder, fs::Permissions::from_mode(mode)).expect("a mode");
    }

    fn refusal(folder: &Path) {
        let refused = Store::open(&Places::new(folder), &key());
        assert!(matches!(refused, Err(OpenError::ReadOnly)), "{refused:?}");
    }

    /// Modes do not bind the superuser, so the question is asked as nobody where tests run as root.
    #[test]
    fn it_cannot_be_written() {
        if let Some(folder) = env::var_os(FOLDER) {
            return refusal(Path::new(&folder));
        }
        let (folder, places) = Office::with_employees(1).close();
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).expect("a mode");
        protect(&places.data, 0o555);
        let is_root = fs::File::create(places.data.join("probe")).is_ok();
        if is_root {
            fs::remove_file(places.data.join("probe")).expect("the probe");
            let program = folder.path().join("as-nobody");
            fs::copy(env::current_exe().expect("this program"), &program).expect("a copy");
            let asked = Command::new(program)
                .args(["--exact", "opening::read_only::it_cannot_be_written"])
                .env(FOLDER, &places.data)
                .uid(65_534)
                .gid(65_534)
                .output()
                .expect("the question as nobody");
            let said = String::from_utf8_lossy(&asked.stdout);
            assert!(
                asked.status.success() && said.contains("1 passed"),
                "{said}"
            );
        } else {
            refusal(&places.data);
        }
        protect(&places.data, 0o755);
        let store = Store::open(&places, &key()).expect("writable again");
        assert!(store.verify().expect("a check").ok);
        assert_eq!(store.read(|view| view.user(ACTOR)).expect("read"), None);
    }
}
