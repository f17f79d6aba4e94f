use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use keyring_core::{CredentialStore, Error, mock};
use tempfile::TempDir;

use super::key_store::{KeyStore, Open, Patience};
use super::{KeyFiles, KeyPlace, KeyStoreFailure, Protection, VaultError};
use crate::{DatabaseId, KeySet};

const DATABASE: DatabaseId = DatabaseId::from_bytes([5; 16]);
const PATIENT: Patience = Patience {
    session: Duration::from_secs(20),
    answer: Duration::from_secs(20),
};
const IMPATIENT: Patience = Patience {
    session: Duration::from_millis(20),
    answer: Duration::from_millis(20),
};

fn keys(seed: u8) -> KeySet {
    let mut next = seed;
    KeySet::generate(&mut |bytes| {
        for byte in bytes {
            *byte = next;
            next = next.wrapping_mul(29).wrapping_add(3);
        }
    })
}

fn place(directory: &Path, open: Open, patience: Patience) -> KeyPlace {
    KeyPlace {
        files: KeyFiles::in_directory(directory.to_path_buf()),
        store: Some(KeyStore::new(open, &[], patience)),
    }
}

/// A store that works, in memory.
fn working() -> Open {
    let store = mock::Store::new().unwrap();
    Arc::new(move || Ok(store.clone()))
}

/// No session bus, or a user who declined.
fn refusing() -> Open {
    Arc::new(|| Err(Error::NoStorageAccess("locked".into())))
}

/// A bus that takes the connection and says nothing: the thread waits for a message that is
/// never sent.
fn silent() -> Open {
    let (sender, receiver) = std::sync::mpsc::channel::<()>();
    let never = std::sync::Mutex::new((sender, receiver));
    Arc::new(move || {
        let held = never.lock().unwrap();
        let _ = held.1.recv();
        Err(Error::NoDefaultStore)
    })
}

fn file_bytes(directory: &Path) -> Vec<u8> {
    std::fs::read(directory.join(format!("{DATABASE}.key"))).unwrap()
}

#[test]
fn a_working_key_store_gets_the_keys_and_the_file_only_a_note() {
    let folder = TempDir::new().unwrap();
    let store = working();
    let here = place(folder.path(), store.clone(), PATIENT);
    assert_eq!(here.protection(DATABASE), Protection::KeyStore);
    assert_eq!(here.load(DATABASE).unwrap(), None);
    assert_eq!(here.save(DATABASE, &keys(1)).unwrap(), Protection::KeyStore);
    assert_eq!(file_bytes(folder.path()), b"kinerja-keys-in-key-store1\n");

    let later = place(folder.path(), store, PATIENT);
    assert_eq!(later.load(DATABASE).unwrap(), Some(keys(1)));
    assert_eq!(later.protection(DATABASE), Protection::KeyStore);
    later.save(DATABASE, &keys(2)).unwrap();
    assert_eq!(here.load(DATABASE).unwrap(), Some(keys(2)));
}

#[test]
fn keys_in_the_key_store_are_found_when_the_configuration_directory_was_lost() {
    let (first, second) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let store = working();
    place(first.path(), store.clone(), PATIENT)
        .save(DATABASE, &keys(1))
        .unwrap();
    let moved = place(second.path(), store, PATIENT);
    assert_eq!(moved.load(DATABASE).unwrap(), Some(keys(1)));
}

#[test]
fn without_an_answer_new_keys_go_into_a_file() {
    for open in [refusing(), silent()] {
        let folder = TempDir::new().unwrap();
        let here = place(folder.path(), open, IMPATIENT);
        assert_eq!(here.load(DATABASE).unwrap(), None);
        assert_eq!(here.protection(DATABASE), Protection::File);
        assert_eq!(here.save(DATABASE, &keys(1)).unwrap(), Protection::File);
        assert_eq!(here.load(DATABASE).unwrap(), Some(keys(1)));
    }
}

#[test]
fn keys_in_a_silent_key_store_are_unavailable_and_not_absent() {
    let folder = TempDir::new().unwrap();
    let store = working();
    place(folder.path(), store.clone(), PATIENT)
        .save(DATABASE, &keys(1))
        .unwrap();

    let mute = place(folder.path(), silent(), IMPATIENT);
    assert!(matches!(
        mute.load(DATABASE),
        Err(VaultError::KeyStoreUnavailable {
            source: KeyStoreFailure::Silent
        })
    ));
    assert!(matches!(
        mute.remove(DATABASE),
        Err(VaultError::KeyStoreUnavailable { .. })
    ));
    let locked = place(folder.path(), refusing(), PATIENT);
    assert!(matches!(
        locked.load(DATABASE),
        Err(VaultError::KeyStoreUnavailable {
            source: KeyStoreFailure::Refused(_)
        })
    ));
    let back = place(folder.path(), store, PATIENT);
    assert_eq!(back.load(DATABASE).unwrap(), Some(keys(1)));
}

#[test]
fn a_key_store_that_lost_the_keys_is_named() {
    let folder = TempDir::new().unwrap();
    place(folder.path(), working(), PATIENT)
        .save(DATABASE, &keys(1))
        .unwrap();
    let emptied = place(folder.path(), working(), PATIENT);
    assert!(matches!(
        emptied.load(DATABASE),
        Err(VaultError::KeyStoreForgot)
    ));
}

#[test]
fn saving_while_the_key_store_is_locked_moves_the_home_to_the_file() {
    let folder = TempDir::new().unwrap();
    let store = working();
    place(folder.path(), store.clone(), PATIENT)
        .save(DATABASE, &keys(1))
        .unwrap();
    place(folder.path(), refusing(), PATIENT)
        .save(DATABASE, &keys(2))
        .unwrap();

    let back = place(folder.path(), store.clone(), PATIENT);
    assert_eq!(back.load(DATABASE).unwrap(), Some(keys(2)));
    assert_eq!(back.protection(DATABASE), Protection::File);

    back.remove(DATABASE).unwrap();
    let bare = place(TempDir::new().unwrap().path(), store, PATIENT);
    assert_eq!(
        bare.load(DATABASE).unwrap(),
        None,
        "the older copy in the key store went too"
    );
}

#[test]
fn a_key_directory_of_its_own_refuses_a_note_and_asks_no_store() {
    let folder = TempDir::new().unwrap();
    place(folder.path(), working(), PATIENT)
        .save(DATABASE, &keys(1))
        .unwrap();
    let own = KeyPlace::choose(Some(folder.path().to_path_buf()), folder.path());
    assert!(matches!(
        own.load(DATABASE),
        Err(VaultError::KeyStoreForbidden)
    ));
}

#[test]
fn another_databases_entry_is_refused() {
    let folder = TempDir::new().unwrap();
    let store = mock::Store::new().unwrap();
    let other = DatabaseId::from_bytes([6; 16]);
    let foreign: Arc<CredentialStore> = store.clone();
    foreign
        .build("kinerja-luring", &DATABASE.to_string(), None)
        .unwrap()
        .set_secret(keys(1).encode(other).as_slice())
        .unwrap();
    let here = place(folder.path(), Arc::new(move || Ok(store.clone())), PATIENT);
    assert!(matches!(
        here.load(DATABASE),
        Err(VaultError::OtherDatabase)
    ));
}
