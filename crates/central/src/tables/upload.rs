//! Bytes that are on their way. Everything about them stands here, so that a line may come to one
//! server and its next attempt to another.

use crate::Trouble;
use crate::database::{Row, Sql, number};
use domain::Timestamp;
use sync::centre::{Attempt, Upload};
use sync::message::{DeviceId, OfficeId};

/// Which upload: of an office, by the 16 bytes of a batch or the 32 of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Key {
    pub(crate) office: OfficeId,
    pub(crate) id: Vec<u8>,
}

/// Uploads of one device that are not finished, at most; the oldest one gives way.
const UNFINISHED: i64 = 64;

/// The upload, locked.
pub(crate) async fn lock(sql: &mut dyn Sql, key: &Key) -> Result<Option<Upload>, Trouble> {
    let rows = sql
        .lock(ONE, &[key.office.0.into(), key.id.clone().into()])
        .await?;
    rows.first().map(upload).transpose()
}

/// The upload as it is.
pub(crate) async fn find(sql: &mut dyn Sql, key: &Key) -> Result<Option<Upload>, Trouble> {
    let rows = sql
        .query(ONE, &[key.office.0.into(), key.id.clone().into()])
        .await?;
    rows.first().map(upload).transpose()
}

const ONE: &str =
    "SELECT length, arrived, attempt FROM upload WHERE office_id = $1 AND upload_id = $2";

fn upload(row: &Row) -> Result<Upload, Trouble> {
    let stored = (row.count(1)?, Attempt(row.count(2)?));
    Ok(Upload::stored(row.count(0)?, stored))
}

/// Begins an upload. Two servers may do so at once: whoever comes second finds it.
pub(crate) async fn begin(
    sql: &mut dyn Sql,
    key: &Key,
    (device, length, now): (DeviceId, u64, Timestamp),
) -> Result<(), Trouble> {
    give_way(sql, (key.office, device)).await?;
    sql.execute(
        "INSERT INTO upload (office_id, upload_id, device_id, length, arrived, attempt, begun_at) \
         VALUES ($1, $2, $3, $4, 0, 0, $5) ON CONFLICT (office_id, upload_id) DO NOTHING",
        &[
            key.office.0.into(),
            key.id.clone().into(),
            device.0.into(),
            number(length),
            now.0.into(),
        ],
    )
    .await?;
    Ok(())
}

async fn give_way(
    sql: &mut dyn Sql,
    (office, device): (OfficeId, DeviceId),
) -> Result<(), Trouble> {
    let rows = sql
        .query(
            "SELECT upload_id FROM upload WHERE office_id = $1 AND device_id = $2 \
             ORDER BY begun_at DESC LIMIT 100 OFFSET $3",
            &[office.0.into(), device.0.into(), (UNFINISHED - 1).into()],
        )
        .await?;
    for row in &rows {
        let id = row.bytes(0)?.to_vec();
        remove(sql, &Key { office, id }).await?;
    }
    Ok(())
}

/// Writes how long an upload is, how far, and whose attempt it is.
pub(crate) async fn set(sql: &mut dyn Sql, key: &Key, upload: &Upload) -> Result<(), Trouble> {
    sql.execute(
        "UPDATE upload SET arrived = $3, attempt = $4, length = $5 \
         WHERE office_id = $1 AND upload_id = $2",
        &[
            key.office.0.into(),
            key.id.clone().into(),
            number(upload.offset()),
            number(upload.attempt().0),
            number(upload.length()),
        ],
    )
    .await?;
    Ok(())
}

/// Keeps bytes.
pub(crate) async fn add_chunk(
    sql: &mut dyn Sql,
    key: &Key,
    (start, bytes): (u64, Vec<u8>),
) -> Result<(), Trouble> {
    sql.execute(
        "INSERT INTO upload_chunk (office_id, upload_id, start, bytes) VALUES ($1, $2, $3, $4)",
        &[
            key.office.0.into(),
            key.id.clone().into(),
            number(start),
            bytes.into(),
        ],
    )
    .await?;
    Ok(())
}

/// All bytes that are there.
pub(crate) async fn bytes(sql: &mut dyn Sql, key: &Key) -> Result<Vec<u8>, Trouble> {
    let rows = sql
        .query(
            "SELECT bytes FROM upload_chunk WHERE office_id = $1 AND upload_id = $2 \
             ORDER BY start",
            &[key.office.0.into(), key.id.clone().into()],
        )
        .await?;
    let mut bytes = Vec::new();
    for row in &rows {
        bytes.extend_from_slice(row.bytes(0)?);
    }
    Ok(bytes)
}

/// Forgets the bytes, not the upload.
pub(crate) async fn remove_chunks(sql: &mut dyn Sql, key: &Key) -> Result<(), Trouble> {
    sql.execute(
        "DELETE FROM upload_chunk WHERE office_id = $1 AND upload_id = $2",
        &[key.office.0.into(), key.id.clone().into()],
    )
    .await?;
    Ok(())
}

/// Forgets an upload: it is taken in, or never was.
pub(crate) async fn remove(sql: &mut dyn Sql, key: &Key) -> Result<(), Trouble> {
    remove_chunks(sql, key).await?;
    sql.execute(
        "DELETE FROM upload WHERE office_id = $1 AND upload_id = $2",
        &[key.office.0.into(), key.id.clone().into()],
    )
    .await?;
    Ok(())
}
