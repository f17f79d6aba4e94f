//! The bytes that were released. A file is never changed: old batches are opened for ever.

use crate::samples::{bookkeeping, documents};
use crate::sealing::Device;
use record::{encode, encode_bookkeeping};
use std::path::PathBuf;
use sync::batch::{Compressor, NoCompressor, Zstd};

/// Every kind, twice, with an erased body: what a batch can have.
fn device() -> Device {
    let mut device = Device::new();
    for _ in 0..2 {
        for (_, document) in documents() {
            device.seal(document.kind().number(), document.id(), encode(&document));
        }
    }
    for (_, note) in bookkeeping() {
        device.seal(
            note.kind().number(),
            note.doc_id(),
            encode_bookkeeping(&note),
        );
    }
    device.erase(5);
    device
}

/// Name, first record, compressor.
const FILES: [(&str, usize, &dyn Compressor); 3] = [
    ("batch-1-stored", 0, &NoCompressor),
    ("batch-1-zstd", 0, &Zstd),
    ("batch-1-later", 25, &Zstd),
];

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/{name}.bin"))
}

#[test]
fn old_batches_are_opened_for_ever() {
    let device = device();
    for (name, from, _) in FILES {
        let bytes = std::fs::read(path(name)).expect("a golden file");
        let opened = device.open(&bytes).expect("an old batch");
        let records: Vec<_> = opened.into_records();
        assert_eq!(records.len(), device.records.len() - from, "{name}");
        for ((record, head), at) in records.iter().zip(from..) {
            assert_eq!(
                (record, head),
                (&device.records[at], &device.heads[at]),
                "{name}"
            );
        }
    }
}

/// What is not packed is the same bytes for ever; zstd may find shorter ones one day.
#[test]
fn what_is_written_today_is_what_was_written_then() {
    let (name, from, compressor) = FILES[0];
    let built = device().build(from, compressor).expect("a batch");
    assert_eq!(
        std::fs::read(path(name)).expect("a golden file"),
        built.batch.bytes()
    );
}

#[test]
#[ignore = "writes new golden files; never over a released one"]
fn write_golden_files() {
    for (name, from, compressor) in FILES {
        let path = path(name);
        if path.exists() {
            continue;
        }
        let built = device().build(from, compressor).expect("a batch");
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, built.batch.bytes()).expect("a file");
    }
}
