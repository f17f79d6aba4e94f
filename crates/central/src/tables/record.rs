//! Records.

use crate::Trouble;
use crate::database::{Kind, Question, Row, Sql, Table, Value, number};
use crate::tables::outcome;
use domain::{DocumentId, Timestamp};
use record::{Chain, Stream, decode_record, encode_record};
use std::collections::BTreeMap;
use sync::batch::Place;
use sync::centre::{KnownRecord, StoredRecord};
use sync::ledger::{Arrival, Passage};
use sync::message::{OfficeId, OutcomeCode, Position};

/// The columns that are written.
pub(crate) const TABLE: Table = Table {
    name: "record",
    columns: &[
        ("office_id", Kind::Bytes),
        ("stream", Kind::Bytes),
        ("seq", Kind::Int),
        ("chain", Kind::Bytes),
        ("line", Kind::Int),
        ("kind", Kind::Int),
        ("doc_id", Kind::Bytes),
        ("received_at", Kind::Int),
        ("passage", Kind::Int),
        ("outcome", Kind::Int),
        ("outcome_detail", Kind::Bytes),
        ("bytes", Kind::Bytes),
    ],
    key: 4,
};

/// A record's row.
pub(crate) fn row(office: OfficeId, stored: &StoredRecord) -> Vec<Value> {
    let arrival = &stored.arrival;
    let header = &arrival.record.header;
    let [outcome, detail] = outcome::columns(stored.outcome);
    vec![
        office.0.into(),
        arrival.stream.0.into(),
        number(arrival.place.seq),
        arrival.place.chain.0.into(),
        stored.line.into(),
        i64::from(header.kind.0).into(),
        header.doc_id.into_bytes().into(),
        arrival.received_at.0.into(),
        passage_number(arrival.passage).into(),
        outcome,
        detail,
        encode_record(&arrival.record).into(),
    ]
}

const fn passage_number(passage: Passage) -> i64 {
    match passage {
        Passage::ByRules => 0,
        Passage::LetThrough => 1,
    }
}

/// Asks what stands at the numbers from the first to the last.
pub(crate) fn ask_known(
    (office, stream): (OfficeId, Stream),
    (first, last): (u64, u64),
) -> Question {
    Question::new(
        "SELECT seq, chain, line, outcome, outcome_detail FROM record \
         WHERE office_id = $1 AND stream = $2 AND seq BETWEEN $3 AND $4",
        vec![
            office.0.into(),
            stream.0.into(),
            number(first),
            number(last),
        ],
    )
}

/// Reads what stands at some numbers.
pub(crate) fn read_known(rows: &[Row]) -> Result<BTreeMap<Position, KnownRecord>, Trouble> {
    rows.iter()
        .map(|row| {
            let place = Position {
                seq: row.count(0)?,
                chain: Chain(row.array(1)?),
            };
            let known = KnownRecord {
                line: row.small(2)?,
                outcome: outcome::read(row, 3)?,
            };
            Ok((place, known))
        })
        .collect()
}

/// What earlier records brought, each with its line; one list for each number.
pub(crate) async fn places(
    sql: &mut dyn Sql,
    (office, stream): (OfficeId, Stream),
    numbers: &[u64],
) -> Result<Vec<Vec<(u32, Place)>>, Trouble> {
    let keys: Vec<Vec<Value>> = numbers
        .iter()
        .map(|seq| vec![office.0.into(), stream.0.into(), number(*seq)])
        .collect();
    let wanted = &["line", "doc_id", "chain"];
    let found = sql.find(&TABLE, wanted, &keys).await?;
    let place = |row: &Row| {
        let place = Place {
            document: DocumentId::from_bytes(row.array(1)?),
            revision: Chain(row.array(2)?).revision(),
        };
        Ok((row.small(0)?, place))
    };
    found
        .iter()
        .map(|rows| rows.iter().map(place).collect())
        .collect()
}

/// The columns of [`stored`].
pub(crate) const STORED: &str = "r.stream, r.seq, r.chain, r.received_at, r.passage, r.bytes, \
                                 r.line, r.outcome, r.outcome_detail";

/// The record in columns [`STORED`].
pub(crate) fn stored(row: &Row) -> Result<StoredRecord, Trouble> {
    let record =
        decode_record(row.bytes(5)?).map_err(|error| Trouble::stored("a record")(error.into()))?;
    Ok(StoredRecord {
        arrival: Arrival {
            stream: Stream(row.array(0)?),
            place: Position {
                seq: row.count(1)?,
                chain: Chain(row.array(2)?),
            },
            received_at: Timestamp(row.int(3)?),
            passage: match row.int(4)? {
                0 => Passage::ByRules,
                _ => Passage::LetThrough,
            },
            record,
        },
        line: row.small(6)?,
        outcome: outcome::read(row, 7)?,
    })
}

/// One record.
pub(crate) async fn one(
    sql: &mut dyn Sql,
    (office, stream, place): (OfficeId, Stream, Position),
) -> Result<Option<StoredRecord>, Trouble> {
    let statement = format!(
        "SELECT {STORED} FROM record r \
         WHERE r.office_id = $1 AND r.stream = $2 AND r.seq = $3 AND r.chain = $4"
    );
    let key = [
        office.0.into(),
        stream.0.into(),
        number(place.seq),
        place.chain.0.into(),
    ];
    let rows = sql.query(&statement, &key).await?;
    rows.first().map(stored).transpose()
}

/// Writes another outcome.
pub(crate) async fn set_outcomes(
    sql: &mut dyn Sql,
    office: OfficeId,
    outcomes: &[(Stream, Position, OutcomeCode)],
) -> Result<(), Trouble> {
    let values: Vec<Vec<Value>> = outcomes
        .iter()
        .map(|(stream, place, outcome)| {
            let [number_of, detail] = outcome::columns(*outcome);
            vec![
                office.0.into(),
                stream.0.into(),
                number(place.seq),
                place.chain.0.into(),
                number_of,
                detail,
            ]
        })
        .collect();
    sql.execute_each(
        "UPDATE record SET outcome = $5, outcome_detail = $6 \
         WHERE office_id = $1 AND stream = $2 AND seq = $3 AND chain = $4",
        &values,
    )
    .await?;
    Ok(())
}

/// Notes that a person let a record through.
pub(crate) async fn let_through(
    sql: &mut dyn Sql,
    (office, stream, place): (OfficeId, Stream, Position),
) -> Result<(), Trouble> {
    sql.execute(
        "UPDATE record SET passage = 1 \
         WHERE office_id = $1 AND stream = $2 AND seq = $3 AND chain = $4",
        &[
            office.0.into(),
            stream.0.into(),
            number(place.seq),
            place.chain.0.into(),
        ],
    )
    .await?;
    Ok(())
}

/// Records of a stream behind a place, in the order of their numbers.
pub(crate) async fn page(
    sql: &mut dyn Sql,
    (office, stream): (OfficeId, Stream),
    (after, most): (Position, i64),
) -> Result<Vec<StoredRecord>, Trouble> {
    let statement = format!(
        "SELECT {STORED} FROM record r WHERE r.office_id = $1 AND r.stream = $2 \
         AND (r.seq, r.chain) > ($3, $4) ORDER BY r.seq, r.chain LIMIT $5"
    );
    let key = [
        office.0.into(),
        stream.0.into(),
        number(after.seq),
        after.chain.0.into(),
        most.into(),
    ];
    let rows = sql.query(&statement, &key).await?;
    rows.iter().map(stored).collect()
}
