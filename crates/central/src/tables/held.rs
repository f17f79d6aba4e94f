//! Records that are stored and not folded.

use crate::Trouble;
use crate::database::{Kind, Question, Sql, Table, Value, number};
use crate::tables::record::{STORED, stored};
use crate::tables::{outcome, record};
use ::record::{Placed, Stream};
use domain::Timestamp;
use std::collections::BTreeMap;
use sync::centre::StoredRecord;
use sync::ledger::{Arrival, DocumentKey};
use sync::message::{OfficeId, OutcomeCode, Position};

const TABLE: Table = Table {
    name: "held",
    columns: &[
        ("office_id", Kind::Bytes),
        ("stream", Kind::Bytes),
        ("seq", Kind::Int),
        ("chain", Kind::Bytes),
        ("outcome", Kind::Int),
        ("kind", Kind::Int),
        ("doc_id", Kind::Bytes),
        ("since", Kind::Int),
        ("arrival", Kind::Int),
    ],
    key: 4,
};

/// The row of a record that waits; `order` tells which came first.
pub(crate) fn row(
    office: OfficeId,
    (arrival, code): (&Arrival, OutcomeCode),
    (now, order): (Timestamp, u64),
) -> Vec<Value> {
    let header = &arrival.record.header;
    let placed = Placed {
        record: &arrival.record,
        chain: arrival.place.chain,
    };
    let (kind, id) = match placed.document() {
        Some((kind, id)) => (kind.number(), id),
        None => (header.kind.0, header.doc_id),
    };
    let [outcome, _] = outcome::columns(code);
    vec![
        office.0.into(),
        arrival.stream.0.into(),
        number(arrival.place.seq),
        arrival.place.chain.0.into(),
        outcome,
        i64::from(kind).into(),
        id.into_bytes().into(),
        now.0.into(),
        number(order),
    ]
}

/// Adds records that wait.
pub(crate) async fn add(sql: &mut dyn Sql, rows: &[Vec<Value>]) -> Result<(), Trouble> {
    if !rows.is_empty() {
        sql.insert(&TABLE, rows).await?;
    }
    Ok(())
}

/// Takes a record out, which may not be there.
pub(crate) async fn remove(
    sql: &mut dyn Sql,
    office: OfficeId,
    places: &[(Stream, Position)],
) -> Result<(), Trouble> {
    let values: Vec<Vec<Value>> = places
        .iter()
        .map(|(stream, place)| {
            vec![
                office.0.into(),
                stream.0.into(),
                number(place.seq),
                place.chain.0.into(),
            ]
        })
        .collect();
    sql.execute_each(
        "DELETE FROM held WHERE office_id = $1 AND stream = $2 AND seq = $3 AND chain = $4",
        &values,
    )
    .await?;
    Ok(())
}

/// Asks whether anything waits for its base: mostly nothing does.
pub(crate) fn ask_any(office: OfficeId) -> Question {
    Question::new(
        "SELECT seq FROM held WHERE office_id = $1 AND outcome = $2 LIMIT 1",
        vec![office.0.into(), outcome::WAITS_FOR_BASE.into()],
    )
}

/// What waits for its base, by document, oldest first.
pub(crate) async fn waiting(
    sql: &mut dyn Sql,
    office: OfficeId,
    keys: impl Iterator<Item = &DocumentKey>,
) -> Result<BTreeMap<DocumentKey, Vec<Arrival>>, Trouble> {
    let keys: Vec<DocumentKey> = keys.copied().collect();
    let values: Vec<Vec<Value>> = keys
        .iter()
        .map(|(kind, id)| {
            vec![
                office.0.into(),
                i64::from(kind.number()).into(),
                id.into_bytes().into(),
                outcome::WAITS_FOR_BASE.into(),
            ]
        })
        .collect();
    let statement = format!(
        "SELECT {STORED} FROM held h JOIN record r ON r.office_id = h.office_id \
         AND r.stream = h.stream AND r.seq = h.seq AND r.chain = h.chain \
         WHERE h.office_id = $1 AND h.kind = $2 AND h.doc_id = $3 AND h.outcome = $4 \
         ORDER BY h.arrival"
    );
    let found = sql.query_each(&statement, &values).await?;
    let mut waiting = BTreeMap::new();
    for (key, rows) in keys.into_iter().zip(found) {
        if rows.is_empty() {
            continue;
        }
        let arrivals = rows.iter().map(|row| Ok(stored(row)?.arrival));
        waiting.insert(key, arrivals.collect::<Result<_, Trouble>>()?);
    }
    Ok(waiting)
}

/// A record that waits, for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Waiting {
    pub(crate) stream: Stream,
    pub(crate) place: Position,
    pub(crate) outcome: i64,
    pub(crate) since: Timestamp,
}

/// Everything that waits in an office, oldest first.
pub(crate) async fn all(sql: &mut dyn Sql, office: OfficeId) -> Result<Vec<Waiting>, Trouble> {
    let rows = sql
        .query(
            "SELECT stream, seq, chain, outcome, since FROM held WHERE office_id = $1 \
             ORDER BY arrival",
            &[office.0.into()],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Waiting {
                stream: Stream(row.array(0)?),
                place: Position {
                    seq: row.count(1)?,
                    chain: ::record::Chain(row.array(2)?),
                },
                outcome: row.int(3)?,
                since: Timestamp(row.int(4)?),
            })
        })
        .collect()
}

/// Records that an older program did not understand, oldest first.
pub(crate) async fn unknown(
    sql: &mut dyn Sql,
    office: OfficeId,
) -> Result<Vec<StoredRecord>, Trouble> {
    let mut found = Vec::new();
    for it in all(sql, office).await? {
        if it.outcome == outcome::UNKNOWN {
            found.extend(record::one(sql, (office, it.stream, it.place)).await?);
        }
    }
    Ok(found)
}

/// Offices in which such records wait.
pub(crate) async fn offices_with_unknown(sql: &mut dyn Sql) -> Result<Vec<OfficeId>, Trouble> {
    let rows = sql
        .query(
            "SELECT DISTINCT office_id FROM held WHERE outcome = $1",
            &[outcome::UNKNOWN.into()],
        )
        .await?;
    rows.iter().map(|row| Ok(OfficeId(row.array(0)?))).collect()
}
