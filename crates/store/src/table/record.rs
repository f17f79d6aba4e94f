//! Sealed documents, and the streams that they stand in.

use crate::{document, error::StoreError, table::identity::Identity, view::View};
use domain::{Kind, Timestamp, UserId};
use record::{Chain, Encoded, Head, Header, Hlc, KindNumber, Record, Revision, Stream};
use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

const STREAM: &str = "SELECT number FROM stream WHERE device_id = ?1 AND incarnation = ?2";
const ADD_STREAM: &str = "INSERT INTO stream (device_id, incarnation) VALUES (?1, ?2)";
const HEAD: &str = "
SELECT seq, chain FROM record WHERE stream = ?1 AND own = 1 ORDER BY seq DESC LIMIT 1";
const APPEND: &str = "
INSERT INTO record (stream, seq, kind, schema, doc_id, base_rev, actor, hlc, beacon, salt,
    body_hash, body, chain, journal, own)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
ON CONFLICT (stream, seq, chain) DO NOTHING";
/// `?3` is the kind of a redaction: one that came later took the body back.
pub(crate) const LATEST: &str = "
SELECT sealed.chain, sealed.schema, sealed.body, sealed.journal, EXISTS (
    SELECT 1 FROM record AS later
    WHERE later.doc_id = sealed.doc_id AND later.number > sealed.number AND later.kind = ?3)
FROM record AS sealed WHERE sealed.number = COALESCE(
    (SELECT record FROM stands_upon WHERE kind = ?2 AND doc_id = ?1 AND after >=
        (SELECT MAX(number) FROM record WHERE doc_id = ?1 AND kind = ?2)),
    (SELECT MAX(number) FROM record WHERE doc_id = ?1 AND kind = ?2))";
const STAND_UPON: &str = "
INSERT INTO stands_upon (kind, doc_id, record, after)
SELECT kind, doc_id, number, (SELECT MAX(number) FROM record AS newest
    WHERE newest.doc_id = record.doc_id AND newest.kind = record.kind)
FROM record WHERE stream = ?1 AND seq = ?2 AND chain = ?3
ON CONFLICT (kind, doc_id) DO UPDATE SET record = excluded.record, after = excluded.after";
const ALL: &str = "
SELECT stream.device_id, stream.incarnation, record.seq, record.kind, record.schema, record.doc_id,
    record.base_rev, record.actor, record.hlc, record.beacon, record.salt, record.body_hash,
    record.body, record.chain, record.journal, record.own
FROM record JOIN stream ON stream.number = record.stream ORDER BY record.number";
const RUN: &str = "
SELECT stream.device_id, stream.incarnation, record.seq, record.kind, record.schema, record.doc_id,
    record.base_rev, record.actor, record.hlc, record.beacon, record.salt, record.body_hash,
    record.body, record.chain, record.journal, record.own
FROM record JOIN stream ON stream.number = record.stream
WHERE stream.device_id = ?1 AND stream.incarnation = ?2 AND record.own = 1
    AND record.seq BETWEEN ?3 AND ?4 ORDER BY record.seq";
/// Of ratings, which are kind 7: an index has them alone.
const LAST_RATING: &str = "
SELECT record.seq FROM record JOIN stream ON stream.number = record.stream
WHERE stream.device_id = ?1 AND stream.incarnation = ?2 AND record.kind = 7 AND record.own = 1
ORDER BY record.seq DESC LIMIT 1";
const KINDS_AFTER: &str = "
SELECT record.kind, COUNT(*) FROM record JOIN stream ON stream.number = record.stream
WHERE stream.device_id = ?1 AND stream.incarnation = ?2 AND record.seq > ?3 AND record.own = 1
GROUP BY record.kind ORDER BY record.kind";
const OWN_STREAMS: &str = "
SELECT DISTINCT stream.incarnation FROM stream JOIN record ON record.stream = stream.number
WHERE stream.device_id = ?1 AND record.own = 1 ORDER BY stream.number";
const EARLIER_OF_DOCUMENT: &str = "
SELECT record.seq FROM record JOIN stream ON stream.number = record.stream
WHERE record.doc_id = ?1 AND record.own = 1 AND record.seq < ?4
    AND stream.device_id = ?2 AND stream.incarnation = ?3 ORDER BY record.seq DESC LIMIT 1";
