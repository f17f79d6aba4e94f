//! What came down, and the documents that it makes.

use crate::{error::StoreError, view::View};
use domain::{DocumentId, Kind, Period, Timestamp};
use record::{Chain, Record, Revision, Stream, decode_record, encode_record};
use rusqlite::{Connection, OptionalExtension, Row, params};

const ADD_ENTRY: &str = "
INSERT INTO feed_entry (feed, seq, chain, item) VALUES (?1, ?2, ?3, ?4)";
const ENTRY_CHAIN: &str = "SELECT chain FROM feed_entry WHERE feed = ?1 AND seq = ?2";
const ENTRIES: &str = "SELECT item FROM feed_entry ORDER BY feed, seq";
const CUT: &str = "DELETE FROM feed_entry WHERE feed = ?1 AND seq > ?2";
const FORGET: [&str; 6] = [
    "DELETE FROM ruling",
    "DELETE FROM central_document",
    "DELETE FROM waiting",
    "DELETE FROM closing",
    "DELETE FROM unshown",
    "DELETE FROM rules_package",
];
const ADD_RECEIVED: &str = "
INSERT INTO received (stream, seq, chain, revision, record) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (stream, seq, chain) DO NOTHING";
const RECEIVED: &str = "
SELECT record FROM received WHERE stream = ?1 AND seq = ?2 AND chain = ?3";
const BY_REVISION: &str = "SELECT record, chain FROM received WHERE revision = ?1";
const SAVE_DOCUMENT: &str = "
INSERT INTO central_document (kind, id, folded, branches) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (kind, id) DO UPDATE SET folded = excluded.folded, branches = excluded.branches";
const DOCUMENT: &str = "SELECT folded FROM central_document WHERE kind = ?1 AND id = ?2";
const BRANCHED: &str = "SELECT folded FROM central_document WHERE branches > 0 ORDER BY kind, id";
const WAITING: &str = "
SELECT stream, seq, chain, received_at, let_through, record FROM waiting
WHERE kind = ?1 AND id = ?2 ORDER BY number";
const NO_LONGER_WAITING: &str = "DELETE FROM waiting WHERE kind = ?1 AND id = ?2";
const ADD_WAITING: &str = "
INSERT INTO waiting (kind, id, stream, seq, chain, received_at, let_through, record)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
const CLOSE: &str = "
INSERT INTO closing (period, at) VALUES (?1, ?2) ON CONFLICT (period) DO UPDATE SET at = excluded.at";
const CLOSINGS: &str = "SELECT period, at FROM closing";
const SAVE_UNSHOWN: &str = "
INSERT INTO unshown (kind, id, why) VALUES (?1, ?2, ?3)
ON CONFLICT (kind, id) DO UPDATE SET why = excluded.why";
const SHOWN: &str = "DELETE FROM unshown WHERE kind = ?1 AND id = ?2";
const UNSHOWN: &str = "SELECT kind, id, why FROM unshown ORDER BY kind, id";

/// A record that came down and waits for its base.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingRow {
    /// Its stream.
    pub stream: Stream,
    /// The chain's value at its place.
    pub chain: Chain,
    /// The centre's time when it arrived there.
    pub received_at: Timestamp,
    /// Whether a person at the centre let it through.
    pub let_through: bool,
    /// The record.
    pub record: Record,
}

/// Why a document that came down is not shown on this PC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unshown {
    /// Something that it names is not here.
    Incomplete,
    /// The same person or unit is here under another id; an alias says so.
    KnownByAnotherId,
    /// The same thing was made here too: two ratings of one post in one period.
    MadeTwice,
}

impl Unshown {
    const fn number(self) -> u8 {
        match self {
            Self::Incomplete => 1,
            Self::KnownByAnotherId => 2,
            Self::MadeTwice => 3,
        }
    }
}

pub(crate) fn add_entry(
    connection: &Connection,
    feed: &[u8],
    (seq, chain, item): (u64, &[u8; 32], &[u8]),
) -> Result<(), StoreError> {
    connection
        .prepare_cached(ADD_ENTRY)?
        .execute(params![feed, seq, chain, item])?;
    Ok(())
}

/// Forgets the entries behind one, and everything that was folded from any entry.
pub(crate) fn cut(connection: &Connection, feed: &[u8], through: u64) -> Result<(), StoreError> {
    connection
        .prepare_cached(CUT)?
        .execute(params![feed, through])?;
    for statement in FORGET {
        connection.prepare_cached(statement)?.execute([])?;
    }
    Ok(())
}

pub(crate) fn add_received(
    connection: &Connection,
    chain: Chain,
    record: &Record,
) -> Result<(), StoreError> {
    connection.prepare_cached(ADD_RECEIVED)?.execute(params![
        record.header.stream.0,
        record.header.seq,
        chain.0,
        chain.revision().0,
        encode_record(record),
    ])?;
    Ok(())
}

pub(crate) fn save_document(
    connection: &Connection,
    (kind, id): (Kind, DocumentId),
    (folded, branches): (&[u8], usize),
) -> Result<(), StoreError> {
    connection.prepare_cached(SAVE_DOCUMENT)?.execute(params![
        kind.number(),
        id.as_bytes(),
        folded,
        u32::try_from(branches).unwrap_or(u32::MAX),
    ])?;
    Ok(())
}

pub(crate) fn save_waiting(
    connection: &Connection,
    (kind, id): (Kind, DocumentId),
    waiting: &[WaitingRow],
) -> Result<(), StoreError> {
    connection
        .prepare_cached(NO_LONGER_WAITING)?
        .execute(params![kind.number(), id.as_bytes()])?;
    let mut add = connection.prepare_cached(ADD_WAITING)?;
    for row in waiting {
        add.execute(params![
            kind.number(),
            id.as_bytes(),
            row.stream.0,
            row.record.header.seq,
            row.chain.0,
            row.received_at.0,
            row.let_through,
            encode_record(&row.record),
        ])?;
    }
    Ok(())
}

