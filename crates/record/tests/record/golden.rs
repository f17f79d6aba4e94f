//! The bytes of everything that was ever released, one file each under `tests/golden/v1`.
//! A file that was released is never changed: old bytes are read for ever.

use crate::samples::{bookkeeping, documents, draft, id};
use crate::writer::Writer;
use domain::{Document, Kind, Timestamp, UserId};
use record::journal::{
    Change, Entry, JournalChain, decode_entry, encode_entry, journal_zero, next_journal_chain,
};
use record::{
    Checkpoint, Encoded, Hlc, Record, decode, decode_bookkeeping, decode_record, encode,
    encode_bookkeeping, encode_record,
};
use std::collections::BTreeSet;
use std::path::PathBuf;

fn directory() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden/v1")
}

fn golden(name: &str) -> Vec<u8> {
    let path = directory().join(format!("{name}.hex"));
    let text = std::fs::read_to_string(&path).expect("a golden file");
    let digits: String = text.split_whitespace().collect();
    (0..digits.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&digits[at..at + 2], 16).expect("hexadecimal"))
        .collect()
}

fn hexadecimal(bytes: &[u8]) -> String {
    let lines = bytes
        .chunks(32)
        .map(|line| line.iter().map(|byte| format!("{byte:02x}")).collect());
    lines.collect::<Vec<String>>().join("\n") + "\n"
}

/// Two records of one document, the second upon the first.
fn written() -> Writer {
    let mut writer = Writer::new(5);
    let document = Document::Evaluation(Box::new(draft()));
    let first = writer.seal(&document, None);
    writer.beacon = Some(Timestamp(1_790_000_000_123_456));
    writer.seal(&document, Some(first));
    writer
}

fn records() -> Vec<(&'static str, Record)> {
    let writer = written();
    let [first, second] = [0, 1].map(|at| writer.links[at].record.clone());
    vec![
        ("record-first", first),
        ("record-redacted", second.clone().redacted()),
        ("record-second", second),
    ]
}

fn entry() -> Entry {
    let (_, document) = documents().swap_remove(0);
    let body = encode(&document);
    Entry {
        seq: 3,
        op: "rate".into(),
        actor: UserId(id(90)),
        at: Timestamp(-1),
        hlc: Hlc(77),
        changes: vec![
            Change {
                kind: Kind::Unit,
                doc_id: id(1),
                before: None,
                after: Some(body.clone()),
            },
            Change {
                kind: Kind::Unit,
                doc_id: id(1),
                before: Some(body),
                after: None,
            },
        ],
        undo_of: Some(2),
    }
}

/// Values that are computed and that every program must compute alike.
fn computed() -> Vec<(&'static str, Vec<u8>)> {
    let writer = written();
    let journal_chain = next_journal_chain(&journal_zero(&[1; 16]), &entry());
    let checkpoint = Checkpoint {
        stream: writer.head.stream,
        through_seq: writer.head.seq,
        chain: writer.head.chain,
        journal_seq: 3,
        journal_chain: JournalChain([4; 32]),
    };
    let state = documents()
        .into_iter()
        .map(|(_, it)| (it.kind(), it.id(), encode(&it).bytes));
    let state: Vec<_> = state.collect();
    vec![
        ("chain-zero", writer.start.chain.0.to_vec()),
        ("chain-second", writer.head.chain.0.to_vec()),
        ("journal-entry", encode_entry(&entry())),
        ("journal-chain", journal_chain.0.to_vec()),
        ("checkpoint", checkpoint.signing_bytes()),
        (
            "state-hash",
            record::state_hash(state.iter().cloned()).to_vec(),
        ),
        ("sealed-hash", record::sealed_hash(state).to_vec()),
    ]
}

fn all() -> Vec<(&'static str, Vec<u8>)> {
    let mut all = Vec::new();
    all.extend(
        documents()
            .iter()
            .map(|(name, document)| (*name, encode(document).bytes)),
    );
    all.extend(
        bookkeeping()
            .iter()
            .map(|(name, body)| (*name, encode_bookkeeping(body).bytes)),
    );
    all.extend(
        records()
            .iter()
            .map(|(name, record)| (*name, encode_record(record))),
    );
    all.extend(computed());
    all
}

#[test]
fn everything_is_written_as_it_was_released() {
    for (name, bytes) in all() {
        assert_eq!(hexadecimal(&bytes), hexadecimal(&golden(name)), "{name}");
    }
}

#[test]
fn released_documents_are_read() {
    for (name, document) in documents() {
        let found = decode(document.kind(), 1, &golden(name)).expect(name);
        assert_eq!(found, document, "{name}");
    }
}

#[test]
fn released_bookkeeping_is_read() {
    for (name, body) in bookkeeping() {
        let found = decode_bookkeeping(body.kind(), 1, &golden(name)).expect(name);
        assert_eq!(found, body, "{name}");
    }
}

#[test]
fn released_records_and_entries_are_read() {
    for (name, record) in records() {
        assert_eq!(decode_record(&golden(name)).expect(name), record, "{name}");
    }
    assert_eq!(
        decode_entry(&golden("journal-entry")).expect("an entry"),
        entry()
    );
}

#[test]
fn every_file_is_checked_and_every_kind_has_one() {
    let files: BTreeSet<String> = std::fs::read_dir(directory())
        .expect("the golden files")
        .map(|file| {
            file.expect("a file")
                .file_name()
                .into_string()
                .expect("a plain name")
        })
        .collect();
    let names = all()
        .into_iter()
        .map(|(name, _)| format!("{name}.hex"))
        .collect();
    assert_eq!(files, names);

    let kinds: BTreeSet<Kind> = documents()
        .iter()
        .map(|(_, document)| document.kind())
        .chain(bookkeeping().iter().map(|(_, body)| body.kind()))
        .collect();
    let known: BTreeSet<Kind> = (0..=u8::MAX).filter_map(Kind::from_number).collect();
    assert_eq!(kinds, known);
}

#[test]
fn bodies_of_version_one_say_so() {
    for (name, document) in documents() {
        let Encoded { schema, .. } = encode(&document);
        assert_eq!(schema, 1, "{name}");
    }
}

#[test]
#[ignore = "writes the files of new samples; one that exists is never touched"]
fn write_missing_files() {
    for (name, bytes) in all() {
        let path = directory().join(format!("{name}.hex"));
        if !path.exists() {
            std::fs::write(path, hexadecimal(&bytes)).expect("a new golden file");
        }
    }
}