const EARLIER_OF_REVISION: &str = "
SELECT record.seq FROM record JOIN stream ON stream.number = record.stream
WHERE record.doc_id = ?5 AND substr(record.chain, 1, 16) = ?1 AND record.own = 1
    AND record.seq < ?4 AND stream.device_id = ?2 AND stream.incarnation = ?3 LIMIT 1";
const BY_REVISION: &str = "
SELECT stream.device_id, stream.incarnation, record.seq, record.kind, record.schema, record.doc_id,
    record.base_rev, record.actor, record.hlc, record.beacon, record.salt, record.body_hash,
    record.body, record.chain, record.journal, record.own
FROM record JOIN stream ON stream.number = record.stream
WHERE record.doc_id = ?1 AND substr(record.chain, 1, 16) = ?2";
/// Of each document the record that it stands upon: the newest one, unless the centre refused that.
const SEALED: &str = "
SELECT kind, doc_id, body, EXISTS (
    SELECT 1 FROM record AS later
    WHERE later.doc_id = sealed.doc_id AND later.number > sealed.number AND later.kind = ?1)
FROM record AS sealed WHERE sealed.number IN (
    SELECT COALESCE((SELECT record FROM stands_upon WHERE stands_upon.kind = newest.kind
        AND stands_upon.doc_id = newest.doc_id AND after >= newest.number), newest.number)
    FROM (SELECT kind, doc_id, MAX(number) AS number FROM record
        WHERE kind <> ?1 GROUP BY kind, doc_id) AS newest)";
const HEAD_OF: &str = "
SELECT record.seq, record.chain FROM record JOIN stream ON stream.number = record.stream
WHERE stream.device_id = ?1 AND stream.incarnation = ?2 AND record.own = 1
ORDER BY record.seq DESC LIMIT 1";
const CHAIN_AT: &str = "
SELECT record.chain FROM record JOIN stream ON stream.number = record.stream
WHERE stream.device_id = ?1 AND stream.incarnation = ?2 AND record.own = 1 AND record.seq = ?3";

/// The record that a document stands upon: its newest one, unless the centre refused that.
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
    /// This PC wrote it; others wrote what came down.
    pub(crate) own: bool,
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
        own,
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
        own,
    ])?;
    Ok(())
}

/// Lets a document stand upon a record that came down; it is added unless it is here.
pub(crate) fn append_received(
    connection: &Connection,
    (record, chain): (&Record, Chain),
    journal: u64,
) -> Result<(), StoreError> {
    let stream = record.header.stream;
    let key = params![stream.device_id(), stream.incarnation()];
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
    let place = params![number, record.header.seq, chain.0];
    if connection.prepare_cached(STAND_UPON)?.execute(place)? > 0 {
        // It stands here already: this PC sealed it, or it came down before.
        return Ok(());
    }
    let stored = StoredRecord {
        record: record.clone(),
        chain,
        journal,
        own: false,
    };
    append(connection, number, &stored)
}

