//! What a week of evaluations costs on the wire: the corpus as records, counted.
//!
//! `cargo test -p sync --test corpus -- --nocapture` prints the figures.
#![expect(clippy::expect_used, reason = "a measurement stops where it stands")]

mod again;
mod document;
mod office;
mod signature;

use again::Office;
use document::Document;
use office::Desk;
use record::{Head, Record, encode_record};
use signature::Ed25519;
use std::fmt::Write as _;
use sync::batch::{Batch, Built, Contents, Place, Tools, Zstd, build};
use sync::message::{OfficeId, PublicKey};

/// `zstd -19` of the whole file, per evaluation.
const PEERS: [(&str, usize, f64); 2] = [
    ("evaluations-60.jsonl", 60, 624.0),
    ("evaluations-1000.jsonl", 1000, 406.0),
];
/// How much of the peer's bytes a batch may take.
const GOAL: f64 = 0.60;
/// A receipt of a batch whose records were all applied; see `wire`.
const RECEIPT: usize = 0;

fn corpus(name: &str) -> Vec<Document> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../benches/corpus")
        .join(name);
    let text = std::fs::read_to_string(path).expect("the corpus");
    text.lines()
        .map(|line| serde_json::from_str(line).expect("an evaluation"))
        .collect()
}

/// Every batch of these records, and what came out at the other end.
fn send(
    desk: &Desk,
    before: Head,
    mut records: &[Record],
    most: usize,
) -> (Vec<usize>, Vec<Record>) {
    let key = Ed25519::new();
    let tools = Tools {
        compressor: &Zstd,
        signer: &key,
    };
    let mut contents = Contents {
        office: OfficeId([7; 16]),
        recipient: None,
        before,
        records,
        earlier: desk,
        journal: (1, record::journal::journal_zero(&[1; 16])),
    };
    let (mut lengths, mut arrived) = (Vec::new(), Vec::new());
    while !records.is_empty() {
        contents.records = &records[..records.len().min(most)];
        let Built { batch, head } = build(&contents, &tools).expect("a batch");
        records = &records[batch.envelope().count as usize..];
        contents.before = head;
        lengths.push(batch.bytes().len());
        arrived.extend(open(desk, batch.into_bytes(), &key.public()));
    }
    (lengths, arrived)
}

fn open(desk: &Desk, bytes: Vec<u8>, key: &PublicKey) -> Vec<Record> {
    let batch = Batch::parse(bytes).expect("whole");
    let unpacked = batch
        .verify(key, &Ed25519::new())
        .expect("signed")
        .unpack(&Zstd)
        .expect("packed");
    let places: Vec<Place> = unpacked
        .references()
        .iter()
        .map(|seq| desk.place(*seq))
        .collect();
    let opened = unpacked.records(&places).expect("readable");
    let records = opened.into_records().into_iter();
    records.map(|(record, _)| record).collect()
}

#[expect(clippy::cast_precision_loss, reason = "far below 2^52 bytes")]
fn per(bytes: usize, count: usize) -> f64 {
    bytes as f64 / count as f64
}

#[test]
fn bytes_per_evaluation() {
    let mut table = String::new();
    for (name, count, peer) in PEERS {
        let documents = corpus(name);
        assert_eq!(documents.len(), count);
        let desk = Desk::of(&documents);
        let (master, evaluations) = desk.records.split_at(desk.master);
        let (master_bytes, master_again) = send(&desk, desk.start, master, usize::MAX);
        let (bytes, again) = send(&desk, desk.after_master, evaluations, usize::MAX);
        let (of_60, _) = send(&desk, desk.after_master, evaluations, 60);

        let arrived = Office::of(master_again.iter().chain(&again));
        for (document, record) in documents.iter().zip(&again) {
            assert_eq!(&arrived.document(record), document);
        }
        for (sealed, again) in desk.records.iter().zip(master_again.iter().chain(&again)) {
            assert_eq!(encode_record(again), encode_record(sealed));
        }

        let total = bytes.iter().sum::<usize>() + bytes.len() * RECEIPT;
        let figure = per(total, count);
        let ratio = figure / peer;
        let in_60 = per(of_60.iter().sum::<usize>() + of_60.len() * RECEIPT, count);
        let batches = bytes.len();
        let rows = desk.master;
        let master = per(master_bytes.iter().sum(), count);
        write!(
            table,
            "{name}: {figure:.1} B per evaluation in {batches} batches with their receipts = \
             {ratio:.3} × zstd -19 of the JSON lines ({peer} B)\n  in batches of 60: {in_60:.1} B; \
             beside: {rows} master rows, {master:.1} B per evaluation\n"
        )
        .expect("text");
        assert!(ratio <= GOAL, "{table}");
    }
    println!("{table}");
}
