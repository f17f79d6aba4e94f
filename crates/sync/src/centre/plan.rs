//! Taking a batch in.

use super::change::{Change, Plan, StoredRecord};
use super::line::{KnownRecord, Line, Lines};
use super::loaded::Loaded;
use super::verified_batch::VerifiedBatch;
use crate::ledger::{Arrival, DocumentKey, Passage, Taken};
use crate::message::{
    FeedItem, FeedRecord, Fork, Held, OutcomeCode, OutcomeRun, Position, Receipt, Refusal,
};
use crate::mutant::Mutant;
use crate::signature::{NOT_SIGNED, Unsigned};
use record::{Record, Stream};
use std::collections::BTreeSet;

/// What to write for a batch, and what to answer.
///
/// Records that the centre has are compared and passed over; the same batch once more therefore
/// changes nothing and gets the same outcomes. A record that differs from the one at its place
/// begins a further line of the stream: both are kept and folded. No record can refuse another
/// one: each gets an outcome of its own.
///
/// # Errors
/// [`Refusal::Gap`] when the centre does not have the place that the batch follows.
pub fn plan(loaded: Loaded, batch: &VerifiedBatch) -> Result<Plan, Refusal> {
    refuse_mutants(&loaded, batch)?;
    let line = line_before(&loaded, batch)?;
    let mut intake = Intake {
        stream: batch.before().stream,
        line,
        previous: batch.before().into(),
        loaded,
        changes: Vec::new(),
        touched: BTreeSet::new(),
        outcomes: Vec::new(),
    };
    for (record, head) in batch.records() {
        intake.take(record, (*head).into());
    }
    Ok(intake.finish(batch))
}

/// The line that the batch goes on, `None` for the first of a stream.
fn line_before(loaded: &Loaded, batch: &VerifiedBatch) -> Result<Option<u32>, Refusal> {
    let before: Position = batch.before().into();
    if before.seq == 0 {
        return if before.chain == loaded.start {
            Ok(loaded.lines.lines.contains_key(&0).then_some(0))
        } else {
            Err(Refusal::BrokenChain)
        };
    }
    if let Some(known) = loaded.lines.known.get(&before) {
        return Ok(Some(known.line));
    }
    if loaded.mutation.is(Mutant::HoleAccepted) {
        return Ok(Some(0));
    }
    Err(Refusal::Gap {
        head: loaded.lines.lines.get(&0).map(|line| line.head),
    })
}

/// The bugs that would refuse a whole batch for one record.
fn refuse_mutants(loaded: &Loaded, batch: &VerifiedBatch) -> Result<(), Refusal> {
    let poisoned = |record: &Record| {
        let placed = record::Placed {
            record,
            chain: record::Chain([0; 32]),
        };
        matches!(
            record::apply(None, &placed, &record::Rules::default()).1,
            record::Outcome::Rejected(_)
        )
    };
    let off = |record: &Record| {
        record.header.hlc.time().0.abs_diff(loaded.now.0) > 365 * 86_400 * 1_000_000
    };
    for (record, _) in batch.records() {
        if loaded.mutation.is(Mutant::PoisonBlocks) && poisoned(record)
            || loaded.mutation.is(Mutant::ClockGates) && off(record)
        {
            return Err(Refusal::Damaged);
        }
    }
    Ok(())
}

/// A batch on its way in.
struct Intake {
    stream: Stream,
    line: Option<u32>,
    previous: Position,
    loaded: Loaded,
    changes: Vec<Change>,
    touched: BTreeSet<DocumentKey>,
    outcomes: Vec<OutcomeRun>,
}

impl Intake {
    fn take(&mut self, record: &Record, place: Position) {
        let known = self.loaded.lines.known.get(&place).copied();
        let outcome = match known {
            Some(known) if !self.loaded.mutation.is(Mutant::DuplicateTakenIn) => {
                self.line = Some(known.line);
                known.outcome
            }
            _ => self.store(record, place),
        };
        push_run(&mut self.outcomes, place.seq, outcome);
        self.previous = place;
    }

    /// A record that the centre does not have.
    fn store(&mut self, record: &Record, place: Position) -> OutcomeCode {
        if self.is_forked() && self.loaded.mutation.is(Mutant::ForkDropped) {
            return OutcomeCode::Duplicate;
        }
        let line = self.line_for(place);
        let arrival = Arrival {
            stream: self.stream,
            place,
            received_at: self.loaded.now,
            passage: Passage::ByRules,
            record: record.clone(),
        };
        let taken = self.fold(arrival.clone(), line);
        let outcome = taken.outcome;
        self.touched.extend(taken.document);
        self.loaded
            .lines
            .known
            .insert(place, KnownRecord { line, outcome });
        self.changes.push(Change::Record(StoredRecord {
            arrival,
            line,
            outcome,
        }));
        self.loaded.feed.push(FeedItem::Record(Box::new(FeedRecord {
            stream: self.stream,
            place,
            received_at: self.loaded.now,
            outcome,
            record: Some(record.clone()),
        })));
        self.release(taken);
        outcome
    }

