//! Where feeds ended when the database was restored.

use crate::Trouble;
use crate::database::{Question, Row, Sql, number};
use crate::tables::centre::COMMON;
use crate::tables::feed::feed_of;
use sync::message::{Epoch, FeedPosition, FeedState, OfficeId};

/// Asks where the common feed and the office's own ended at each restore since an epoch.
pub(crate) fn ask_since((office, epoch): (OfficeId, Epoch)) -> Question {
    Question::new(
        "SELECT office_id, seq, chain FROM restore_point \
         WHERE office_id IN ($1, $2) AND epoch > $3",
        vec![office.0.into(), COMMON.0.into(), epoch.0.into()],
    )
}

/// Reads where feeds ended at restores.
pub(crate) fn read_since(rows: &[Row]) -> Result<Vec<FeedState>, Trouble> {
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
