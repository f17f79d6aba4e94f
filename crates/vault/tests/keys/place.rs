use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use vault::{DatabaseId, KeyPlace, Protection, VaultError};

use crate::{DATABASE, keys};

fn own_directory(folder: &TempDir) -> (KeyPlace, PathBuf) {
    let directory = folder.path().join("baru/kunci");
    let place = KeyPlace::choose(Some(directory.clone()), Path::new("/nonexistent"));
    (place, directory)
}

fn only_file(directory: &Path) -> PathBuf {
    let mut files: Vec<_> = fs::read_dir(directory)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    assert_eq!(files.len(), 1, "one file and no temporary one: {files:?}");
    files.remove(0)
}

#[test]
fn keys_are_saved_loaded_replaced_and_removed() {
    let folder = TempDir::new().unwrap();
    let (place, directory) = own_directory(&folder);
    assert_eq!(place.load(DATABASE).unwrap(), None);
    assert!(!directory.exists(), "looking makes nothing");
    assert_eq!(place.protection(DATABASE), Protection::File);

    assert_eq!(place.save(DATABASE, &keys(1)).unwrap(), Protection::File);
    assert_eq!(place.load(DATABASE).unwrap(), Some(keys(1)));
    assert_eq!(place.load(DatabaseId::from_bytes([0; 16])).unwrap(), None);

    place.save(DATABASE, &keys(2)).unwrap();
    let (again, _) = own_directory(&folder);
    assert_eq!(again.load(DATABASE).unwrap(), Some(keys(2)));
    assert_eq!(
        only_file(&directory).file_name().unwrap(),
        "d1d1d1d1-d1d1-d1d1-d1d1-d1d1d1d1d1d1.key"
    );

    place.remove(DATABASE).unwrap();
    place.remove(DATABASE).unwrap();
    assert_eq!(place.load(DATABASE).unwrap(), None);
}

#[cfg(unix)]
#[test]
fn only_the_owner_may_read() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;

    let folder = TempDir::new().unwrap();
    let (place, directory) = own_directory(&folder);
    place.save(DATABASE, &keys(1)).unwrap();
    let file = only_file(&directory);
    assert_eq!(mode(&directory), 0o700);
    assert_eq!(mode(&file), 0o600);

    fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
    place.save(DATABASE, &keys(2)).unwrap();
    assert_eq!(mode(&file), 0o600, "a replaced file does not inherit");

    fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
    assert_eq!(place.load(DATABASE).unwrap(), Some(keys(2)));
    assert_eq!(mode(&file), 0o600, "a file that was opened up is closed");
}

#[test]
fn each_changed_byte_and_each_cut_of_a_key_file_is_refused() {
    let folder = TempDir::new().unwrap();
    let (place, directory) = own_directory(&folder);
    place.save(DATABASE, &keys(1)).unwrap();
    let file = only_file(&directory);
    let whole = fs::read(&file).unwrap();

    for at in 0..whole.len() {
        let mut changed = whole.clone();
        changed[at] ^= 0x40;
        fs::write(&file, &changed).unwrap();
        assert!(
            matches!(place.load(DATABASE), Err(VaultError::Damaged)),
            "byte {at}"
        );
        fs::write(&file, &whole[..at]).unwrap();
        assert!(
            matches!(place.load(DATABASE), Err(VaultError::Damaged)),
            "cut at {at}"
        );
    }
    let longer = [whole.as_slice(), b"\n"].concat();
    fs::write(&file, longer).unwrap();
    assert!(matches!(place.load(DATABASE), Err(VaultError::Damaged)));

    place.save(DATABASE, &keys(3)).unwrap();
    assert_eq!(place.load(DATABASE).unwrap(), Some(keys(3)));
}

#[test]
fn a_newer_or_foreign_key_file_is_named() {
    let folder = TempDir::new().unwrap();
    let (place, directory) = own_directory(&folder);
    place.save(DATABASE, &keys(1)).unwrap();
    let file = only_file(&directory);
    let whole = fs::read(&file).unwrap();

    let other = DatabaseId::from_bytes([0; 16]);
    fs::write(directory.join(format!("{other}.key")), &whole).unwrap();
    assert!(matches!(place.load(other), Err(VaultError::OtherDatabase)));

    let mut newer = whole;
    newer[14] = b'2';
    fs::write(&file, newer).unwrap();
    assert!(matches!(place.load(DATABASE), Err(VaultError::NewerFormat)));
}

#[test]
fn a_place_that_cannot_be_written_is_named() {
    let folder = TempDir::new().unwrap();
    let blocked = folder.path().join("file");
    fs::write(&blocked, "in the way").unwrap();
    let place = KeyPlace::choose(Some(blocked.join("keys")), folder.path());
    let error = place.save(DATABASE, &keys(1)).unwrap_err();
    assert!(
        matches!(&error, VaultError::Write { path, .. } | VaultError::Read { path, .. }
            if path.starts_with(&blocked)),
        "{error:?}"
    );
}

/// The session bus of a PC without a desktop, in two sorts: none at all, and one that takes the
/// connection and never says a word. The bus is found through the environment, which only a
/// process of its own may be given, so the test starts itself.
#[cfg(target_os = "linux")]
mod bus {
    use std::os::unix::net::UnixListener;
    use std::process::Command;
    use std::time::{Duration, Instant};

    use rstest::rstest;
    use tempfile::TempDir;
    use vault::{KeyPlace, Protection};

    use crate::{DATABASE, keys};

    const CHILD: &str = "KINERJA_TEST_CONFIGURATION_DIRECTORY";

    #[rstest]
    #[case::none(false)]
    #[case::silent(true)]
    fn without_an_answering_bus_the_keys_go_into_a_file_and_nothing_hangs(#[case] listening: bool) {
        let folder = TempDir::new().unwrap();
        let socket = folder.path().join("bus");
        let listener = listening.then(|| UnixListener::bind(&socket).unwrap());

        let started = Instant::now();
        let child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "place::bus::in_the_child", "--nocapture"])
            .env(CHILD, folder.path())
            .env(
                "DBUS_SESSION_BUS_ADDRESS",
                format!("unix:path={}", socket.display()),
            )
            .output()
            .unwrap();
        let output = String::from_utf8_lossy(&child.stdout);
        assert!(child.status.success(), "{output}");
        assert!(output.contains("1 passed"), "{output}");
        assert!(
            started.elapsed() < Duration::from_secs(60),
            "{:?}",
            started.elapsed()
        );
        drop(listener);

        let place = KeyPlace::choose(Some(folder.path().join("keys")), folder.path());
        assert_eq!(place.load(DATABASE).unwrap(), Some(keys(1)));
    }

    #[test]
    fn in_the_child() {
        let Some(directory) = std::env::var_os(CHILD) else {
            return;
        };
        let place = KeyPlace::choose(None, directory.as_ref());
        assert_eq!(place.load(DATABASE).unwrap(), None);
        assert_eq!(place.save(DATABASE, &keys(1)).unwrap(), Protection::File);
        assert_eq!(place.load(DATABASE).unwrap(), Some(keys(1)));
        assert_eq!(place.protection(DATABASE), Protection::File);
    }
}
