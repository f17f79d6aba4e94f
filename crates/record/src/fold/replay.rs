//! Folding many records: a stream from its beginning, or several in the centre's order.

use super::{Folded, HeldReason, Outcome, Placed, Rules, apply};
use crate::sealed_hash;
use domain::{DocumentId, Kind};
use std::collections::BTreeMap;

/// Every document after a replay, and what became of each record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Replayed {
    /// The documents.
    pub documents: BTreeMap<(Kind, DocumentId), Folded>,
    /// The outcome of each record, in the order that they were given.
    pub outcomes: Vec<Outcome>,
}

impl Replayed {
    /// The hash of the valid bodies: the one that PC and centre compare.
    #[must_use]
    pub fn sealed_hash(&self) -> [u8; 32] {
        sealed_hash(self.documents.values().map(|folded| {
            let body = folded.body.as_ref().map_or(&[][..], |body| &body.bytes);
            (folded.kind, folded.doc_id, body)
        }))
    }
}

/// Folds records in their order. One that came before its base waits, and is folded as soon as
/// the base is there; a record that cannot be folded delays only its own document.
#[must_use]
pub fn replay<'a>(records: impl IntoIterator<Item = Placed<'a>>, rules: &Rules) -> Replayed {
    let mut replayed = Replayed::default();
    let mut waiting: BTreeMap<(Kind, DocumentId), Vec<(usize, Placed<'a>)>> = BTreeMap::new();
    for (place, placed) in records.into_iter().enumerate() {
        let Some(key) = placed.document() else {
            let outcome = apply(None, &placed, rules).1;
            replayed.outcomes.push(outcome);
            continue;
        };
        let outcome = fold_one(&mut replayed, key, &placed, rules);
        replayed.outcomes.push(outcome);
        if outcome == Outcome::Held(HeldReason::MissingBase) {
            waiting.entry(key).or_default().push((place, placed));
        } else if let Some(held) = waiting.get_mut(&key) {
            retry(&mut replayed, key, (held, rules));
        }
    }
    replayed
}

fn fold_one(
    replayed: &mut Replayed,
    key: (Kind, DocumentId),
    placed: &Placed<'_>,
    rules: &Rules,
) -> Outcome {
    let (folded, outcome) = apply(replayed.documents.get(&key), placed, rules);
    if let Some(folded) = folded {
        replayed.documents.insert(key, folded);
    }
    outcome
}

fn retry(
    replayed: &mut Replayed,
    key: (Kind, DocumentId),
    (held, rules): (&mut Vec<(usize, Placed<'_>)>, &Rules),
) {
    while let Some(ready) = held.iter().position(|(place, placed)| {
        let outcome = fold_one(replayed, key, placed, rules);
        replayed.outcomes[*place] = outcome;
        outcome != Outcome::Held(HeldReason::MissingBase)
    }) {
        held.remove(ready);
    }
}
