//! What people at the centre decide: who may write, what counts, which period is closed.

use super::enrol::tell;
use super::load;
use super::rows::Rows;
use super::rules::KnownRules;
use super::write::{Desk, write};
use crate::database::Sql;
use crate::tables::device::Device;
use crate::tables::feed::feed_of;
use crate::{Centre, Trouble, tables};
use domain::{Period, Timestamp};
use record::{Placed, Stream};
use std::collections::BTreeSet;
use std::sync::Arc;
use sync::centre::{StoredRecord, release};
use sync::ledger::DocumentKey;
use sync::message::{
    AdminEntry, DeviceId, FeedEntry, FeedItem, OfficeId, OutcomeCode, Position, Revocation,
};

/// A record that waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeldRecord {
    /// Its stream.
    pub stream: Stream,
    /// Its place there.
    pub place: Position,
    /// Why it waits.
    pub outcome: OutcomeCode,
    /// Since when, by the centre's time.
    pub since: Timestamp,
}

impl Centre {
    /// Revokes a device: what the centre holds of it now is trusted, what comes later waits for a
    /// person. One that was revoked before stays as it is.
    ///
    /// # Errors
    /// [`Trouble::NotFound`] when there is no such device.
    pub async fn revoke(&self, device: DeviceId) -> Result<(), Trouble> {
        let at = self.now();
        self.database()
            .write(move |sql| {
                Box::pin(async move {
                    let found = tables::device::find(sql, device).await?;
                    let office = found.ok_or(Trouble::NotFound("device"))?.certificate.office;
                    // Behind the lock: no batch of the device comes between.
                    tables::feed::lock(sql, feed_of(office)).await?;
                    let again = tables::device::find(sql, device).await?;
                    if again.is_none_or(|it| it.revocation.is_some()) {
                        return Ok(());
                    }
                    let revocation = Revocation {
                        device,
                        valid_through: tables::device::held_through(sql, (office, device)).await?,
                        at,
                    };
                    tables::device::revoke(sql, office, &revocation).await?;
                    tell(sql, office, AdminEntry::Revoked(revocation)).await
                })
            })
            .await
    }

    /// Whether a device may not write any more.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn is_revoked(&self, device: DeviceId) -> Result<bool, Trouble> {
        let found = self
            .database()
            .read(move |sql| Box::pin(tables::device::find(sql, device)))
            .await?;
        Ok(found.is_none_or(|device: Device| device.revocation.is_some()))
    }

    /// Everything of an office that waits, oldest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn held(&self, office: OfficeId) -> Result<Vec<HeldRecord>, Trouble> {
        self.database()
            .read(move |sql| {
                Box::pin(async move {
                    let mut held = Vec::new();
                    for it in tables::held::all(sql, office).await? {
                        let stored =
                            tables::record::one(sql, (office, it.stream, it.place)).await?;
                        held.push(HeldRecord {
                            stream: it.stream,
                            place: it.place,
                            outcome: stored.ok_or(Trouble::odd("a held record"))?.outcome,
                            since: it.since,
                        });
                    }
                    Ok(held)
                })
            })
            .await
    }

    /// A person lets a record through: late, or of a revoked device. It may still have to wait for
    /// its base.
    ///
    /// # Errors
    /// [`Trouble::NotFound`] when there is no such record.
    pub async fn admit(&self, stream: Stream, place: Position) -> Result<(), Trouble> {
        let (now, rules) = (self.now(), self.known_rules());
        self.database()
            .write(move |sql| {
                Box::pin(async move {
                    let id = DeviceId(stream.device_id());
                    let found = tables::device::find(sql, id).await?;
                    let device = found.ok_or(Trouble::NotFound("device"))?;
                    // Locked before the record is read: two people may press at once.
                    tables::feed::lock(sql, feed_of(device.certificate.office)).await?;
                    let key = (device.certificate.office, stream, place);
                    let stored = tables::record::one(sql, key).await?;
                    let stored = stored.ok_or(Trouble::NotFound("record"))?;
                    let waits = matches!(stored.outcome, OutcomeCode::Held(_));
                    if waits {
                        let_through(sql, device.certificate.office, (vec![stored], now, rules))
                            .await?;
                    }
                    Ok(())
                })
            })
            .await
    }

    /// Folds the records that an older program only stored. Cheap when there are none.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn understand(&self) -> Result<(), Trouble> {
        let offices = self
            .database()
            .read(|sql| Box::pin(tables::held::offices_with_unknown(sql)))
            .await?;
        let now = self.now();
        for office in offices {
            let rules = self.known_rules();
            self.database()
                .write(move |sql| {
                    Box::pin(async move {
                        tables::feed::lock(sql, feed_of(office)).await?;
                        let unknown = tables::held::unknown(sql, office).await?;
                        let_through(sql, office, (unknown, now, rules)).await
                    })
                })
                .await?;
        }
        Ok(())
    }

    /// Closes a period of an office; one that is closed stays as it is. Ratings that come later
    /// wait for a person.
    ///
    /// # Errors
    /// [`Trouble::NotFound`] when there is no such office.
    pub async fn close_period(&self, office: OfficeId, period: Period) -> Result<(), Trouble> {
        let at = self.now();
        self.database()
            .write(move |sql| {
                Box::pin(async move {
                    let feed = feed_of(office);
                    let before = tables::feed::lock(sql, feed).await?;
                    let closed = tables::closing::of(sql, office).await?;
                    if closed.contains_key(&period) {
                        return Ok(());
                    }
                    tables::closing::add(sql, office, (period, at)).await?;
                    let entry = FeedEntry {
                        seq: before.seq + 1,
                        item: FeedItem::Closing { period, at },
                    };
                    tables::feed::add(sql, (feed, before), vec![entry]).await
                })
            })
            .await
    }
}

async fn let_through(
    sql: &mut dyn Sql,
    office: OfficeId,
    (records, now, rules): (Vec<StoredRecord>, Timestamp, Arc<KnownRules>),
) -> Result<(), Trouble> {
    let keys: BTreeSet<DocumentKey> = records.iter().filter_map(document_of).collect();
    let loaded = load::for_release(sql, office, (&keys, now)).await?;
    let known = loaded.ledger.documents.keys().copied().collect();
    let desk = Desk {
        office,
        feed: (loaded.feed.feed(), loaded.feed.position()),
        now,
    };
    let arrivals = records
        .into_iter()
        .map(|stored| (stored.arrival, stored.outcome))
        .collect();
    let rows = Rows::of(sql, &desk, (release(loaded, arrivals), &known)).await?;
    write(sql, &desk, (rows, None, &rules)).await
}

fn document_of(stored: &StoredRecord) -> Option<DocumentKey> {
    Placed {
        record: &stored.arrival.record,
        chain: stored.arrival.place.chain,
    }
    .document()
}
