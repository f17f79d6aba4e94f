//! Folding what had been set aside.

use super::change::Change;
use super::loaded::Loaded;
use crate::ledger::{Arrival, Passage};
use crate::message::{FeedItem, OutcomeCode};
use domain::{DocumentId, Kind};
use record::Stream;
use std::collections::BTreeSet;

/// What to write when a person says that records count which had waited for one: late ones, those
/// of a revoked device; or when a newer program understands what an older one only stored.
///
/// Records whose outcome stays the same change nothing.
#[must_use]
pub fn release(mut loaded: Loaded, arrivals: Vec<(Arrival, OutcomeCode)>) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut touched: BTreeSet<(Kind, DocumentId)> = BTreeSet::new();
    for (mut arrival, before) in arrivals {
        let (stream, place) = (arrival.stream, arrival.place);
        arrival.passage = Passage::LetThrough;
        let taken = loaded.ledger.take(arrival);
        if taken.outcome == before {
            continue;
        }
        touched.extend(taken.document);
        changes.push(Change::LetThrough { stream, place });
        let mut tell = |stream: Stream, place, outcome| {
            changes.push(Change::Outcome {
                stream,
                place,
                outcome,
            });
            loaded.feed.push(FeedItem::Outcome {
                stream,
                place,
                outcome,
            });
        };
        tell(stream, place, taken.outcome);
        for released in taken.released {
            tell(released.stream, released.place, released.outcome);
        }
    }
    changes.extend(
        touched
            .iter()
            .filter_map(|key| loaded.ledger.documents.get(key))
            .map(|folded| Change::Document(folded.clone())),
    );
    changes.extend(loaded.feed.into_written().into_iter().map(Change::Feed));
    changes
}
