//! What goes down. An entry's record stands in `record` and is joined when the entry is read.

use crate::Trouble;
use crate::database::{Kind, Question, Row, Sql, Table, Value, number};
use crate::tables::centre::COMMON;
use record::{Stream, decode_record};
use sync::message::{Feed, FeedEntry, FeedItem, FeedPosition, FeedState, OfficeId};

const TABLE: Table = Table {
    name: "feed",
    columns: &[
        ("office_id", Kind::Bytes),
        ("seq", Kind::Int),
        ("chain", Kind::Bytes),
        ("item", Kind::Bytes),
        ("stream", Kind::Bytes),
        ("record_seq", Kind::Int),
        ("record_chain", Kind::Bytes),
    ],
    key: 2,
};

/// The office under which a feed stands.
pub(crate) const fn office_of(feed: Feed) -> OfficeId {
    match feed {
        Feed::Common => COMMON,
        Feed::Office(office) => office,
    }
}

/// The feed that stands under an office.
pub(crate) fn feed_of(office: OfficeId) -> Feed {
    if office == COMMON {
        Feed::Common
    } else {
        Feed::Office(office)
    }
}

/// Where a feed ends.
pub(crate) async fn end(sql: &mut dyn Sql, feed: Feed) -> Result<FeedState, Trouble> {
    let asked = [ask_end(feed)];
    let answers = sql.queries(&asked).await?;
    read_end(feed, answers.first().map_or(&[], Vec::as_slice))
}

/// Where a feed ends. Nobody else adds to it until this transaction ends: a number that a table
/// counts by itself would let a reader pass over an entry that is committed late.
pub(crate) async fn lock(sql: &mut dyn Sql, feed: Feed) -> Result<FeedPosition, Trouble> {
    let asked = [ask_end(feed).locking()];
    let answers = sql.queries(&asked).await?;
    Ok(read_end(feed, answers.first().map_or(&[], Vec::as_slice))?.position)
}

/// Asks where a feed ends.
pub(crate) fn ask_end(feed: Feed) -> Question {
    Question::new(
        "SELECT feed_seq, feed_chain FROM office_head WHERE office_id = $1",
        vec![office_of(feed).0.into()],
    )
}

/// Reads where a feed ends.
pub(crate) fn read_end(feed: Feed, rows: &[Row]) -> Result<FeedState, Trouble> {
    let row = rows.first().ok_or(Trouble::NotFound("office"))?;
    let position = FeedPosition {
        seq: row.count(0)?,
        chain: row.array(1)?,
    };
    Ok(FeedState { feed, position })
}

/// What a feed's chain was after an entry; `None` when there is no such entry.
pub(crate) async fn position(
    sql: &mut dyn Sql,
    feed: Feed,
    seq: u64,
) -> Result<Option<FeedPosition>, Trouble> {
    if seq == 0 {
        return Ok(Some(FeedPosition::default()));
    }
    let asked = [ask_position(feed, seq)];
    let answers = sql.queries(&asked).await?;
    read_position(seq, answers.first().map_or(&[], Vec::as_slice))
}

/// Asks for a feed's chain after an entry.
pub(crate) fn ask_position(feed: Feed, seq: u64) -> Question {
    Question::new(
        "SELECT chain FROM feed WHERE office_id = $1 AND seq = $2",
        vec![office_of(feed).0.into(), number(seq)],
    )
}

/// Reads a feed's chain after an entry.
pub(crate) fn read_position(seq: u64, rows: &[Row]) -> Result<Option<FeedPosition>, Trouble> {
    let chain = rows.first().map(|row| row.array(0)).transpose()?;
    Ok(chain.map(|chain| FeedPosition { seq, chain }))
}

/// Adds entries behind `before`, which is the locked end of the feed.
pub(crate) async fn add(
    sql: &mut dyn Sql,
    (feed, before): (Feed, FeedPosition),
    entries: Vec<FeedEntry>,
) -> Result<(), Trouble> {
    Added::of((feed, before), entries).write(sql).await
}

/// Entries as rows, and where the feed ends behind them.
pub(crate) struct Added {
    office: OfficeId,
    rows: Vec<Vec<Value>>,
    end: FeedPosition,
}

