//! Packs that were offered.

use crate::Trouble;
use crate::database::{Sql, number};
use crate::tables::centre::COMMON;
use domain::Timestamp;
use sync::message::{OfficeId, PackId};

/// Notes that a pack was offered to the devices of an office.
pub(crate) async fn offered(
    sql: &mut dyn Sql,
    (office, pack): (OfficeId, PackId),
    (length, now): (u64, Timestamp),
) -> Result<(), Trouble> {
    sql.execute(
        "INSERT INTO pack (office_id, pack_id, length, made_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (office_id, pack_id) DO UPDATE SET made_at = excluded.made_at",
        &[office.0.into(), pack.0.into(), number(length), now.0.into()],
    )
    .await?;
    Ok(())
}

/// Whether a device of this office may fetch the pack.
pub(crate) async fn is_open_to(
    sql: &mut dyn Sql,
    (office, pack): (OfficeId, PackId),
) -> Result<bool, Trouble> {
    let rows = sql
        .query(
            "SELECT length FROM pack WHERE office_id IN ($1, $2) AND pack_id = $3",
            &[office.0.into(), COMMON.0.into(), pack.0.into()],
        )
        .await?;
    Ok(!rows.is_empty())
}
