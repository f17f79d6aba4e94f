//! The documents of an office, folded in the centre's order.
//!
//! The centre folds each record when it takes it in, and a device folds the same records in the
//! order in which they stand in the feed: this is the one piece of code for both, so both see the
//! same documents.

use crate::message::{FeedItem, Held, OutcomeCode, Position};
use crate::mutant::{Mutant, Mutation};
use domain::{DocumentId, Kind, Period, Timestamp};
use record::{Folded, Placed, Record, Rules, Stream, apply, sealed_hash};
use std::collections::BTreeMap;

/// A document's kind and id.
pub type DocumentKey = (Kind, DocumentId);

/// A record as it came to the centre.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// Its stream.
    pub stream: Stream,
    /// Its place there.
    pub place: Position,
    /// The centre's time when it came.
    pub received_at: Timestamp,
    /// Whether a person has let it through.
    pub passage: Passage,
    /// The record.
    pub record: Record,
}

/// Whether a record's lateness still counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Passage {
    /// The rules decide.
    #[default]
    ByRules,
    /// A person let it through. It may still have to wait for its base.
    LetThrough,
}

/// What became of an arrival, and of those that had waited for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// What became of the record.
    pub outcome: OutcomeCode,
    /// The document that it is about; `None` when only a newer program can tell.
    pub document: Option<DocumentKey>,
    /// Records that had waited for this one, in the order in which they were folded now.
    pub released: Vec<Released>,
}

/// A record that waited no longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Released {
    /// Its stream.
    pub stream: Stream,
    /// Its place there.
    pub place: Position,
    /// What became of it.
    pub outcome: OutcomeCode,
}

/// Documents and what waits for them: all of an office, or the part that a batch touches.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// The documents.
    pub documents: BTreeMap<DocumentKey, Folded>,
    /// Records whose base has not arrived, oldest first.
    pub waiting: BTreeMap<DocumentKey, Vec<Arrival>>,
    /// When the centre closed which period.
    pub closings: BTreeMap<Period, Timestamp>,
    mutation: Mutation,
}

impl Ledger {
    /// The same ledger with a bug put back.
    #[cfg(feature = "mutants")]
    #[must_use]
    pub fn with_mutation(mut self, mutation: Mutation) -> Self {
        self.mutation = mutation;
        self
    }

    /// Folds a record that the device may write. One whose base is missing waits and is folded
    /// when the base comes; it delays its own document only.
    pub fn take(&mut self, arrival: Arrival) -> Taken {
        let placed = placed(&arrival);
        let Some(key) = placed.document() else {
            let outcome = apply(None, &placed, &self.rules(&arrival)).1.into();
            return Taken {
                outcome,
                document: None,
                released: Vec::new(),
            };
        };
        let outcome = self.fold(key, &arrival);
        let released = if outcome.waits_for_base() {
            self.waiting.entry(key).or_default().push(arrival);
            Vec::new()
        } else if outcome.is_folded() && !self.mutation.is(Mutant::HeldForEver) {
            self.release(key)
        } else {
            Vec::new()
        };
        Taken {
            outcome,
            document: Some(key),
            released,
        }
    }

    /// Folds a line of the feed; `record` is the one that it names, when it names one.
    pub fn follow(&mut self, item: &FeedItem, record: Option<&Record>) {
        match (item, record) {
            (FeedItem::Record(line), Some(record))
                if line.outcome != OutcomeCode::Held(Held::Revoked) =>
            {
                self.take(Arrival {
                    stream: line.stream,
                    place: line.place,
                    received_at: line.received_at,
                    passage: Passage::ByRules,
                    record: record.clone(),
                });
            }
            (
                FeedItem::Outcome {
                    stream,
                    place,
                    outcome,
                },
                Some(record),
            ) if (outcome.is_folded() || outcome.waits_for_base())
                && !self.has_folded(record, *place) =>
            {
                self.take(Arrival {
                    stream: *stream,
                    place: *place,
                    received_at: Timestamp(0),
                    passage: Passage::LetThrough,
                    record: record.clone(),
                });
            }
            (FeedItem::Closing { period, at }, _) => {
                self.closings.insert(*period, *at);
            }
            (FeedItem::Verdict(given), _) => {
                let document = self.documents.get_mut(&(given.kind, given.doc_id));
                if let Some(document) = document
                    && let Some(judged) = document.judged(&given.verdict)
                {
                    *document = judged;
                }
            }
            _ => {}
        }
    }

    /// The hash of the valid bodies: the one that device and centre compare.
    #[must_use]
    pub fn sealed_hash(&self) -> [u8; 32] {
        sealed_hash(self.documents.values().map(|folded| {
            let body = folded.body.as_ref().map_or(&[][..], |body| &body.bytes);
            (folded.kind, folded.doc_id, body)
        }))
    }

    fn has_folded(&self, record: &Record, place: Position) -> bool {
        let placed = Placed {
            record,
            chain: place.chain,
        };
        placed
            .document()
            .and_then(|key| self.documents.get(&key))
            .is_some_and(|folded| folded.knows(placed.revision()))
    }

    /// What is asked beside the record: nothing any more when a person let it through.
    fn rules(&self, arrival: &Arrival) -> Rules {
        match arrival.passage {
            Passage::LetThrough => Rules::default(),
            Passage::ByRules => Rules {
                closings: self.closings.clone(),
                received_at: Some(arrival.received_at),
            },
        }
    }

    fn fold(&mut self, key: DocumentKey, arrival: &Arrival) -> OutcomeCode {
        let rules = self.rules(arrival);
        if self.mutation.is(Mutant::FinalEdited)
            && let Some(document) = self.documents.get_mut(&key)
        {
            document.verdict = None;
        }
        let (folded, outcome) = apply(self.documents.get(&key), &placed(arrival), &rules);
        if let Some(folded) = folded {
            self.documents.insert(key, folded);
        }
        outcome.into()
    }

    /// Folds whatever waited for this document and can be folded now.
    fn release(&mut self, key: DocumentKey) -> Vec<Released> {
        let Some(mut waiting) = self.waiting.remove(&key) else {
            return Vec::new();
        };
        let mut released = Vec::new();
        let mut place = 0;
        while let Some(arrival) = waiting.get(place) {
            let outcome = self.fold(key, arrival);
            if outcome.waits_for_base() {
                place += 1;
                continue;
            }
            let arrival = waiting.remove(place);
            released.push(Released {
                stream: arrival.stream,
                place: arrival.place,
                outcome,
            });
            // What waited longer may have waited for this one.
            place = 0;
        }
        if !waiting.is_empty() {
            self.waiting.insert(key, waiting);
        }
        released
    }
}

fn placed(arrival: &Arrival) -> Placed<'_> {
    Placed {
        record: &arrival.record,
        chain: arrival.place.chain,
    }
}
