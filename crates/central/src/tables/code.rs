//! Enrolment codes.

use crate::Trouble;
use crate::database::{Row, Sql};
use domain::Timestamp;
use sync::message::{DeviceId, OfficeId};

/// A code that was given out. Its secret is not kept.
#[derive(Clone, Debug)]
pub(crate) struct Code {
    pub(crate) office: OfficeId,
    pub(crate) name: [u8; 8],
    pub(crate) proof_key: [u8; 32],
    pub(crate) expires_at: Timestamp,
    pub(crate) used_by: Option<DeviceId>,
}

/// Notes a new code.
pub(crate) async fn add(sql: &mut dyn Sql, code: &Code, now: Timestamp) -> Result<(), Trouble> {
    sql.execute(
        "INSERT INTO enrolment_code (office_id, code, proof_key, made_at, expires_at) \
         VALUES ($1, $2, $3, $4, $5)",
        &[
            code.office.0.into(),
            code.name.into(),
            code.proof_key.into(),
            now.0.into(),
            code.expires_at.0.into(),
        ],
    )
    .await?;
    Ok(())
}

/// The code of this name. Nobody else uses it until the transaction ends.
pub(crate) async fn lock(sql: &mut dyn Sql, name: [u8; 8]) -> Result<Option<Code>, Trouble> {
    let rows = sql
        .lock(
            "SELECT office_id, proof_key, expires_at, used_by FROM enrolment_code WHERE code = $1",
            &[name.into()],
        )
        .await?;
    let Some(row) = rows.first() else {
        return Ok(None);
    };
    Ok(Some(Code {
        office: OfficeId(row.array(0)?),
        name,
        proof_key: row.array(1)?,
        expires_at: Timestamp(row.int(2)?),
        used_by: row.optional(3, Row::array)?.map(DeviceId),
    }))
}

/// Notes who used a code.
pub(crate) async fn used(
    sql: &mut dyn Sql,
    code: &Code,
    (device, now): (DeviceId, Timestamp),
) -> Result<(), Trouble> {
    sql.execute(
        "UPDATE enrolment_code SET used_by = $3, used_at = $4 \
         WHERE office_id = $1 AND code = $2",
        &[
            code.office.0.into(),
            code.name.into(),
            device.0.into(),
            now.0.into(),
        ],
    )
    .await?;
    Ok(())
}
