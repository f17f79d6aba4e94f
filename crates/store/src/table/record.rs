//! Sealed documents, and the streams that they stand in.

use crate::{document, error::StoreError, table::identity::Identity, view::View};
use domain::{Kind, Timestamp, UserId};
use record::{Chain, Head, Header, Hlc, KindNumber, Record, Revision, Stream};
use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

const STREAM: &str = "SELECT number FROM stream WHERE device_id = ?1 AND incarnation = ?2";
const ADD_STREAM: &str = "INSERT INTO stream (device_id, incarnation) VALUES (?1, ?2)";
const HEAD: &str = "SELECT seq, chain FROM record WHERE stream = ?1 ORDER BY seq DESC LIMIT 1";
const APPEND: &str = "
INSERT INTO record (stream, seq, kind, schema, doc_id, base_rev, actor, hlc, beacon, salt,
    body_hash, body, chain, journal)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)";
/// `?3` is the kind of a redaction: one that came later took the body back.
const LATEST: &str = "
SELECT sealed.chain, sealed.schema, sealed.body, sealed.journal, EXISTS (
    SELECT 1 FROM record AS later
    WHERE later.doc_id = sealed.doc_id AND later.number > sealed.number AND later.kind = ?3)
FROM record AS sealed WHERE sealed.doc_id = ?1 AND sealed.kind = ?2
ORDER BY sealed.number DESC LIMIT 1";
const ALL: &str = "
SELECT stream.device_id, stream.incarnation, record.seq, record.kind, record.schema, record.doc_id,
    record.base_rev, record.actor, record.hlc, record.beacon, record.salt, record.body_hash,
    record.body, record.chain, record.journal
FROM record JOIN stream ON stream.number = record.stream ORDER BY record.number";
/// Of each document the newest record; the bare columns are those of the row with the maximum.
const SEALED: &str = "
SELECT kind, doc_id, body, EXISTS (
    SELECT 1 FROM record AS later
    WHERE later.doc_id = sealed.doc_id AND later.number > sealed.number AND later.kind = ?1)
FROM (SELECT kind, doc_id, body, MAX(number) AS number FROM record
    WHERE kind <> ?1 GROUP BY kind, doc_id) AS sealed";
const COUNT: &str = "SELECT COUNT(*) FROM record";

/// The newest record of a document.
pub(crate) struct Latest {
    pub(crate) revision: Revision,
    pub(crate) schema: u16,
    /// Nothing once it was erased.
    pub(crate) body: Option<Vec<u8>>,
    /// The act that sealed it.
    pub(crate) journal: u64,
    /// A redaction took it back.
    pub(crate) erased: bool,
}

/// A record as it stands in the table.
pub(crate) struct StoredRecord {
    pub(crate) record: Record,
    pub(crate) chain: Chain,
    pub(crate) journal: u64,
}

/// The number of the stream that this identity writes, and where the stream stands.
pub(crate) fn open_stream(
    connection: &Connection,
    identity: &Identity,
) -> Result<(i64, Head), StoreError> {
    let key = params![identity.device_id, identity.incarnation];
    let found = connection
        .prepare_cached(STREAM)?
        .query_row(key, |row| row.get(0))
        .optional()?;
    let number = match found {
        Some(number) => number,
        None => {
            connection.prepare_cached(ADD_STREAM)?.execute(key)?;
            connection.last_insert_rowid()
        }
    };
    let head = connection.prepare_cached(HEAD)?.query_row([number], |row| {
        Ok(Head {
            stream: identity.stream(),
            seq: row.get(0)?,
            chain: Chain(row.get(1)?),
        })
    });
    let start = || Head::start(identity.stream(), identity.chain_zero());
    Ok((number, head.optional()?.unwrap_or_else(start)))
}

/// Adds a record at the end of its stream.
pub(crate) fn append(
    connection: &Connection,
    stream: i64,
    stored: &StoredRecord,
) -> Result<(), StoreError> {
    let StoredRecord {
        record,
        chain,
        journal,
    } = stored;
    let header = &record.header;
    connection.prepare_cached(APPEND)?.execute(params![
        stream,
        header.seq,
        header.kind.0,
        header.schema,
        header.doc_id.as_bytes(),
        header.base_rev.map(|revision| revision.0),
        header.actor.as_bytes(),
        header.hlc.0.cast_signed(),
        header.beacon.map(|beacon| beacon.0),
        record.salt,
        record.body_hash,
        record.body,
        chain.0,
        journal,
    ])?;
    Ok(())
}

