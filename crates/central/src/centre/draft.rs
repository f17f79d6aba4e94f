//! Planning a batch before the transaction that writes it.
//!
//! A transaction is everybody's narrow place: SQLite has one writer, and in PostgreSQL the office's
//! feed is locked. So a batch is planned and encoded against what stands when it is opened. The
//! transaction only looks whether the office still stands there, and plans again when it does not.

use super::load::{self, Standing};
use super::rows::Rows;
use super::write::Desk;
use crate::Trouble;
use crate::database::Sql;
use crate::tables::device::Device;
use domain::Timestamp;
use sync::Unsigned;
use sync::centre::{Change, Plan, VerifiedBatch, needs, plan};
use sync::message::{Receipt, Refusal};

/// What is written for a batch if the office stands where it stood.
pub(super) struct Draft {
    pub(super) standing: Standing,
    pub(super) desk: Desk,
    pub(super) planned: Result<Planned, Refusal>,
}

/// A plan, as rows.
pub(super) struct Planned {
    /// `None` when nothing is new.
    pub(super) rows: Option<Rows>,
    /// Whether it begins a further line of its stream.
    pub(super) is_forked: bool,
    pub(super) receipt: Unsigned<Receipt>,
}

/// Plans a batch of this device against what stands now.
pub(super) async fn draft(
    sql: &mut dyn Sql,
    (device, batch): (&Device, &VerifiedBatch),
    now: Timestamp,
) -> Result<Draft, Trouble> {
    let needs = needs(batch);
    let reach = (needs.from_seq, needs.through_seq);
    let loaded = load::loaded(sql, (device, needs.stream, now), (reach, &needs.documents)).await?;
    let standing = Standing::of(&loaded);
    let desk = Desk {
        office: device.certificate.office,
        feed: (loaded.feed.feed(), loaded.feed.position()),
        now,
    };
    let known = loaded.ledger.documents.keys().copied().collect();
    let planned = match plan(loaded, batch) {
        Err(refusal) => Err(refusal),
        Ok(Plan { changes, receipt }) => Ok(Planned {
            is_forked: changes.iter().any(|it| matches!(it, Change::Fork(_))),
            rows: match changes.as_slice() {
                [] => None,
                _ => Some(Rows::of(sql, &desk, (changes, &known)).await?),
            },
            receipt,
        }),
    };
    Ok(Draft {
        standing,
        desk,
        planned,
    })
}
