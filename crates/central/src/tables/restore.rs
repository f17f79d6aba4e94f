//! Where feeds ended when the database was restored.

use crate::Trouble;
use crate::database::{Sql, number};
use crate::tables::centre::COMMON;
use crate::tables::feed::feed_of;
use sync::message::{Epoch, FeedPosition, FeedState, OfficeId};

/// The ends of the common feed and the office's own at each restore since an epoch.
pub(crate) async fn since(
    sql: &mut dyn Sql,
    (office, epoch): (OfficeId, Epoch),
) -> Result<Vec<FeedState>, Trouble> {
    let rows = sql
        .query(
            "SELECT office_id, seq, chain FROM restore_point \
             WHERE office_id IN ($1, $2) AND epoch > $3",
            &[office.0.into(), COMMON.0.into(), epoch.0.into()],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(FeedState {
                feed: feed_of(OfficeId(row.array(0)?)),
                position: FeedPosition {
                    seq: row.count(1)?,
                    chain: row.array(2)?,
                },
            })
        })
        .collect()
}

/// Notes where every feed ends now, as the beginning of an epoch.
pub(crate) async fn note(sql: &mut dyn Sql, epoch: Epoch) -> Result<(), Trouble> {
    sql.execute(
        "INSERT INTO restore_point (office_id, epoch, seq, chain) \
         SELECT office_id, $1, feed_seq, feed_chain FROM office_head",
        &[number(epoch.0.into())],
    )
    .await?;
    Ok(())
}