pub(crate) fn close(
    connection: &Connection,
    period: Period,
    at: Timestamp,
) -> Result<(), StoreError> {
    connection
        .prepare_cached(CLOSE)?
        .execute(params![period.to_string(), at.0])?;
    Ok(())
}

pub(crate) fn set_unshown(
    connection: &Connection,
    (kind, id): (Kind, DocumentId),
    why: Option<Unshown>,
) -> Result<(), StoreError> {
    match why {
        Some(why) => connection.prepare_cached(SAVE_UNSHOWN)?.execute(params![
            kind.number(),
            id.as_bytes(),
            why.number()
        ])?,
        None => connection
            .prepare_cached(SHOWN)?
            .execute(params![kind.number(), id.as_bytes()])?,
    };
    Ok(())
}

fn stored_record(bytes: &[u8]) -> Result<Record, StoreError> {
    decode_record(bytes).map_err(|_| StoreError::Corrupt)
}

fn waiting(row: &Row<'_>) -> Result<WaitingRow, StoreError> {
    Ok(WaitingRow {
        stream: Stream(row.get(0)?),
        chain: Chain(row.get(2)?),
        received_at: Timestamp(row.get(3)?),
        let_through: row.get(4)?,
        record: stored_record(row.get_ref(5)?.as_blob().map_err(rusqlite::Error::from)?)?,
    })
}

/// What came down.
impl View<'_> {
    /// The chain of a feed after an entry that came down before.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn feed_chain(&self, feed: &[u8], seq: u64) -> Result<Option<[u8; 32]>, StoreError> {
        self.value(ENTRY_CHAIN, params![feed, seq])
    }

    /// Passes on every entry that came down: the common feed first, each in its order.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read, or what `take` answers.
    pub fn for_each_feed_entry<E: From<StoreError>>(
        &self,
        mut take: impl FnMut(&[u8]) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut statement = self
            .connection()
            .prepare_cached(ENTRIES)
            .map_err(StoreError::from)?;
        let mut rows = statement.query([]).map_err(StoreError::from)?;
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            let item: Vec<u8> = row.get(0).map_err(StoreError::from)?;
            take(&item)?;
        }
        Ok(())
    }

    /// A record that came down, by its place.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn received(
        &self,
        stream: Stream,
        (seq, chain): (u64, Chain),
    ) -> Result<Option<Record>, StoreError> {
        let bytes: Option<Vec<u8>> = self.value(RECEIVED, params![stream.0, seq, chain.0])?;
        bytes.map(|bytes| stored_record(&bytes)).transpose()
    }

    /// A record that came down, by the revision that it made.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn received_revision(
        &self,
        revision: Revision,
    ) -> Result<Option<(Record, Chain)>, StoreError> {
        let mut statement = self.connection().prepare_cached(BY_REVISION)?;
        let found: Option<(Vec<u8>, [u8; 32])> = statement
            .query_row([revision.0], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        match found {
            Some((bytes, chain)) => Ok(Some((stored_record(&bytes)?, Chain(chain)))),
            None => Ok(None),
        }
    }

    /// A document as the centre's order makes it, in the form of [`record::Folded`].
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn central_document(
        &self,
        kind: Kind,
        id: DocumentId,
    ) -> Result<Option<Vec<u8>>, StoreError> {
        self.value(DOCUMENT, params![kind.number(), id.as_bytes()])
    }

    /// Every document that has branches, in the form of [`record::Folded`].
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn branched_documents(&self) -> Result<Vec<Vec<u8>>, StoreError> {
        let mut statement = self.connection().prepare_cached(BRANCHED)?;
        let documents = statement.query_map([], |row| row.get(0))?;
        Ok(documents.collect::<Result<_, _>>()?)
    }

    /// What waits for its base in a document, in the order in which it came.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn waiting_records(
        &self,
        kind: Kind,
        id: DocumentId,
    ) -> Result<Vec<WaitingRow>, StoreError> {
        let mut statement = self.connection().prepare_cached(WAITING)?;
        let mut rows = statement.query(params![kind.number(), id.as_bytes()])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(waiting(row)?);
        }
        Ok(found)
    }

    /// When the centre closed which period.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn closings(&self) -> Result<Vec<(Period, Timestamp)>, StoreError> {
        let mut statement = self.connection().prepare_cached(CLOSINGS)?;
        let mut rows = statement.query([])?;
        let mut closings = Vec::new();
        while let Some(row) = rows.next()? {
            let period: String = row.get(0)?;
            let period = period.parse().map_err(|_| StoreError::Corrupt)?;
            closings.push((period, Timestamp(row.get(1)?)));
        }
        Ok(closings)
    }

    /// What came down and is not shown here, and why.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn unshown(&self) -> Result<Vec<(Kind, DocumentId, Unshown)>, StoreError> {
        let mut statement = self.connection().prepare_cached(UNSHOWN)?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let kind = Kind::from_number(row.get(0)?).ok_or(StoreError::Corrupt)?;
            let why = match row.get::<_, u8>(2)? {
                1 => Unshown::Incomplete,
                2 => Unshown::KnownByAnotherId,
                3 => Unshown::MadeTwice,
                _ => return Err(StoreError::Corrupt),
            };
            found.push((kind, DocumentId::from_bytes(row.get(1)?), why));
        }
        Ok(found)
    }
}
