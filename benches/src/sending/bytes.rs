//! Bytes per evaluation: the corpus as batches with their receipts, beside `zstd -19` of the same
//! JSON lines, and beside PouchDB that replicates them.
//!
//! Counted are batch, salts, checkpoint and receipt, not the master rows that the centre has.

use super::float;
use super::pc::Pc;
use super::pouch;
use crate::Options;
use crate::measure::Report;
use corpus::{QUARTER, WEEK};
use domain::Timestamp;
use sync::batch::{Batch, Zstd};
use sync::message::{Epoch, OutcomeCode, OutcomeRun, Receipt, Signature};
use sync::wire::Message as _;

/// How much of the peer's bytes ours may take.
const OF_ZSTD: f64 = 0.60;
/// How many times ours PouchDB takes at least.
const OF_POUCHDB: f64 = 10.0;
const LEVEL: i32 = 19;

pub(crate) fn run(_options: &Options, report: &mut Report) -> anyhow::Result<()> {
    for text in [WEEK, QUARTER] {
        let count = corpus::lines(text)?.len();
        let ours = float(sent(text)?) / float(count);
        let zstd = float(zstd::bulk::compress(text.as_bytes(), LEVEL)?.len()) / float(count);
        report.beside(
            &format!("an evaluation of {count}: zstd -19 of the JSON lines"),
            bytes(zstd),
        );
        report.figure(
            &format!("an evaluation of {count}: batch and receipt"),
            format!("{} = {:.3} ×", bytes(ours), ours / zstd),
            &format!("≤ {OF_ZSTD:.2} × zstd -19"),
            ours <= OF_ZSTD * zstd,
        );
        let what = format!("an evaluation of {count}: PouchDB to express-pouchdb");
        match pouch::replicated(text) {
            Ok(theirs) => {
                let theirs = float(theirs) / float(count);
                report.figure(
                    &what,
                    format!("{} = {:.1} × ours", bytes(theirs), theirs / ours),
                    &format!("≥ {OF_POUCHDB:.0} ×"),
                    theirs >= OF_POUCHDB * ours,
                );
            }
            Err(error) => report.not_measured(&what, &error),
        }
    }
    Ok(())
}

/// Bytes of the batches of all evaluations and of their receipts.
fn sent(text: &str) -> anyhow::Result<usize> {
    let lines = corpus::lines(text)?;
    let mut pc = Pc::new(1)?;
    let posts = pc.import(&lines)?;
    pc.batches(&Zstd)?;
    pc.rate(&lines, &posts)?;
    let batches = pc.batches(&Zstd)?;
    Ok(batches
        .iter()
        .map(|it| it.bytes().len() + receipt(it))
        .sum())
}

/// Bytes of the receipt for a batch of which every record was applied.
fn receipt(batch: &Batch) -> usize {
    let envelope = batch.envelope();
    let through = envelope.checkpoint.through_seq;
    let receipt = Receipt {
        stream: envelope.checkpoint.stream,
        through: sync::message::Position {
            seq: through,
            chain: envelope.checkpoint.chain,
        },
        epoch: Epoch(1),
        server_time: Timestamp(1_790_100_000_000_000),
        outcomes: vec![OutcomeRun {
            first_seq: through + 1 - u64::from(envelope.count),
            last_seq: through,
            code: OutcomeCode::Applied,
        }],
        forked_at: None,
        signature: Signature([1; 64]),
    };
    receipt.to_bytes().len()
}

fn bytes(count: f64) -> String {
    format!("{count:.0} B")
}