/// The newest record of a document.
pub(crate) fn latest(
    connection: &Connection,
    kind: Kind,
    id: Uuid,
) -> Result<Option<Latest>, StoreError> {
    let key = params![id.as_bytes(), kind.number(), Kind::Redaction.number()];
    let latest = connection.prepare_cached(LATEST)?.query_row(key, |row| {
        Ok(Latest {
            revision: Chain(row.get(0)?).revision(),
            schema: row.get(1)?,
            body: row.get(2)?,
            journal: row.get(3)?,
            erased: row.get(4)?,
        })
    });
    Ok(latest.optional()?)
}

/// Passes every record on, in the order that they were written.
pub(crate) fn each(
    connection: &Connection,
    mut take: impl FnMut(StoredRecord) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(ALL)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        take(read(row)?)?;
    }
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<StoredRecord> {
    let header = Header {
        stream: Stream::new(&row.get(0)?, &row.get(1)?),
        seq: row.get(2)?,
        kind: KindNumber(row.get(3)?),
        schema: row.get(4)?,
        doc_id: Uuid::from_bytes(row.get(5)?),
        base_rev: row.get::<_, Option<[u8; 16]>>(6)?.map(Revision),
        actor: UserId::from_bytes(row.get(7)?),
        hlc: Hlc(row.get::<_, i64>(8)?.cast_unsigned()),
        beacon: row.get::<_, Option<i64>>(9)?.map(Timestamp),
    };
    Ok(StoredRecord {
        record: Record {
            header,
            salt: row.get(10)?,
            body_hash: row.get(11)?,
            body: row.get(12)?,
        },
        chain: Chain(row.get(13)?),
        journal: row.get(14)?,
    })
}

/// One hash for all sealed documents, the one that is compared with the centre.
pub(crate) fn sealed_hash(connection: &Connection) -> Result<[u8; 32], StoreError> {
    let mut statement = connection.prepare_cached(SEALED)?;
    let documents = statement.query_map([Kind::Redaction.number()], |row| {
        let erased: bool = row.get(3)?;
        let body: Option<Vec<u8>> = if erased { None } else { row.get(2)? };
        let id = Uuid::from_bytes(row.get(1)?);
        Ok((KindNumber(row.get(0)?), id, body.unwrap_or_default()))
    })?;
    Ok(record::sealed_hash(
        documents.collect::<Result<Vec<_>, _>>()?,
    ))
}

pub(crate) fn count(connection: &Connection) -> Result<u64, StoreError> {
    Ok(connection
        .prepare_cached(COUNT)?
        .query_row([], |row| row.get(0))?)
}

/// Sealed documents.
impl View<'_> {
    /// The revision that the document was sealed as last; nothing when it never was, or when what
    /// was sealed has been taken back.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn sealed_revision(&self, kind: Kind, id: Uuid) -> Result<Option<Revision>, StoreError> {
        let latest = latest(self.connection(), kind, id)?;
        Ok(latest.filter(|it| !it.erased).map(|it| it.revision))
    }

    /// Whether the document is as it was sealed last.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn sealed_equals_current(&self, kind: Kind, id: Uuid) -> Result<bool, StoreError> {
        let Some(latest) = latest(self.connection(), kind, id)? else {
            return Ok(false);
        };
        let Some(current) = document::body(self.connection(), kind, id)? else {
            return Ok(false);
        };
        Ok(!latest.erased
            && latest.schema == current.schema
            && latest.body.as_ref() == Some(&current.bytes))
    }

    /// Passes every record on with the chain's value at its place, in the order of sealing.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read, or what `take` answers.
    pub fn for_each_record(
        &self,
        mut take: impl FnMut(Record, Chain) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        each(self.connection(), |stored| {
            take(stored.record, stored.chain)
        })
    }

    /// How many records wait to be sent. Without a centre that is every one.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn unsent_count(&self) -> Result<u64, StoreError> {
        count(self.connection())
    }
}
