//! What only shows from inside: a disk without space, a writer without patience.

use super::Store;
use crate::{ActInfo, Holder, Identity, OpenKey, Places, Problem, StoreError, Undoable};
use domain::{Document, Timestamp, User, UserId};
use std::time::Duration;
use tempfile::TempDir;
use uuid::Uuid;

fn store() -> (TempDir, Store) {
    let folder = tempfile::tempdir().expect("a folder");
    let identity = Identity {
        database_id: [1; 16],
        device_id: [2; 16],
        incarnation: [3; 16],
        device_public: [4; 32],
    };
    let key = OpenKey::new([5; 32]);
    let store = Store::create(&Places::new(folder.path()), &key, &identity).expect("a store");
    (folder, store)
}

fn info() -> ActInfo {
    ActInfo {
        op: "user",
        actor: UserId(Uuid::from_u128(1)),
        at: Timestamp(1_790_000_000_000_000),
        salt_seed: [6; 32],
        undoable: Undoable::Yes,
        sentence: None,
    }
}

fn put(store: &Store, number: u128) -> Result<u64, StoreError> {
    // Letters that no compression makes small.
    let name = blake3::hash(&number.to_le_bytes()).to_hex().repeat(100);
    let user = User {
        id: UserId(Uuid::from_u128(number)),
        name,
        nip: None,
    };
    store
        .transact(info(), |act| act.put(Document::User(user)))
        .map(|it| it.journal_seq)
}

#[test]
fn a_full_disk_refuses_and_loses_nothing() {
    let (_folder, store) = store();
    let pages: i64 = {
        let writer = store.writer();
        let pages: i64 = writer
            .query_row("PRAGMA page_count", [], |row| row.get(0))
            .expect("a number");
        // A limit of pages is what a disk without space looks like to SQLite.
        writer
            .query_row(
                &format!("PRAGMA max_page_count = {}", pages + 60),
                [],
                |row| row.get(0),
            )
            .expect("a limit")
    };
    let mut written = 0;
    let refused = loop {
        match put(&store, written + 1) {
            Ok(_) => written += 1,
            Err(error) => break error,
        }
    };
    assert!(matches!(refused, StoreError::DiskFull), "{refused:?}");
    assert!(written > 0);
    let found = store.verify().expect("a check");
    assert_eq!(
        (found.journal, found.problems),
        (u64::try_from(written).expect("small"), vec![])
    );
    // Space again: the same act succeeds.
    let roomy = format!("PRAGMA max_page_count = {}", pages + 10_000);
    store
        .writer()
        .query_row(&roomy, [], |row| row.get::<_, i64>(0))
        .expect("a limit");
    assert_eq!(put(&store, written + 1).expect("an act"), found.journal + 1);
}

#[test]
fn a_writer_that_waits_too_long_says_who_writes() {
    let (_folder, store) = store();
    let other = Store::open(store.places(), store.key()).expect("open beside the other");
    store
        .writer()
        .busy_timeout(Duration::from_millis(1))
        .expect("no patience");
    let mut writing = other.writer();
    let held = other.begin(&mut writing).expect("the other writes");
    let refused = put(&store, 1);
    let Err(StoreError::Busy {
        holder: Some(Holder { pid, .. }),
    }) = refused
    else {
        panic!("{refused:?}")
    };
    assert_eq!(pid, std::process::id());
    // Reading goes on meanwhile.
    let seen = store.read(|view| Ok::<_, StoreError>(view.users()?.len()));
    assert_eq!(seen.expect("read"), 0);
    drop(held);
    put(&store, 1).expect("now it is free");
}

#[test]
fn a_page_that_cannot_be_read_is_a_problem_and_no_failure() {
    let (_folder, store) = store();
    // So many that the middle of the file is theirs, and nothing that opening it reads.
    for number in 1..200 {
        put(&store, number).expect("an act");
    }
    let path = store.places().database();
    let places = store.places().clone();
    let key = store.key().clone();
    drop(store);
    let mut bytes = std::fs::read(&path).expect("the file");
    let middle = bytes.len() / 4096 / 2 * 4096 + 64;
    bytes[middle] ^= 1;
    std::fs::write(&path, bytes).expect("the damage");
    let store = Store::open(&places, &key).expect("the rest is whole");
    let found = store.verify().expect("a check");
    assert!(matches!(found.problems[0], Problem::Page { .. }));
    assert!(!found.ok);
}
