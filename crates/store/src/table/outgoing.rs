//! What goes up: batches, receipts for them, packets for sticks, files.

use crate::{error::StoreError, view::View};
use domain::Timestamp;
use record::Stream;
use rusqlite::{Connection, OptionalExtension, Row, params};

const ADD_BATCH: &str = "
INSERT INTO batch (stream, first_seq, last_seq, upload, bytes)
VALUES ((SELECT number FROM stream WHERE device_id = ?1 AND incarnation = ?2), ?3, ?4, ?5, ?6)";
const BATCH_WITH: &str = "
SELECT batch.upload, batch.first_seq, batch.last_seq, length(batch.bytes)
FROM batch JOIN stream ON stream.number = batch.stream
WHERE stream.device_id = ?1 AND stream.incarnation = ?2 AND batch.first_seq <= ?3
ORDER BY batch.first_seq DESC LIMIT 1";
const BATCH_BYTES: &str = "SELECT bytes FROM batch WHERE upload = ?1";
const ADD_RECEIPT: &str = "
INSERT INTO receipt (stream, first_seq, through_seq, server_time, bytes)
VALUES (?1, ?2, ?3, ?4, ?5)";
const RECEIPTS: &str = "
SELECT number, stream, first_seq, through_seq, server_time, bytes FROM receipt
ORDER BY number DESC LIMIT ?1";
const ADD_PACKET: &str = "
INSERT INTO packet (at, file_name, folder, size, documents, stream, through_seq)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
const PACKETS: &str = "
SELECT number, at, file_name, folder, size, documents, stream, through_seq FROM packet
ORDER BY number DESC LIMIT ?1";
const ADD_FILE: &str = "
INSERT INTO sent_file (content_hash, at) VALUES (?1, ?2) ON CONFLICT (content_hash) DO NOTHING";
const UNSENT_FILES: &str = "
SELECT DISTINCT evidence.id, evidence.content_hash FROM evidence
WHERE NOT EXISTS (SELECT 1 FROM sent_file WHERE sent_file.content_hash = evidence.content_hash)
    AND EXISTS (SELECT 1 FROM record WHERE record.doc_id = evidence.id AND record.kind = 9
        AND record.own = 1)
ORDER BY evidence.id";

/// A batch that was built and stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BatchRow {
    /// Which upload sends it.
    pub upload: [u8; 16],
    /// Its first record.
    pub first_seq: u64,
    /// Its last record.
    pub last_seq: u64,
    /// Its length in bytes.
    pub length: u64,
}

/// A verified receipt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceiptRow {
    /// 1, 2, 3 … on this PC; 0 for one that is about to be kept.
    pub number: u64,
    /// The stream.
    pub stream: Stream,
    /// The first record that it speaks of.
    pub first_seq: u64,
    /// Up to where the centre holds the stream.
    pub through_seq: u64,
    /// The centre's time.
    pub server_time: Timestamp,
    /// The receipt as the crate `sync` writes it.
    pub bytes: Vec<u8>,
}

/// A packet that was written for a stick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PacketRow {
    /// 1, 2, 3 … on this PC; 0 for one that is about to be kept.
    pub number: u64,
    /// When, by this PC's clock.
    pub at: Timestamp,
    /// The file's name.
    pub file_name: String,
    /// Its folder.
    pub folder: String,
    /// Bytes.
    pub size: u64,
    /// Records in it.
    pub documents: u64,
    /// The stream of the last of them.
    pub stream: Stream,
    /// The last of them.
    pub through_seq: u64,
}

pub(crate) fn add_batch(
    connection: &Connection,
    stream: Stream,
    (batch, bytes): (&BatchRow, &[u8]),
) -> Result<(), StoreError> {
    connection.prepare_cached(ADD_BATCH)?.execute(params![
        stream.device_id(),
        stream.incarnation(),
        batch.first_seq,
        batch.last_seq,
        batch.upload,
        bytes,
    ])?;
    Ok(())
}