    fn fold(&mut self, arrival: Arrival, line: u32) -> Taken {
        // A thief could write upon an old place: a further line of a revoked device is never
        // trusted, however small its numbers.
        let seq = arrival.place.seq;
        let is_set_aside = self
            .loaded
            .revocation
            .as_ref()
            .is_some_and(|it| line != 0 || seq > it.valid_through_seq(self.stream));
        if is_set_aside && !self.loaded.mutation.is(Mutant::RevokedApplied) {
            return Taken {
                outcome: OutcomeCode::Held(Held::Revoked),
                document: None,
                released: Vec::new(),
            };
        }
        self.loaded.ledger.take(arrival)
    }

    fn release(&mut self, taken: Taken) {
        for released in taken.released {
            self.changes.push(Change::Outcome {
                stream: released.stream,
                place: released.place,
                outcome: released.outcome,
            });
            self.loaded.feed.push(FeedItem::Outcome {
                stream: released.stream,
                place: released.place,
                outcome: released.outcome,
            });
            if released.stream == self.stream {
                self.correct(released.place, released.outcome);
            }
        }
    }

    /// A record of this very batch waited no longer than until the next one.
    fn correct(&mut self, place: Position, outcome: OutcomeCode) {
        if let Some(known) = self.loaded.lines.known.get_mut(&place) {
            known.outcome = outcome;
        }
    }

    /// Whether a record at the next place would be the second one there.
    fn is_forked(&self) -> bool {
        self.line
            .and_then(|line| self.loaded.lines.lines.get(&line))
            .is_some_and(|line| line.head.seq > self.previous.seq)
    }

    /// The line for a new record: the one before it, or a new one when its place there is taken.
    fn line_for(&mut self, place: Position) -> u32 {
        let parent = self.line.unwrap_or(0);
        let line = if self.line.is_none() || self.is_forked() {
            let number = self.loaded.lines.next_number();
            if self.line.is_some() {
                self.changes.push(Change::Fork(Fork {
                    stream: self.stream,
                    line: number,
                    first: place,
                    seen_at: self.loaded.now,
                }));
            }
            Line {
                number,
                parent,
                first_seq: place.seq,
                head: place,
            }
        } else {
            let first_seq = self.loaded.lines.lines.get(&parent).copied();
            Line {
                number: parent,
                parent: first_seq.map_or(parent, |line| line.parent),
                first_seq: first_seq.map_or(place.seq, |line| line.first_seq),
                head: place,
            }
        };
        self.loaded.lines.lines.insert(line.number, line);
        self.line = Some(line.number);
        line.number
    }

    fn finish(mut self, batch: &VerifiedBatch) -> Plan {
        let stream = self.stream;
        let receipt = Receipt {
            stream,
            through: batch.end().into(),
            epoch: self.loaded.epoch,
            server_time: self.loaded.now,
            outcomes: outcomes(batch, &self.loaded.lines, self.outcomes),
            forked_at: self
                .line
                .and_then(|line| self.loaded.lines.lines.get(&line))
                .and_then(Line::forked_at),
            signature: NOT_SIGNED,
        };
        if !self.changes.is_empty() {
            self.changes.insert(0, Change::Batch(batch.upload()));
            if let Some(line) = self
                .line
                .and_then(|line| self.loaded.lines.lines.get(&line))
            {
                self.changes.push(Change::Line {
                    stream,
                    line: *line,
                });
            }
        }
        for key in &self.touched {
            if let Some(folded) = self.loaded.ledger.documents.get(key) {
                self.changes.push(Change::Document(folded.clone()));
            }
        }
        self.changes.extend(
            self.loaded
                .feed
                .into_written()
                .into_iter()
                .map(Change::Feed),
        );
        Plan {
            changes: self.changes,
            receipt: Unsigned::new(receipt),
        }
    }
}

/// The outcomes as they stand at the end of the batch; those of a mutant as it saw them.
fn outcomes(batch: &VerifiedBatch, lines: &Lines, seen: Vec<OutcomeRun>) -> Vec<OutcomeRun> {
    let mut runs = Vec::new();
    for (_, head) in batch.records() {
        match lines.known.get(&Position::from(*head)) {
            Some(known) => push_run(&mut runs, head.seq, known.outcome),
            None => return seen,
        }
    }
    runs
}

/// Adds an outcome, to the last run when it is the same.
pub(super) fn push_run(runs: &mut Vec<OutcomeRun>, seq: u64, code: OutcomeCode) {
    match runs.last_mut() {
        Some(run) if run.code == code && run.last_seq.checked_add(1) == Some(seq) => {
            run.last_seq = seq;
        }
        _ => runs.push(OutcomeRun {
            first_seq: seq,
            last_seq: seq,
            code,
        }),
    }
}
