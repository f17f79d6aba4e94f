//! Writing what was planned.

use super::rules::KnownRules;
use crate::Trouble;
use crate::database::{Sql, Value};
use crate::tables::{self, outcome};
use domain::{Kind, Timestamp};
use record::{Folded, Stream};
use std::collections::BTreeMap;
use std::sync::Arc;
use sync::batch::Envelope;
use sync::centre::{Change, StoredRecord};
use sync::ledger::Arrival;
use sync::message::{
    Feed, FeedEntry, FeedPosition, Held, OfficeId, OutcomeCode, Position, UploadId,
};

/// Where changes are written: the office, the locked end of its feed, the time, and the rules.
#[derive(Clone)]
pub(super) struct Desk {
    pub(super) office: OfficeId,
    pub(super) feed: (Feed, FeedPosition),
    pub(super) now: Timestamp,
    pub(super) rules: Arc<KnownRules>,
}

/// A batch whose bytes are kept.
pub(super) struct Original {
    pub(super) envelope: Envelope,
    pub(super) bytes: Vec<u8>,
}

/// The changes, sorted by table. Records of the same batch get their last outcome at once.
#[derive(Default)]
struct Sorted {
    batch: Option<UploadId>,
    records: Vec<StoredRecord>,
    places: BTreeMap<(Stream, Position), usize>,
    outcomes: Vec<(Stream, Position, OutcomeCode)>,
    let_through: Vec<(Stream, Position)>,
    documents: Vec<Folded>,
    entries: Vec<FeedEntry>,
}

/// Writes a plan's changes, all of them, in the transaction that loaded what they follow from.
pub(super) async fn write(
    sql: &mut dyn Sql,
    desk: Desk,
    (changes, original): (Vec<Change>, Option<Original>),
) -> Result<(), Trouble> {
    let mut sorted = Sorted::default();
    for change in changes {
        match change {
            Change::Batch(upload) => sorted.batch = Some(upload),
            Change::Record(stored) => sorted.add(stored),
            Change::LetThrough { stream, place } => sorted.let_through.push((stream, place)),
            Change::Outcome {
                stream,
                place,
                outcome,
            } => sorted.correct((stream, place), outcome),
            Change::Document(folded) => sorted.documents.push(folded),
            Change::Line { stream, line } => {
                tables::line::set(sql, (desk.office, stream), &line).await?;
            }
            Change::Fork(fork) => tables::fork::add(sql, desk.office, &fork).await?,
            Change::Feed(entry) => sorted.entries.push(entry),
        }
    }
    sorted.write(sql, (desk, original)).await
}

impl Sorted {
    fn add(&mut self, stored: StoredRecord) {
        let key = (stored.arrival.stream, stored.arrival.place);
        self.places.insert(key, self.records.len());
        self.records.push(stored);
    }

    fn correct(&mut self, key: (Stream, Position), outcome: OutcomeCode) {
        let new = self.places.get(&key);
        match new.and_then(|at| self.records.get_mut(*at)) {
            Some(stored) => stored.outcome = outcome,
            None => self.outcomes.push((key.0, key.1, outcome)),
        }
    }

    async fn write(
        self,
        sql: &mut dyn Sql,
        (desk, original): (Desk, Option<Original>),
    ) -> Result<(), Trouble> {
        let office = desk.office;
        if let (Some(upload), Some(original)) = (self.batch, original) {
            let row = (&original.envelope, original.bytes, desk.now);
            tables::batch::add(sql, (office, upload), row).await?;
        }
        let rows: Vec<Vec<Value>> = self
            .records
            .iter()
            .map(|stored| tables::record::row(office, stored))
            .collect();
        sql.insert(&tables::record::TABLE, &rows).await?;
        for (stream, place) in &self.let_through {
            tables::record::let_through(sql, (office, *stream, *place)).await?;
        }
        self.write_outcomes(sql, &desk).await?;
        tables::document::set(sql, office, (&self.documents, desk.now)).await?;
        let sealed = self.sealed();
        tables::projection::set(sql, (office, desk.now), (&self.documents, &sealed)).await?;
        crate::pages::tracking::follow(sql, (office, desk.now), (&self.documents, &desk.rules))
            .await?;
        if !self.records.is_empty() {
            let counts = (count(self.records.len()), self.late());
            tables::tally::add_to_week(sql, (office, desk.now), counts).await?;
        }
        tables::feed::add(sql, desk.feed, self.entries).await
    }

    async fn write_outcomes(&self, sql: &mut dyn Sql, desk: &Desk) -> Result<(), Trouble> {
        let office = desk.office;
        tables::record::set_outcomes(sql, office, &self.outcomes).await?;
        let changed: Vec<(Stream, Position)> = self
            .outcomes
            .iter()
            .map(|(stream, place, _)| (*stream, *place))
            .collect();
        tables::held::remove(sql, office, &changed).await?;
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
        let rows: Vec<Vec<Value>> = waiting
            .iter()
            .zip(order)
            .map(|((arrival, code), at)| tables::held::row(office, (arrival, *code), at))
            .collect();
        tables::held::add(sql, &rows).await
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
