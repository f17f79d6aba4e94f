//! Tertahan: what waits for a person.

use super::answer::PageTrouble;
use super::desk::Desk;
use super::people::{about, count};
use crate::Trouble;
use crate::database::{Row, Sql, Value, number, plain};
use crate::files::{from_hexadecimal, hexadecimal};
use crate::tables::outcome;
use api::ErrorCode;
use api::central::PAGE;
use api::central::audit::Act;
use api::central::held::{
    HeldLine, HeldPage, Leave, LeftBy, LetThrough, ListHeld, RecordPlace, Why,
};
use domain::{Kind, Timestamp};
use record::{Chain, HeldReason, Stream, decode};
use sync::centre::StoredRecord;
use sync::message::{Held, OfficeId, OutcomeCode, Position};

/// A page of what waits, oldest first.
pub(super) async fn list(desk: &Desk, request: ListHeld) -> Result<HeldPage, PageTrouble> {
    desk.database()
        .read(move |sql| {
            Box::pin(async move {
                let found = sql
                    .query(
                        "SELECT h.office_id, o.name, h.stream, h.seq, h.chain, h.since, h.kind, \
                         n.who, n.at, n.reason FROM held h \
                         JOIN office o ON o.office_id = h.office_id LEFT JOIN held_note n \
                         ON n.office_id = h.office_id AND n.stream = h.stream \
                         AND n.seq = h.seq AND n.chain = h.chain \
                         ORDER BY h.since, h.arrival, h.office_id LIMIT $1 OFFSET $2",
                        &[PAGE.into(), request.skip.into()],
                    )
                    .await?;
                let mut rows = Vec::with_capacity(found.len());
                for row in &found {
                    rows.push(line(sql, row).await?);
                }
                Ok(HeldPage {
                    rows,
                    total: count(sql, "SELECT count(*) FROM held", &[]).await?,
                })
            })
        })
        .await
        .map_err(|error: Trouble| error.into())
}

async fn line(sql: &mut dyn Sql, row: &Row) -> Result<HeldLine, Trouble> {
    let office = OfficeId(row.array(0)?);
    let stream = Stream(row.array(2)?);
    let place = Position {
        seq: row.count(3)?,
        chain: Chain(row.array(4)?),
    };
    let stored = crate::tables::record::one(sql, (office, stream, place)).await?;
    let stored = stored.ok_or(Trouble::odd("a held record"))?;
    let kind = u8::try_from(row.int(6)?).ok().and_then(Kind::from_number);
    let (about, period) = match document(&stored, kind) {
        Some(document) => about(sql, office, &document).await?,
        None => (String::new(), None),
    };
    let left = match row.optional(7, Row::text)? {
        Some(name) => Some(LeftBy {
            name: name.to_owned(),
            at: Timestamp(row.int(8)?),
            reason: row.text(9)?.to_owned(),
        }),
        None => None,
    };
    Ok(HeldLine {
        office_name: row.text(1)?.to_owned(),
        record: RecordPlace {
            stream: hexadecimal(&stream.0),
            seq: place.seq,
            chain: hexadecimal(&place.chain.0),
        },
        why: why(stored.outcome),
        kind,
        about,
        period,
        since: Timestamp(row.int(5)?),
        left,
    })
}

fn document(stored: &StoredRecord, kind: Option<Kind>) -> Option<domain::Document> {
    let record = &stored.arrival.record;
    decode(kind?, record.header.schema, record.body.as_deref()?).ok()
}

const fn why(outcome: OutcomeCode) -> Why {
    match outcome {
        OutcomeCode::Held(Held::ByRule(HeldReason::MissingBase)) => Why::MissingBase,
        OutcomeCode::Held(Held::ByRule(HeldReason::Late)) => Why::Late,
        OutcomeCode::Held(Held::ByRule(HeldReason::PerhapsLate)) => Why::PerhapsLate,
        OutcomeCode::Held(Held::Revoked) => Why::Revoked,
        _ => Why::Newer,
    }
}

/// A record that waits, with whom it is about.
struct Found {
    office: OfficeId,
    stream: Stream,
    place: Position,
    about: String,
}

async fn find(desk: &Desk, record: &RecordPlace) -> Result<Found, PageTrouble> {
    let stream = from_hexadecimal(&record.stream).ok_or(ErrorCode::NotFound)?;
    let chain = from_hexadecimal(&record.chain).ok_or(ErrorCode::NotFound)?;
    let (stream, place) = (
        Stream(stream),
        Position {
            seq: record.seq,
            chain: Chain(chain),
        },
    );
    let found = desk
        .database()
        .read(move |sql| {
            Box::pin(async move {
                let id = sync::message::DeviceId(stream.device_id());
                let device = crate::tables::device::find(sql, id).await?;
                let office = device
                    .ok_or(Trouble::NotFound("device"))?
                    .certificate
                    .office;
                let stored = crate::tables::record::one(sql, (office, stream, place)).await?;
                let stored = stored.filter(|it| outcome::waits(it.outcome));
                let stored = stored.ok_or(Trouble::NotFound("record"))?;
                let kind = Kind::from_number(stored.arrival.record.header.kind.0);
                let name = crate::tables::office::name(sql, office).await?;
                let about = match document(&stored, kind) {
                    Some(document) => about(sql, office, &document).await?.0,
                    None => String::new(),
                };
                Ok::<_, Trouble>(Found {
                    office,
                    stream,
                    place,
                    about: format!("{about} · {name}"),
                })
            })
        })
        .await?;
    Ok(found)
}

/// Lets a record through.
pub(super) async fn let_through(desk: &Desk, request: LetThrough) -> Result<(), PageTrouble> {
    let found = find(desk, &request.record).await?;
    desk.note(Act::LetThrough, found.about).await?;
    Ok(desk.centre().admit(found.stream, found.place).await?)
}

/// Leaves a record waiting, with a reason.
pub(super) async fn leave(desk: &Desk, request: Leave) -> Result<(), PageTrouble> {
    let reason = request.reason.trim().to_owned();
    if reason.is_empty() {
        return Err(ErrorCode::Field("reason".to_owned()).into());
    }
    let found = find(desk, &request.record).await?;
    desk.note(Act::LeftWaiting, format!("{} · {reason}", found.about))
        .await?;
    let (actor, now) = (desk.actor(), desk.now());
    desk.database()
        .write(move |sql| {
            Box::pin(async move {
                let values: [Value; 7] = [
                    found.office.0.into(),
                    found.stream.0.into(),
                    number(found.place.seq),
                    found.place.chain.0.into(),
                    plain(&actor.name),
                    now.0.into(),
                    plain(&reason),
                ];
                sql.execute(
                    "INSERT INTO held_note (office_id, stream, seq, chain, who, at, reason) \
                     VALUES ($1, $2, $3, $4, $5, $6, $7) \
                     ON CONFLICT (office_id, stream, seq, chain) DO UPDATE SET \
                     who = excluded.who, at = excluded.at, reason = excluded.reason",
                    &values,
                )
                .await?;
                Ok::<_, Trouble>(())
            })
        })
        .await?;
    Ok(())
}
