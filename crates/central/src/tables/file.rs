//! Evidence that is whole.

use crate::Trouble;
use crate::database::{Sql, number};
use domain::Timestamp;
use sync::message::{DeviceId, OfficeId};

/// How long a file is; `None` when it is not here.
pub(crate) async fn length(
    sql: &mut dyn Sql,
    (office, hash): (OfficeId, &[u8; 32]),
) -> Result<Option<u64>, Trouble> {
    let rows = sql
        .query(
            "SELECT length FROM file WHERE office_id = $1 AND hash = $2",
            &[office.0.into(), hash.into()],
        )
        .await?;
    Ok(rows.first().map(|row| row.count(0)).transpose()?)
}

/// Bytes of evidence that an office keeps here.
pub(crate) async fn used(sql: &mut dyn Sql, office: OfficeId) -> Result<u64, Trouble> {
    let rows = sql
        .query(
            "SELECT file_bytes FROM office_head WHERE office_id = $1",
            &[office.0.into()],
        )
        .await?;
    let row = rows.first().ok_or(Trouble::NotFound("office"))?;
    Ok(row.count(0)?)
}

/// Notes a file that is whole; one that is here already is not counted twice.
pub(crate) async fn add(
    sql: &mut dyn Sql,
    (office, device, hash): (OfficeId, DeviceId, &[u8; 32]),
    (bytes, now): (u64, Timestamp),
) -> Result<(), Trouble> {
    let added = sql
        .execute(
            "INSERT INTO file (office_id, hash, length, device_id, received_at) \
             VALUES ($1, $2, $3, $4, $5) ON CONFLICT (office_id, hash) DO NOTHING",
            &[
                office.0.into(),
                hash.into(),
                number(bytes),
                device.0.into(),
                now.0.into(),
            ],
        )
        .await?;
    if added > 0 {
        sql.execute(
            "UPDATE office_head SET file_bytes = file_bytes + $2 WHERE office_id = $1",
            &[office.0.into(), number(bytes)],
        )
        .await?;
    }
    Ok(())
}
