//! What was planned, as rows: encoded before the transaction that writes them.

use super::write::Desk;
use crate::Trouble;
use crate::database::{Sql, Value};
use crate::tables::written::{Novelty, Written};
use crate::tables::{self, outcome, projection::Projection};
use domain::Kind;
use record::{Folded, Stream};
use std::collections::{BTreeMap, BTreeSet};
use sync::centre::{Change, Line, StoredRecord};
use sync::ledger::{Arrival, DocumentKey};
use sync::message::{FeedEntry, Fork, Held, OutcomeCode, Position, UploadId};

/// What a plan writes. It is right as long as the office stands where the plan found it.
pub(super) struct Rows {
    pub(super) batch: Option<UploadId>,
    pub(super) lines: Vec<(Stream, Line)>,
    pub(super) forks: Vec<Fork>,
    pub(super) records: Vec<Vec<Value>>,
    pub(super) let_through: Vec<(Stream, Position)>,
    pub(super) outcomes: Vec<(Stream, Position, OutcomeCode)>,
    pub(super) waiting: Vec<Vec<Value>>,
    pub(super) documents: Written,
    pub(super) projection: Projection,
    /// New records, and how many of them came late.
    pub(super) counts: (i64, i64),
    pub(super) feed: tables::feed::Added,
}

/// The changes, sorted by table. Records of the same batch get their last outcome at once.
#[derive(Default)]
struct Sorted {
    batch: Option<UploadId>,
    lines: Vec<(Stream, Line)>,
    forks: Vec<Fork>,
    records: Vec<StoredRecord>,
    places: BTreeMap<(Stream, Position), usize>,
    outcomes: Vec<(Stream, Position, OutcomeCode)>,
    let_through: Vec<(Stream, Position)>,
    documents: Vec<(Folded, Novelty)>,
    entries: Vec<FeedEntry>,
}

impl Rows {
    /// The rows of these changes. `known` are the documents that the plan found.
    pub(super) async fn of(
        sql: &mut dyn Sql,
        desk: &Desk,
        (changes, known): (Vec<Change>, &BTreeSet<DocumentKey>),
    ) -> Result<Self, Trouble> {
        let mut sorted = Sorted::default();
        for change in changes {
            sorted.add(change, known);
        }
        sorted.rows(sql, desk).await
    }
}

impl Sorted {
    fn add(&mut self, change: Change, known: &BTreeSet<DocumentKey>) {
        match change {
            Change::Batch(upload) => self.batch = Some(upload),
            Change::Record(stored) => {
                let key = (stored.arrival.stream, stored.arrival.place);
                self.places.insert(key, self.records.len());
                self.records.push(stored);
            }
            Change::LetThrough { stream, place } => self.let_through.push((stream, place)),
            Change::Outcome {
                stream,
                place,
                outcome,
            } => self.correct((stream, place), outcome),
            Change::Document(folded) => {
                let novelty = match known.contains(&(folded.kind, folded.doc_id)) {
                    true => Novelty::Known,
                    false => Novelty::New,
                };
                self.documents.push((folded, novelty));
            }
            Change::Line { stream, line } => self.lines.push((stream, line)),
            Change::Fork(fork) => self.forks.push(fork),
            Change::Feed(entry) => self.entries.push(entry),
        }
    }

    fn correct(&mut self, key: (Stream, Position), outcome: OutcomeCode) {
        let new = self.places.get(&key);
        match new.and_then(|at| self.records.get_mut(*at)) {
            Some(stored) => stored.outcome = outcome,
            None => self.outcomes.push((key.0, key.1, outcome)),
        }
    }

    async fn rows(self, sql: &mut dyn Sql, desk: &Desk) -> Result<Rows, Trouble> {
        let (office, now) = (desk.office, desk.now);
        let waiting = self.waiting(sql, desk).await?;
        let content = (self.documents.as_slice(), &self.sealed());
        let projection = Projection::of(sql, (office, now), content).await?;
        let mut documents = Written::default();
        for (folded, novelty) in &self.documents {
            documents.push(*novelty, tables::document::row(office, folded, now));
        }
        Ok(Rows {
            waiting,
            documents,
            projection,
            counts: (count(self.records.len()), self.late()),
            records: self
                .records
                .iter()
                .map(|stored| tables::record::row(office, stored))
                .collect(),
            batch: self.batch,
            lines: self.lines,
            forks: self.forks,
            let_through: self.let_through,
            outcomes: self.outcomes,
            feed: tables::feed::Added::of(desk.feed, self.entries),
        })
    }

    /// The rows of what waits now and did not before.
    async fn waiting(&self, sql: &mut dyn Sql, desk: &Desk) -> Result<Vec<Vec<Value>>, Trouble> {
        let office = desk.office;
        let mut waiting: Vec<(Arrival, OutcomeCode)> = self
            .records
            .iter()
            .filter(|stored| outcome::waits(stored.outcome))
            .map(|stored| (stored.arrival.clone(), stored.outcome))
            .collect();
        for (stream, place, code) in &self.outcomes {
            if outcome::waits(*code)
                && let Some(stored) = tables::record::one(sql, (office, *stream, *place)).await?
            {
                waiting.push((stored.arrival, *code));
            }
        }
        // Each of them has an entry in the feed, so these numbers are never used again.
        let order = (desk.feed.1.seq + 1..).map(|order| (desk.now, order));
        let rows = waiting
            .iter()
            .zip(order)
            .map(|((arrival, code), at)| tables::held::row(office, (arrival, *code), at));
        Ok(rows.collect())
    }

    /// When the PC says that it sealed the ratings among the records.
    fn sealed(&self) -> tables::projection::Sealed {
        let ratings = self.records.iter().map(|stored| &stored.arrival);
        ratings
            .filter(|it| it.record.header.kind == Kind::Evaluation.into())
            .map(|it| (it.place.chain.revision(), it.record.header.hlc.time()))
            .collect()
    }

    fn late(&self) -> i64 {
        let late = |stored: &&StoredRecord| {
            matches!(stored.outcome, OutcomeCode::Held(Held::ByRule(reason))
                if reason != record::HeldReason::MissingBase)
        };
        count(self.records.iter().filter(late).count())
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
