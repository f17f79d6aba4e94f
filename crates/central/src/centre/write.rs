//! Writing what was planned.

use super::rows::Rows;
use super::rules::KnownRules;
use crate::Trouble;
use crate::database::Sql;
use crate::{pages, tables};
use domain::Timestamp;
use record::Stream;
use sync::batch::Envelope;
use sync::message::{Feed, FeedPosition, OfficeId, OutcomeCode, Position};

/// Where changes are written: the office, the end of its feed, and the time.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub(super) office: OfficeId,
    pub(super) feed: (Feed, FeedPosition),
    pub(super) now: Timestamp,
}

/// A batch whose bytes are kept.
pub(super) struct Original {
    pub(super) envelope: Envelope,
    pub(super) bytes: Vec<u8>,
}

/// Writes a plan's rows, all of them, in a transaction that found the office where the plan did and
/// keeps it there.
pub(super) async fn write(
    sql: &mut dyn Sql,
    desk: &Desk,
    (rows, original, rules): (Rows, Option<Original>, &KnownRules),
) -> Result<(), Trouble> {
    let (office, now) = (desk.office, desk.now);
    for (stream, line) in &rows.lines {
        tables::line::set(sql, (office, *stream), line).await?;
    }
    for fork in &rows.forks {
        tables::fork::add(sql, office, fork).await?;
    }
    if let (Some(upload), Some(original)) = (rows.batch, original) {
        let row = (&original.envelope, original.bytes, now);
        tables::batch::add(sql, (office, upload), row).await?;
    }
    sql.insert(&tables::record::TABLE, &rows.records).await?;
    for (stream, place) in &rows.let_through {
        tables::record::let_through(sql, (office, *stream, *place)).await?;
    }
    write_outcomes(sql, office, &rows.outcomes).await?;
    tables::held::add(sql, &rows.waiting).await?;
    rows.documents.write(sql, &tables::document::TABLE).await?;
    let (told, counts) = rows.projection.write(sql, (office, now)).await?;
    pages::tracking::follow(sql, (office, now), (&told, &counts, rules)).await?;
    if !rows.records.is_empty() {
        tables::tally::add_to_week(sql, (office, now), rows.counts).await?;
    }
    rows.feed.write(sql).await
}

async fn write_outcomes(
    sql: &mut dyn Sql,
    office: OfficeId,
    outcomes: &[(Stream, Position, OutcomeCode)],
) -> Result<(), Trouble> {
    tables::record::set_outcomes(sql, office, outcomes).await?;
    let changed: Vec<(Stream, Position)> = outcomes
        .iter()
        .map(|(stream, place, _)| (*stream, *place))
        .collect();
    tables::held::remove(sql, office, &changed).await
}
