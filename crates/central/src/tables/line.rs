//! The lines of streams.

use crate::Trouble;
use crate::database::{Question, Row, Sql, number};
use record::{Chain, Stream};
use std::collections::BTreeMap;
use sync::centre::Line;
use sync::message::{OfficeId, Position};

/// All lines of a stream, by number.
pub(crate) async fn of(
    sql: &mut dyn Sql,
    stream: (OfficeId, Stream),
) -> Result<BTreeMap<u32, Line>, Trouble> {
    let asked = [ask(stream)];
    let answers = sql.queries(&asked).await?;
    read(answers.first().map_or(&[], Vec::as_slice))
}

/// Asks for the lines of a stream.
pub(crate) fn ask((office, stream): (OfficeId, Stream)) -> Question {
    Question::new(
        "SELECT line, parent, first_seq, head_seq, head_chain FROM stream_head \
         WHERE office_id = $1 AND stream = $2 ORDER BY line",
        vec![office.0.into(), stream.0.into()],
    )
}

/// Reads the lines of a stream.
pub(crate) fn read(rows: &[Row]) -> Result<BTreeMap<u32, Line>, Trouble> {
    rows.iter()
        .map(|row| {
            let line = Line {
                number: row.small(0)?,
                parent: row.small(1)?,
                first_seq: row.count(2)?,
                head: Position {
                    seq: row.count(3)?,
                    chain: Chain(row.array(4)?),
                },
            };
            Ok((line.number, line))
        })
        .collect()
}

/// Writes where a line ends now.
pub(crate) async fn set(
    sql: &mut dyn Sql,
    (office, stream): (OfficeId, Stream),
    line: &Line,
) -> Result<(), Trouble> {
    sql.execute(
        "INSERT INTO stream_head (office_id, stream, line, parent, first_seq, head_seq, head_chain) \
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (office_id, stream, line) \
         DO UPDATE SET head_seq = excluded.head_seq, head_chain = excluded.head_chain",
        &[
            office.0.into(),
            stream.0.into(),
            line.number.into(),
            line.parent.into(),
            number(line.first_seq),
            number(line.head.seq),
            line.head.chain.0.into(),
        ],
    )
    .await?;
    Ok(())
}

/// Every stream of an office.
pub(crate) async fn streams(sql: &mut dyn Sql, office: OfficeId) -> Result<Vec<Stream>, Trouble> {
    let rows = sql
        .query(
            "SELECT DISTINCT stream FROM stream_head WHERE office_id = $1 ORDER BY stream",
            &[office.0.into()],
        )
        .await?;
    rows.iter().map(|row| Ok(Stream(row.array(0)?))).collect()
}