impl Added {
    /// The rows of entries behind `before`.
    pub(crate) fn of((feed, before): (Feed, FeedPosition), entries: Vec<FeedEntry>) -> Self {
        let mut added = Self {
            office: office_of(feed),
            rows: Vec::with_capacity(entries.len()),
            end: before,
        };
        for entry in entries {
            added.end = added.end.after(&entry.item);
            added.rows.push(row(added.office, added.end, entry.item));
        }
        added
    }

    /// Writes them. The feed is locked and ends where they begin.
    pub(crate) async fn write(&self, sql: &mut dyn Sql) -> Result<(), Trouble> {
        if self.rows.is_empty() {
            return Ok(());
        }
        sql.insert(&TABLE, &self.rows).await?;
        let (office, end) = (self.office, self.end);
        sql.execute(
            "UPDATE office_head SET feed_seq = $2, feed_chain = $3 WHERE office_id = $1",
            &[office.0.into(), number(end.seq), end.chain.into()],
        )
        .await?;
        Ok(())
    }
}

fn row(office: OfficeId, position: FeedPosition, mut item: FeedItem) -> Vec<Value> {
    let place = match &mut item {
        FeedItem::Record(taken) => {
            taken.record = None;
            Some((taken.stream, taken.place))
        }
        _ => None,
    };
    vec![
        office.0.into(),
        number(position.seq),
        position.chain.into(),
        item.to_bytes().into(),
        place.map(|(stream, _)| stream.0).into(),
        place.map_or(Value::Null, |(_, place)| number(place.seq)),
        place.map(|(_, place)| place.chain.0).into(),
    ]
}

/// The entries behind `after`: as many as `most` says, or until their records take so many bytes.
/// A record on this line and at this number of its stream that the reader `has` is left out, and
/// takes no room.
pub(crate) async fn behind(
    sql: &mut dyn Sql,
    after: FeedState,
    ((most, most_bytes), has): ((i64, usize), impl Fn(Stream, (u32, u64)) -> bool),
) -> Result<Vec<FeedEntry>, Trouble> {
    let mut entries = Vec::new();
    let mut taken_bytes = 0;
    let mut left = most;
    let mut last = after.position.seq;
    // Piece by piece: what there is no room for is not read.
    while left > 0 {
        let piece = left.min(PIECE);
        let rows = piece_behind(sql, (after.feed, last), piece).await?;
        for row in &rows {
            let (entry, bytes) = entry(row, &has)?;
            taken_bytes += bytes;
            if taken_bytes > most_bytes && !entries.is_empty() {
                return Ok(entries);
            }
            last = entry.seq;
            entries.push(entry);
        }
        left -= piece;
        if i64::try_from(rows.len()).is_ok_and(|count| count < piece) {
            break;
        }
    }
    Ok(entries)
}

/// An entry, and how much room it takes.
fn entry(
    row: &Row,
    has: impl Fn(Stream, (u32, u64)) -> bool,
) -> Result<(FeedEntry, usize), Trouble> {
    let mut item = FeedItem::from_bytes(row.bytes(1)?)
        .map_err(|error| Trouble::stored("a feed")(error.into()))?;
    let mut room = row.bytes(1)?.len();
    if let (FeedItem::Record(taken), Some(bytes)) = (&mut item, row.optional(3, Row::bytes)?)
        && !has(taken.stream, (row.small(2)?, taken.place.seq))
    {
        room += bytes.len();
        let record = decode_record(bytes);
        taken.record = Some(record.map_err(|error| Trouble::stored("a record")(error.into()))?);
    }
    let seq = row.count(0)?;
    Ok((FeedEntry { seq, item }, room))
}

/// Entries that are read at once.
const PIECE: i64 = 256;

async fn piece_behind(
    sql: &mut dyn Sql,
    (feed, seq): (Feed, u64),
    most: i64,
) -> Result<Vec<Row>, Trouble> {
    let key = [office_of(feed).0.into(), number(seq), most.into()];
    let rows = sql.query(
        "SELECT f.seq, f.item, r.line, r.bytes FROM feed f LEFT JOIN record r \
         ON r.office_id = f.office_id AND r.stream = f.stream \
         AND r.seq = f.record_seq AND r.chain = f.record_chain \
         WHERE f.office_id = $1 AND f.seq > $2 ORDER BY f.seq LIMIT $3",
        &key,
    );
    Ok(rows.await?)
}
