//! Files beside the database.

use crate::office::{Office, evidence, key};
use domain::{Document, Evidence, evidence::EvidenceType};
use std::{fs, io, path::PathBuf};
use store::{EvidenceError, Problem, Store};

fn pdf(mark: &str, size: usize) -> Vec<u8> {
    let mut content = format!("%PDF-1.7\n{mark}\n").into_bytes();
    content.resize(size.max(content.len()), b' ');
    content
}

fn files(office: &Office) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for group in fs::read_dir(office.places().evidence()).expect("the folder") {
        for file in fs::read_dir(group.expect("a group").path()).expect("a group") {
            files.push(file.expect("a file").path());
        }
    }
    files
}

fn with_file(size: usize) -> (Office, Evidence, Vec<u8>) {
    let office = Office::with_employees(1);
    let content = pdf("Surat tugas nomor 12", size);
    let added = office
        .store
        .evidence_files()
        .add(&mut content.as_slice())
        .expect("a file");
    let document = evidence(1, 1, &added);
    office.put("evidence", Document::Evidence(document.clone()));
    (office, document, content)
}

#[test]
fn a_file_comes_back_as_it_was() {
    let (office, document, content) = with_file(200_000);
    let evidence_files = office.store.evidence_files();
    let copy = evidence_files.open_copy(&document).expect("a copy");
    assert_eq!(fs::read(copy.path()).expect("the copy"), content);
    assert_eq!(
        copy.path().file_name().and_then(|name| name.to_str()),
        Some("Surat Tugas.pdf")
    );
    assert!(
        fs::metadata(copy.path())
            .expect("the copy")
            .permissions()
            .readonly()
    );
    let path = copy.path().to_owned();
    drop(copy);
    assert!(!path.exists());
    let found = office
        .store
        .read(|view| view.evidence_by_hash(&document.content_hash));
    assert_eq!(found.expect("read"), Some(document));
}

#[test]
fn the_same_content_is_kept_once_and_not_in_the_clear() {
    let (office, document, content) = with_file(300);
    let again = office
        .store
        .evidence_files()
        .add(&mut content.as_slice())
        .expect("a file");
    assert_eq!(
        (again.content_hash, again.size),
        (document.content_hash, 300)
    );
    assert_eq!(again.file_type, EvidenceType::Pdf);
    let files = files(&office);
    assert_eq!(files.len(), 1);
    let stored = fs::read(&files[0]).expect("the file");
    assert!(!stored.windows(5).any(|part| part == b"Surat"));
    let name = files[0]
        .file_name()
        .and_then(|name| name.to_str())
        .expect("a name")
        .to_owned();
    let plain = document
        .content_hash
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect::<String>();
    assert!(
        !plain.contains(&name),
        "the name does not betray the content"
    );
}

#[test]
fn what_is_not_taken_is_refused_with_the_reason() {
    let office = Office::empty();
    let files = office.store.evidence_files();
    let add = |content: &[u8]| files.add(&mut &*content);
    assert!(matches!(add(b""), Err(EvidenceError::Empty)));
    assert!(matches!(
        add(b"Hanya teks."),
        Err(EvidenceError::UnknownType)
    ));
    let largest = usize::try_from(Evidence::MAX_BYTES).expect("a size");
    assert_eq!(
        add(&pdf("", largest)).expect("as large as it may be").size,
        Evidence::MAX_BYTES
    );
    assert!(matches!(
        add(&pdf("", largest + 1)),
        Err(EvidenceError::TooLarge)
    ));
    struct Broken;
    impl io::Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("pulled out"))
        }
    }
    assert!(matches!(
        files.add(&mut Broken),
        Err(EvidenceError::Read(_))
    ));
}

#[test]
fn a_check_finds_what_is_damaged_or_missing() {
    let (office, document, content) = with_file(150_000);
    assert!(office.store.verify().expect("a check").ok);
    let path = files(&office).remove(0);
    let whole = fs::read(&path).expect("the file");
    let (id, name) = (document.id.0, document.name.clone());
    for (damaged, what) in [
        (whole[..whole.len() - 1].to_vec(), "cut"),
        (
            [&whole[..100_000], &[whole[100_000] ^ 1], &whole[100_001..]].concat(),
            "changed",
        ),
        (content.clone(), "in the clear"),
    ] {
        fs::write(&path, damaged).expect("the damage");
        let found = office.store.verify().expect("a check").problems;
        assert_eq!(
            found,
            [Problem::EvidenceDamaged {
                id,
                name: name.clone()
            }],
            "{what}"
        );
        let copy = office.store.evidence_files().open_copy(&document);
        assert!(matches!(copy, Err(EvidenceError::Damaged)), "{what}");
    }
    fs::remove_file(&path).expect("the file");
    assert!(!office.store.evidence_files().exists(&document.content_hash));
    let found = office.store.verify().expect("a check").problems;
    assert_eq!(found, [Problem::EvidenceMissing { id, name }]);
    // Adding it again heals it.
    office
        .store
        .evidence_files()
        .add(&mut content.as_slice())
        .expect("a file");
    assert!(office.store.verify().expect("a check").ok);
}

#[test]
fn copies_that_a_crash_left_are_removed_at_the_next_start() {
    let (office, document, _) = with_file(300);
    let stale = office.places().temporary().join("999999-0");
    fs::create_dir_all(&stale).expect("a folder");
    fs::write(stale.join("Surat.pdf"), "isi").expect("a copy");
    let copy = office
        .store
        .evidence_files()
        .open_copy(&document)
        .expect("a copy");
    let other = Store::open(&office.places(), &key()).expect("open beside the other");
    assert!(!stale.exists());
    assert!(copy.path().exists(), "what somebody has open stays");
    drop(other);
}

#[test]
fn a_file_that_was_half_written_is_no_file() {
    let (office, document, _) = with_file(300);
    let path = files(&office).remove(0);
    fs::write(path.with_file_name(".partial-abc"), "half").expect("a partial file");
    assert!(office.store.verify().expect("a check").ok);
    assert!(office.store.evidence_files().exists(&document.content_hash));
}
