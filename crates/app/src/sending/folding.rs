//! Following the feed: the part of the ledger that some entries touch.

use crate::Trouble;
use record::{Folded, Placed, Record, Stream};
use std::collections::BTreeSet;
use store::{Act, StoreError, View, WaitingRow};
use sync::ledger::{Arrival, DocumentKey, Ledger, Passage};
use sync::message::{FeedItem, OutcomeCode, Position};

/// Entries on their way into the documents.
pub(crate) struct Folding {
    ledger: Ledger,
    loaded: BTreeSet<DocumentKey>,
    closed: BTreeSet<domain::Period>,
}

impl Folding {
    /// Begins with the periods that the centre closed.
    pub(crate) fn begin(view: &View<'_>) -> Result<Self, StoreError> {
        let mut ledger = Ledger::default();
        ledger.closings = view.closings()?.into_iter().collect();
        Ok(Self {
            ledger,
            loaded: BTreeSet::new(),
            closed: BTreeSet::new(),
        })
    }

    /// Folds one entry.
    pub(crate) fn follow(&mut self, act: &mut Act<'_>, item: &FeedItem) -> Result<(), Trouble> {
        let told = match item {
            FeedItem::Record(line) => Some((line.stream, line.place, line.outcome)),
            FeedItem::Outcome {
                stream,
                place,
                outcome,
            } => Some((*stream, *place, *outcome)),
            FeedItem::Closing { period, .. } => {
                self.closed.insert(*period);
                None
            }
            FeedItem::Verdict(given) => {
                self.load((given.kind, given.doc_id), act)?;
                None
            }
            FeedItem::Rules(rules) => {
                act.keep_rules(rules.version, &rules.package)?;
                None
            }
            FeedItem::Admin(_) => None,
        };
        let record = match told {
            Some((stream, place, outcome)) => {
                note(act, (stream, place), outcome)?;
                find(act, stream, place)?
            }
            None => None,
        };
        if let (Some(record), Some((_, place, _))) = (&record, told) {
            let chain = place.chain;
            if let Some(key) = (Placed { record, chain }).document() {
                self.load(key, act)?;
            }
        }
        self.ledger.follow(item, record.as_ref());
        Ok(())
    }

    /// Saves what was touched; answers it.
    pub(crate) fn finish(self, act: &mut Act<'_>) -> Result<Vec<Folded>, Trouble> {
        for period in self.closed {
            if let Some(at) = self.ledger.closings.get(&period) {
                act.note_closing(period, *at)?;
            }
        }
        let mut touched = Vec::new();
        for key in self.loaded {
            let folded = self.ledger.documents.get(&key);
            let waiting: Vec<WaitingRow> = self
                .ledger
                .waiting
                .get(&key)
                .into_iter()
                .flatten()
                .map(waiting_row)
                .collect();
            act.save_central_document(key, folded, &waiting)?;
            touched.extend(folded.cloned());
        }
        Ok(touched)
    }

    fn load(&mut self, key: DocumentKey, view: &View<'_>) -> Result<(), Trouble> {
        if !self.loaded.insert(key) {
            return Ok(());
        }
        if let Some(bytes) = view.central_document(key.0, key.1)? {
            let folded = Folded::from_bytes(&bytes).map_err(|_| StoreError::Corrupt)?;
            self.ledger.documents.insert(key, folded);
        }
        let waiting = view.waiting_records(key.0, key.1)?;
        if !waiting.is_empty() {
            let arrivals = waiting.into_iter().map(arrival).collect();
            self.ledger.waiting.insert(key, arrivals);
        }
        Ok(())
    }
}

/// What became of a record is noted when it is this PC's own.
fn note(
    act: &mut Act<'_>,
    (stream, place): (Stream, Position),
    outcome: OutcomeCode,
) -> Result<(), StoreError> {
    if act.stream_chain(stream, place.seq)? == Some(place.chain) {
        act.note_outcome(stream, (place.seq, place.chain), outcome.signed_form())?;
    }
    Ok(())
}

/// A record by its place: one that came down, or this PC's own.
fn find(view: &View<'_>, stream: Stream, place: Position) -> Result<Option<Record>, StoreError> {
    if let Some(record) = view.received(stream, (place.seq, place.chain))? {
        return Ok(Some(record));
    }
    let own = view.stream_records(stream, place.seq..=place.seq)?;
    Ok(own
        .into_iter()
        .find(|(_, chain)| *chain == place.chain)
        .map(|(record, _)| record))
}

fn waiting_row(arrival: &Arrival) -> WaitingRow {
    WaitingRow {
        stream: arrival.stream,
        chain: arrival.place.chain,
        received_at: arrival.received_at,
        let_through: arrival.passage == Passage::LetThrough,
        record: arrival.record.clone(),
    }
}

fn arrival(row: WaitingRow) -> Arrival {
    Arrival {
        stream: row.stream,
        place: Position {
            seq: row.record.header.seq,
            chain: row.chain,
        },
        received_at: row.received_at,
        passage: if row.let_through {
            Passage::LetThrough
        } else {
            Passage::ByRules
        },
        record: row.record,
    }
}
