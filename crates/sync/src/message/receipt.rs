//! Receipts: the only thing that moves a device's cursor.

use super::{Epoch, OutcomeCode, Position, Signature, SigningBytes};
use domain::Timestamp;
use record::Stream;

/// The centre's signed word that it holds a stream up to a place, and what became of the newest
/// of its records. It is proof on its own: it may arrive over the line, on a stick, or twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The stream.
    pub stream: Stream,
    /// Up to where the centre holds it, without a hole.
    pub through: Position,
    /// Which life of the centre's database gave it.
    pub epoch: Epoch,
    /// The centre's time: the records were not made after it.
    pub server_time: Timestamp,
    /// What became of the records, in their order and without a hole, ending at `through`.
    /// Neighbours with the same outcome share a run.
    pub outcomes: Vec<OutcomeRun>,
    /// Whether the stream is a fork: another record stands at a place of the same stream. The
    /// device opens a new stream.
    pub forked_at: Option<u64>,
    /// The centre's signature over [`Self::signing_bytes`].
    pub signature: Signature,
}

/// Neighbouring records with the same outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct OutcomeRun {
    /// The first record.
    pub first_seq: u64,
    /// The last record, never below the first.
    pub last_seq: u64,
    /// What became of each.
    pub code: OutcomeCode,
}

impl Receipt {
    /// What the centre signs: everything but the signature.
    #[must_use]
    pub fn signing_bytes(&self) -> Vec<u8> {
        let bytes = SigningBytes::of("kinerja receipt v1")
            .fixed(&self.stream.0)
            .number(self.through.seq)
            .fixed(&self.through.chain.0)
            .number(self.epoch.0.into())
            .time(self.server_time)
            .number(self.forked_at.unwrap_or(0));
        self.outcomes
            .iter()
            .fold(bytes, |bytes, run| {
                let (code, detail) = run.code.signed_form();
                bytes
                    .number(run.first_seq)
                    .number(run.last_seq)
                    .fixed(&[code])
                    .fixed(&detail)
            })
            .finish()
    }

    /// Each record's number and outcome.
    pub fn each(&self) -> impl Iterator<Item = (u64, OutcomeCode)> {
        self.outcomes
            .iter()
            .flat_map(|run| (run.first_seq..=run.last_seq).map(|seq| (seq, run.code)))
    }
}
