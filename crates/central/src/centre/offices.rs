//! What the centre's staff see of the offices.

use crate::{Centre, Trouble, tables};
use domain::{Kind, Timestamp};
use record::Folded;
use sync::message::OfficeId;

/// An office in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficeLine {
    /// The office.
    pub office: OfficeId,
    /// What it is called.
    pub name: String,
    /// Its devices.
    pub devices: u64,
    /// Records that came from it.
    pub records: u64,
    /// When one of its devices was here last, or something came by stick.
    pub last_sync: Option<Timestamp>,
    /// Records that wait for a base, a person or a newer program.
    pub held: u64,
    /// Cloned disks that were seen.
    pub forks: u64,
}

impl Centre {
    /// The documents of an office of one kind, as they are now.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn documents(&self, office: OfficeId, kind: Kind) -> Result<Vec<Folded>, Trouble> {
        self.database()
            .read(move |sql| Box::pin(tables::document::of_kind(sql, office, kind)))
            .await
    }

    /// Every office, by name.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn offices(&self) -> Result<Vec<OfficeLine>, Trouble> {
        let own = self.key().0;
        self.database()
            .read(move |sql| {
                Box::pin(async move {
                    let rows = sql.query(LIST, &[own.into()]).await?;
                    rows.iter()
                        .map(|row| {
                            let seen = row.optional(4, crate::database::Row::int)?;
                            let came = row.optional(5, crate::database::Row::int)?;
                            Ok(OfficeLine {
                                office: OfficeId(row.array(0)?),
                                name: row.text(1)?.to_owned(),
                                devices: row.count(2)?,
                                records: row.count(3)?,
                                last_sync: seen.max(came).map(Timestamp),
                                held: row.count(6)?,
                                forks: row.count(7)?,
                            })
                        })
                        .collect()
                })
            })
            .await
    }
}

/// The centre's own writer is no device of an office.
const LIST: &str = "SELECT o.office_id, o.name, \
    (SELECT count(*) FROM device d WHERE d.office_id = o.office_id AND d.public_key <> $1), \
    (SELECT count(*) FROM record r WHERE r.office_id = o.office_id), \
    (SELECT max(d.seen_at) FROM device d WHERE d.office_id = o.office_id AND d.public_key <> $1), \
    (SELECT max(b.received_at) FROM batch b WHERE b.office_id = o.office_id), \
    (SELECT count(*) FROM held h WHERE h.office_id = o.office_id), \
    (SELECT count(*) FROM fork f WHERE f.office_id = o.office_id) \
    FROM office o ORDER BY o.name, o.office_id";