/// The record that a document stands upon.
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
        own: row.get(15)?,
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

    /// Where a stream of this PC ends; nothing when it never sealed anything there.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn stream_head(&self, stream: Stream) -> Result<Option<Head>, StoreError> {
        let mut statement = self.connection().prepare_cached(HEAD_OF)?;
        let key = params![stream.device_id(), stream.incarnation()];
        let head = statement.query_row(key, |row| {
            Ok(Head {
                stream,
                seq: row.get(0)?,
                chain: Chain(row.get(1)?),
            })
        });
        Ok(head.optional()?)
    }

    /// The chain's value before the first record of a stream of this PC.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn stream_start(&self, stream: Stream) -> Result<Chain, StoreError> {
        let identity = crate::table::identity::get(self.connection())?;
        Ok(record::chain_zero(
            &identity.database_id,
            &stream.device_id(),
            &identity.device_public,
            &stream.incarnation(),
        ))
    }

    /// The chain's value at one record of a stream of this PC.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn stream_chain(&self, stream: Stream, seq: u64) -> Result<Option<Chain>, StoreError> {
        let key = params![stream.device_id(), stream.incarnation(), seq];
        Ok(self.value(CHAIN_AT, key)?.map(Chain))
    }

    /// Records of a stream of this PC from one number to another, each with the chain's value at
    /// its place.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn stream_records(
        &self,
        stream: Stream,
        seqs: std::ops::RangeInclusive<u64>,
    ) -> Result<Vec<(Record, Chain)>, StoreError> {
        let mut statement = self.connection().prepare_cached(RUN)?;
        let mut rows = statement.query(params![
            stream.device_id(),
            stream.incarnation(),
            seqs.start(),
            seqs.end()
        ])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let stored = read(row)?;
            found.push((stored.record, stored.chain));
        }
        Ok(found)
    }

    /// The last rating that was sealed in a stream of this PC; 0 when there is none.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn last_rating(&self, stream: Stream) -> Result<u64, StoreError> {
        let key = params![stream.device_id(), stream.incarnation()];
        Ok(self.value(LAST_RATING, key)?.unwrap_or(0))
    }

    /// How many records of which kind a stream of this PC has behind one.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn kinds_after(
        &self,
        stream: Stream,
        seq: u64,
    ) -> Result<Vec<(KindNumber, u64)>, StoreError> {
        let mut statement = self.connection().prepare_cached(KINDS_AFTER)?;
        let key = params![stream.device_id(), stream.incarnation(), seq];
        let counts = statement.query_map(key, |row| Ok((KindNumber(row.get(0)?), row.get(1)?)))?;
        Ok(counts.collect::<Result<_, _>>()?)
    }

    /// The last record of a stream of this PC about a document, before the record `before`.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn earlier_of_document(
        &self,
        id: Uuid,
        (stream, before): (Stream, u64),
    ) -> Result<Option<u64>, StoreError> {
        let key = params![
            id.as_bytes(),
            stream.device_id(),
            stream.incarnation(),
            before
        ];
        self.value(EARLIER_OF_DOCUMENT, key)
    }

    /// The record of a stream of this PC that made a revision of a document, before the record `before`.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn earlier_of_revision(
        &self,
        (id, revision): (Uuid, Revision),
        (stream, before): (Stream, u64),
    ) -> Result<Option<u64>, StoreError> {
        let key = params![
            revision.0,
            stream.device_id(),
            stream.incarnation(),
            before,
            id.as_bytes()
        ];
        self.value(EARLIER_OF_REVISION, key)
    }

    /// The streams of a device in which this PC sealed something, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn own_streams(&self, device: &[u8; 16]) -> Result<Vec<Stream>, StoreError> {
        let mut statement = self.connection().prepare_cached(OWN_STREAMS)?;
        let streams = statement.query_map([device], |row| {
            Ok(Stream::new(device, &row.get::<_, [u8; 16]>(0)?))
        })?;
        Ok(streams.collect::<Result<_, _>>()?)
    }

    /// The newest record of a document: its revision and, unless it was erased, its body.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn newest_record(
        &self,
        kind: Kind,
        id: Uuid,
    ) -> Result<Option<(Revision, Option<Encoded>)>, StoreError> {
        let latest = latest(self.connection(), kind, id)?;
        Ok(latest.map(|it| {
            let schema = it.schema;
            let body = it.body.filter(|_| !it.erased);
            (it.revision, body.map(|bytes| Encoded { schema, bytes }))
        }))
    }

    /// The record that made this revision of a document, wherever it came from.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn record_of_revision(
        &self,
        id: Uuid,
        revision: Revision,
    ) -> Result<Option<(Record, Chain)>, StoreError> {
        let mut statement = self.connection().prepare_cached(BY_REVISION)?;
        let mut rows = statement.query(params![id.as_bytes(), revision.0])?;
        match rows.next()? {
            Some(row) => {
                let stored = read(row)?;
                Ok(Some((stored.record, stored.chain)))
            }
            None => self.received_revision(revision),
        }
    }
}
