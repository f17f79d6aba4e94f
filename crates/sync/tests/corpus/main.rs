//! What a week of evaluations costs on the wire: the corpus as records, counted.
//!
//! `cargo test -p sync --test corpus -- --nocapture` prints the figures.
#![expect(clippy::expect_used, reason = "a measurement stops where it stands")]

mod again;
mod office;
mod signature;

use again::Office;
use corpus::{QUARTER, WEEK};
use domain::Timestamp;
use office::Desk;
use record::{Head, Record, encode_record};
use signature::Ed25519;
use std::fmt::Write as _;
use std::time::{Duration, Instant};
use sync::batch::{Batch, Built, Contents, Place, Tools, Zstd, build};
use sync::message::{Epoch, OutcomeCode, OutcomeRun, PublicKey, Receipt, Signature};
use sync::wire::Message;

/// `zstd -19` of the whole file, per evaluation.
const PEERS: [(&str, usize, f64); 2] = [(WEEK, 60, 624.0), (QUARTER, 1000, 406.0)];
/// How much of the peer's bytes a batch may take.
const GOAL: f64 = 0.60;

/// The bytes of a receipt for a batch whose records were all applied.
fn receipt(head: Head, count: u32) -> usize {
    let receipt = Receipt {
        stream: head.stream,
        through: head.into(),
        epoch: Epoch(1),
        server_time: Timestamp(1_790_100_000_000_000),
        outcomes: vec![OutcomeRun {
            first_seq: head.seq + 1 - u64::from(count),
            last_seq: head.seq,
            code: OutcomeCode::Applied,
        }],
        forked_at: None,
        signature: Signature([1; 64]),
    };
    receipt.to_bytes().len()
}

/// The bytes of every batch of these records and its receipt, and what came out at the other end.
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
        before,
        ..desk.contents(records)
    };
    let (mut lengths, mut arrived) = (Vec::new(), Vec::new());
    while !records.is_empty() {
        contents.records = &records[..records.len().min(most)];
        let Built { batch, head } = build(&contents, &tools).expect("a batch");
        records = &records[batch.envelope().count as usize..];
        contents.before = head;
        lengths.push(batch.bytes().len() + receipt(head, batch.envelope().count));
        arrived.extend(open(desk, batch.into_bytes(), &key.public()));
    }
    (lengths, arrived)
}

/// How long it takes to open a batch of everything: the quickest of some times.
fn reading(desk: &Desk) -> Duration {
    let key = Ed25519::new();
    let tools = Tools {
        compressor: &Zstd,
        signer: &key,
    };
    let contents = desk.contents(&desk.records[desk.master..]);
    let built = build(&contents, &tools).expect("a batch");
    let times = (0..20).map(|_| {
        let bytes = built.batch.bytes().to_vec();
        let start = Instant::now();
        open(desk, bytes, &key.public());
        start.elapsed()
    });
    times.min().unwrap_or_default()
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
#[expect(clippy::print_stdout, reason = "the figures are what it is for")]
fn bytes_per_evaluation() {
    let mut table = String::new();
    for (text, count, peer) in PEERS {
        let lines = corpus::lines(text).expect("the corpus");
        assert_eq!(lines.len(), count);
        let desk = Desk::of(&lines);
        let (master, evaluations) = desk.records.split_at(desk.master);
        let (master_bytes, master_again) = send(&desk, desk.start, master, usize::MAX);
        let (bytes, again) = send(&desk, desk.after_master, evaluations, usize::MAX);
        let (of_60, _) = send(&desk, desk.after_master, evaluations, 60);

        let arrived = Office::of(master_again.iter().chain(&again));
        for (line, record) in lines.iter().zip(&again) {
            assert_eq!(&arrived.line(record), line);
        }
        for (sealed, again) in desk.records.iter().zip(master_again.iter().chain(&again)) {
            assert_eq!(encode_record(again), encode_record(sealed));
        }

        let total = bytes.iter().sum::<usize>();
        let figure = per(total, count);
        let ratio = figure / peer;
        let in_60 = per(of_60.iter().sum::<usize>(), count);
        let batches = bytes.len();
        let rows = desk.master;
        let micros = reading(&desk).as_secs_f64() * 1e6 / f64::from(again.len() as u32);
        let master = per(master_bytes.iter().sum(), count);
        write!(
            table,
            "{count} evaluations: {figure:.1} B per evaluation in {batches} batches with their receipts = \
             {ratio:.3} × zstd -19 of the JSON lines ({peer} B)\n  in batches of 60: {in_60:.1} B; \
             beside: {rows} master rows, {master:.1} B per evaluation\n  verified and read in {micros:.1} µs per evaluation\n"
        )
        .expect("text");
        assert!(ratio <= GOAL, "{table}");
    }
    println!("{table}");
}
