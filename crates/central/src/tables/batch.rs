//! Batches as they came.

use crate::Trouble;
use crate::database::{Sql, number};
use domain::Timestamp;
use record::Stream;
use sync::batch::Envelope;
use sync::message::{OfficeId, UploadId};

/// Keeps the signed bytes of a batch.
pub(crate) async fn add(
    sql: &mut dyn Sql,
    (office, upload): (OfficeId, UploadId),
    (envelope, bytes, now): (&Envelope, Vec<u8>, Timestamp),
) -> Result<(), Trouble> {
    sql.execute(
        "INSERT INTO batch (office_id, upload_id, stream, first_seq, through_seq, received_at, \
         bytes) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &[
            office.0.into(),
            upload.0.into(),
            envelope.before.stream.0.into(),
            number(envelope.first_seq()),
            number(envelope.checkpoint.through_seq),
            now.0.into(),
            bytes.into(),
        ],
    )
    .await?;
    Ok(())
}

/// The bytes of a batch that came before.
pub(crate) async fn bytes(
    sql: &mut dyn Sql,
    (office, upload): (OfficeId, UploadId),
) -> Result<Option<Vec<u8>>, Trouble> {
    let rows = sql
        .query(
            "SELECT bytes FROM batch WHERE office_id = $1 AND upload_id = $2",
            &[office.0.into(), upload.0.into()],
        )
        .await?;
    Ok(rows
        .first()
        .map(|row| row.bytes(0))
        .transpose()?
        .map(<[u8]>::to_vec))
}

/// A batch as it is stored.
pub(crate) struct Stored {
    pub(crate) upload: UploadId,
    pub(crate) first_seq: u64,
    pub(crate) bytes: Vec<u8>,
}

/// Batches of a stream behind one, in the order of their first records.
pub(crate) async fn page(
    sql: &mut dyn Sql,
    (office, stream): (OfficeId, Stream),
    (after, most): (Option<&(u64, UploadId)>, i64),
) -> Result<Vec<Stored>, Trouble> {
    let (first_seq, upload) = after.map_or((0, UploadId([0; 16])), |after| *after);
    let rows = sql
        .query(
            "SELECT upload_id, first_seq, bytes FROM batch WHERE office_id = $1 AND stream = $2 \
             AND (first_seq, upload_id) > ($3, $4) ORDER BY first_seq, upload_id LIMIT $5",
            &[
                office.0.into(),
                stream.0.into(),
                number(first_seq),
                upload.0.into(),
                most.into(),
            ],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Stored {
                upload: UploadId(row.array(0)?),
                first_seq: row.count(1)?,
                bytes: row.bytes(2)?.to_vec(),
            })
        })
        .collect()
}
