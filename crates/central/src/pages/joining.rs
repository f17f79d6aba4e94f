//! Kode gabung and computers.

use super::answer::PageTrouble;
use super::desk::Desk;
use super::people::{count, key_of, office_of};
use super::search::part_of;
use crate::Trouble;
use crate::database::{Row, Sql, Value};
use crate::files::{from_hexadecimal, hexadecimal};
use api::ErrorCode;
use api::central::audit::Act;
use api::central::joining::{
    CancelCode, CodeLine, CodeState, Codes, DeviceId, DeviceLine, Devices, ListCodes, ListDevices,
    MadeCode, MakeCode, RevokeDevice,
};
use api::central::{CentreTrouble, PAGE};
use domain::Timestamp;
use sync::message::OfficeId;

/// A page of codes, newest first.
pub(super) async fn codes(desk: &Desk, request: ListCodes) -> Result<Codes, PageTrouble> {
    let now = desk.now();
    desk.database()
        .read(move |sql| {
            Box::pin(async move {
                let rows = sql
                    .query(
                        "SELECT c.office_id, o.name, c.code, c.made_at, c.expires_at, d.name, \
                         c.used_at FROM enrolment_code c \
                         JOIN office o ON o.office_id = c.office_id LEFT JOIN device d \
                         ON d.office_id = c.office_id AND d.device_id = c.used_by \
                         ORDER BY c.made_at DESC, c.code LIMIT $1 OFFSET $2",
                        &[PAGE.into(), request.skip.into()],
                    )
                    .await?;
                let rows = rows.iter().map(|row| code(row, now));
                Ok(Codes {
                    rows: rows.collect::<Result<_, Trouble>>()?,
                    total: count(sql, "SELECT count(*) FROM enrolment_code", &[]).await?,
                })
            })
        })
        .await
        .map_err(|error: Trouble| error.into())
}

fn code(row: &Row, now: Timestamp) -> Result<CodeLine, Trouble> {
    let expires_at = Timestamp(row.int(4)?);
    let state = match row.optional(6, Row::int)? {
        Some(_) => CodeState::Used(row.optional(5, Row::text)?.unwrap_or_default().to_owned()),
        None if now > expires_at => CodeState::Over,
        None => CodeState::Good,
    };
    Ok(CodeLine {
        office: key_of(OfficeId(row.array(0)?)),
        office_name: row.text(1)?.to_owned(),
        code: hexadecimal(row.bytes(2)?),
        made_at: Timestamp(row.int(3)?),
        expires_at,
        state,
    })
}

/// Makes a code.
pub(super) async fn make(desk: &Desk, request: MakeCode) -> Result<MadeCode, PageTrouble> {
    let office_name = request.office.trim().to_owned();
    if office_name.is_empty() {
        return Err(ErrorCode::Field("office".to_owned()).into());
    }
    desk.note(Act::CodeMade, office_name.clone()).await?;
    let enrolled = desk.centre().new_code(&office_name).await?;
    Ok(MadeCode {
        office_name,
        code: enrolled.code,
    })
}

/// Takes a code back that nobody has used.
pub(super) async fn cancel(desk: &Desk, request: CancelCode) -> Result<(), PageTrouble> {
    let code: [u8; 8] = from_hexadecimal(&request.code).ok_or(ErrorCode::NotFound)?;
    let (office, now) = (office_of(request.office), desk.now());
    let name = desk
        .database()
        .read(move |sql| Box::pin(crate::tables::office::name(sql, office)))
        .await?;
    desk.note(Act::CodeCancelled, name).await?;
    let changed = desk
        .database()
        .write(move |sql| {
            Box::pin(async move {
                let statement = "UPDATE enrolment_code SET expires_at = $3 WHERE office_id = $1 \
                    AND code = $2 AND used_by IS NULL AND expires_at >= $3";
                // A moment ago: who comes now comes too late.
                let values: [Value; 3] = [office.0.into(), code.into(), (now.0 - 1).into()];
                Ok::<_, Trouble>(sql.execute(statement, &values).await?)
            })
        })
        .await?;
    if changed == 0 {
        return Err(CentreTrouble::CodeUsed.into());
    }
    Ok(())
}

const MATCHES: &str = "FROM device d JOIN office o ON o.office_id = d.office_id \
    WHERE d.public_key <> $1 AND (lower(o.name) LIKE $2 ESCAPE '\\' \
    OR lower(d.name) LIKE $2 ESCAPE '\\')";

/// A page of computers, newest first. The centre's own writer is none.
pub(super) async fn devices(desk: &Desk, request: ListDevices) -> Result<Devices, PageTrouble> {
    let own = desk.centre().key().0;
    desk.database()
        .read(move |sql| {
            Box::pin(async move {
                let mut values: Vec<Value> = vec![own.into(), part_of(&request.search).into()];
                let statement = format!("SELECT count(*) {MATCHES}");
                let total = count(sql, &statement, &values).await?;
                values.extend([PAGE.into(), request.skip.into()]);
                let statement = format!(
                    "SELECT d.device_id, o.name, d.name, d.enrolled_at, d.seen_at, d.revoked_at, \
                     d.office_id {MATCHES} ORDER BY d.enrolled_at DESC, d.device_id \
                     LIMIT $3 OFFSET $4"
                );
                let found = sql.query(&statement, &values).await?;
                let mut rows = Vec::with_capacity(found.len());
                for row in &found {
                    rows.push(device(sql, row).await?);
                }
                Ok(Devices { rows, total })
            })
        })
        .await
        .map_err(|error: Trouble| error.into())
}

async fn device(sql: &mut dyn Sql, row: &Row) -> Result<DeviceLine, Trouble> {
    let id: [u8; 16] = row.array(0)?;
    // The streams of a device begin with its id, so they lie between these two.
    let streams = [[0; 16], [0xff; 16]].map(|end| [id, end].concat());
    let [first, last] = streams.map(Value::from);
    let forks = count(
        sql,
        "SELECT count(*) FROM fork WHERE office_id = $1 AND stream BETWEEN $2 AND $3",
        &[row.array::<16>(6)?.into(), first, last],
    )
    .await?;
    Ok(DeviceLine {
        device: DeviceId::from_bytes(id),
        office_name: row.text(1)?.to_owned(),
        name: row.text(2)?.to_owned(),
        enrolled_at: Timestamp(row.int(3)?),
        seen_at: row.optional(4, Row::int)?.map(Timestamp),
        revoked_at: row.optional(5, Row::int)?.map(Timestamp),
        is_cloned: forks > 0,
    })
}

/// Revokes a computer.
pub(super) async fn revoke(desk: &Desk, request: RevokeDevice) -> Result<(), PageTrouble> {
    let id = request.device;
    let name = desk
        .database()
        .read(move |sql| {
            Box::pin(async move {
                let statement = "SELECT d.name, o.name FROM device d \
                    JOIN office o ON o.office_id = d.office_id WHERE d.device_id = $1";
                let rows = sql.query(statement, &[id.into_bytes().into()]).await?;
                let row = rows.first().ok_or(Trouble::NotFound("device"))?;
                Ok::<_, Trouble>(format!("{} · {}", row.text(0)?, row.text(1)?))
            })
        })
        .await?;
    desk.note(Act::DeviceRevoked, name).await?;
    let device = sync::message::DeviceId(id.into_bytes());
    Ok(desk.centre().revoke(device).await?)
}