pub(crate) fn add_receipt(connection: &Connection, receipt: &ReceiptRow) -> Result<(), StoreError> {
    connection.prepare_cached(ADD_RECEIPT)?.execute(params![
        receipt.stream.0,
        receipt.first_seq,
        receipt.through_seq,
        receipt.server_time.0,
        receipt.bytes,
    ])?;
    Ok(())
}

pub(crate) fn add_packet(connection: &Connection, packet: &PacketRow) -> Result<u64, StoreError> {
    connection.prepare_cached(ADD_PACKET)?.execute(params![
        packet.at.0,
        packet.file_name,
        packet.folder,
        packet.size,
        packet.documents,
        packet.stream.0,
        packet.through_seq,
    ])?;
    Ok(connection.last_insert_rowid().unsigned_abs())
}

pub(crate) fn add_file(
    connection: &Connection,
    content_hash: &[u8; 32],
    at: Timestamp,
) -> Result<(), StoreError> {
    connection
        .prepare_cached(ADD_FILE)?
        .execute(params![content_hash, at.0])?;
    Ok(())
}

fn receipt(row: &Row<'_>) -> rusqlite::Result<ReceiptRow> {
    Ok(ReceiptRow {
        number: row.get(0)?,
        stream: Stream(row.get(1)?),
        first_seq: row.get(2)?,
        through_seq: row.get(3)?,
        server_time: Timestamp(row.get(4)?),
        bytes: row.get(5)?,
    })
}

fn packet(row: &Row<'_>) -> rusqlite::Result<PacketRow> {
    Ok(PacketRow {
        number: row.get(0)?,
        at: Timestamp(row.get(1)?),
        file_name: row.get(2)?,
        folder: row.get(3)?,
        size: row.get(4)?,
        documents: row.get(5)?,
        stream: Stream(row.get(6)?),
        through_seq: row.get(7)?,
    })
}

/// What goes up.
impl View<'_> {
    /// The stored batch that holds this record of a stream.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn batch_with(&self, stream: Stream, seq: u64) -> Result<Option<BatchRow>, StoreError> {
        let mut statement = self.connection().prepare_cached(BATCH_WITH)?;
        let key = params![stream.device_id(), stream.incarnation(), seq];
        let batch = statement.query_row(key, |row| {
            Ok(BatchRow {
                upload: row.get(0)?,
                first_seq: row.get(1)?,
                last_seq: row.get(2)?,
                length: row.get(3)?,
            })
        });
        Ok(batch.optional()?.filter(|batch| seq <= batch.last_seq))
    }

    /// The bytes of a stored batch.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn batch_bytes(&self, upload: &[u8; 16]) -> Result<Option<Vec<u8>>, StoreError> {
        self.value(BATCH_BYTES, [upload])
    }

    /// The newest receipts first, at most so many.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn receipts(&self, most: u32) -> Result<Vec<ReceiptRow>, StoreError> {
        let mut statement = self.connection().prepare_cached(RECEIPTS)?;
        let receipts = statement.query_map([most], receipt)?;
        Ok(receipts.collect::<Result<_, _>>()?)
    }

    /// The newest packets first, at most so many.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn packets(&self, most: u32) -> Result<Vec<PacketRow>, StoreError> {
        let mut statement = self.connection().prepare_cached(PACKETS)?;
        let packets = statement.query_map([most], packet)?;
        Ok(packets.collect::<Result<_, _>>()?)
    }

    /// The content of the evidence that was sealed here and whose file the centre does not hold;
    /// each content once.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn unsent_files(&self) -> Result<Vec<[u8; 32]>, StoreError> {
        let mut statement = self.connection().prepare_cached(UNSENT_FILES)?;
        let hashes = statement.query_map([], |row| row.get(1))?;
        let mut hashes: Vec<[u8; 32]> = hashes.collect::<Result<_, _>>()?;
        hashes.sort_unstable();
        hashes.dedup();
        Ok(hashes)
    }
}
