//! What an act changed, each document once: as it was before the act, and as it is now.

use domain::Kind;
use record::{Encoded, journal::Change};
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

/// Changes in the order of their first writing.
#[derive(Default)]
pub(crate) struct Changes {
    list: Vec<Change>,
    places: HashMap<(Kind, Uuid), usize>,
}

impl Changes {
    /// Notes one writing. Of several writings of a document the first `before` counts.
    pub(crate) fn add(
        &mut self,
        (kind, id): (Kind, Uuid),
        before: Option<Encoded>,
        after: Option<Encoded>,
    ) {
        match self
            .places
            .get(&(kind, id))
            .and_then(|place| self.list.get_mut(*place))
        {
            Some(change) => change.after = after,
            None => {
                self.places.insert((kind, id), self.list.len());
                self.list.push(Change {
                    kind,
                    doc_id: id,
                    before,
                    after,
                });
            }
        }
    }

    /// Those that make a difference.
    pub(crate) fn real(&self) -> impl Iterator<Item = &Change> {
        self.list
            .iter()
            .filter(|change| change.before != change.after)
    }

    /// Whether everything is as before.
    pub(crate) fn are_none(&self) -> bool {
        self.real().next().is_none()
    }

    pub(crate) fn kinds(&self) -> BTreeSet<Kind> {
        self.real().map(|change| change.kind).collect()
    }

    /// The body that a document has now, if this act changed it.
    pub(crate) fn get(&self, document: (Kind, Uuid)) -> Option<&Change> {
        self.list.get(*self.places.get(&document)?)
    }

    pub(crate) fn take(&mut self) -> Vec<Change> {
        self.places.clear();
        std::mem::take(&mut self.list)
    }
}
