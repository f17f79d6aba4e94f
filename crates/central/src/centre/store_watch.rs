//! How the store of files was found last. What is in a pack stands in the database too, so while
//! the store is down packs travel with their offers, and only what cannot do that waits.

use crate::files::Shelf;
use crate::{Centre, Trouble};
use bytes::Bytes;
use domain::Timestamp;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::gauge::Gauge;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use sync::message::PackId;

/// After a failure the store is left alone for so long, in microseconds: nobody else should wait
/// for what was down a moment before.
const REST: i64 = 60 * 1_000_000;
/// A pack is a megabyte at most. A store that takes longer for it counts as down.
const PATIENCE: Duration = Duration::from_secs(5);

/// What this process knows of the store of files.
#[derive(Default)]
pub(crate) struct StoreWatch {
    failed_at: Mutex<Option<Timestamp>>,
    down: Gauge,
    failures: Counter,
}

impl StoreWatch {
    /// One while the store is down, and how often it failed.
    pub(crate) fn numbers(&self) -> (Gauge, Counter) {
        (self.down.clone(), self.failures.clone())
    }

    fn failed_at(&self) -> Option<Timestamp> {
        *self
            .failed_at
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether the store failed and nobody tries it yet.
    pub(super) fn rests(&self, now: Timestamp) -> bool {
        let rests = |failed: Timestamp| (failed.0..failed.0.saturating_add(REST)).contains(&now.0);
        self.failed_at().is_some_and(rests)
    }

    fn set(&self, failed_at: Option<Timestamp>) -> Option<Timestamp> {
        let mut known = self
            .failed_at
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        std::mem::replace(&mut known, failed_at)
    }

    fn failed(&self, trouble: &Trouble, now: Timestamp) {
        self.failures.inc();
        self.down.set(1);
        if self.set(Some(now)).is_none() {
            let causes = crate::http::causes(trouble);
            tracing::warn!(%causes, "the store of files is down; packs travel with their offers");
        }
    }

    fn worked(&self) {
        self.down.set(0);
        if self.set(None).is_some() {
            tracing::info!("the store of files works again");
        }
    }
}

impl Centre {
    pub(crate) fn store_watch(&self) -> &StoreWatch {
        &self.0.store_watch
    }

    /// Passes on what came of a use of the store, and remembers a failure.
    pub(super) fn watched<T>(&self, outcome: Result<T, Trouble>) -> Result<T, Trouble> {
        outcome.inspect_err(|trouble| self.store_watch().failed(trouble, self.now()))
    }

    /// Puts a pack where devices can fetch it; false when the store is down.
    pub(super) async fn keep_pack(&self, id: PackId, bytes: &Bytes) -> bool {
        let kept = tokio::time::timeout(PATIENCE, self.put_pack(id, bytes)).await;
        let kept = self.watched(kept.unwrap_or(Err(Trouble::GaveUp)));
        if kept.is_ok() {
            self.store_watch().worked();
        }
        kept.is_ok()
    }

    async fn put_pack(&self, id: PackId, bytes: &Bytes) -> Result<(), Trouble> {
        let place = (Shelf::Packs, &id.0);
        self.files().put(place, bytes.clone()).await?;
        // A store that failed before has to give back what it took: it may be its reading that fails.
        let is_trusted = self.store_watch().failed_at().is_none();
        if is_trusted || self.files().get(place).await?.as_ref() == Some(bytes) {
            return Ok(());
        }
        Err(Trouble::NotFound("pack"))
    }
}
