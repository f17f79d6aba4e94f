//! The journal: one row for each act, never changed, never removed.

mod packed;
mod steps;
mod trail;

pub(crate) use packed::Packed;
pub(crate) use steps::{NEWEST, next_to_redo, next_to_undo};
pub use trail::{DocumentAct, DocumentChange, JournalEntry};

use crate::error::StoreError;
use domain::{Kind, Timestamp, UserId};
use record::{
    Hlc,
    journal::{Entry, JournalChain, journal_zero},
};
use rusqlite::{Connection, OptionalExtension, Row, params, types::FromSqlError};
use uuid::Uuid;

const HEAD: &str = "SELECT seq, chain, hlc FROM journal ORDER BY seq DESC LIMIT 1";
const APPEND: &str = "
INSERT INTO journal (seq, chain, hlc, at, actor, op, sentence, role, undoable, undo_of, origin,
    length, packed, changes)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)";
const NAME: &str = "INSERT OR IGNORE INTO journal_document (id, seq, kind) VALUES (?1, ?2, ?3)";
const COLUMNS: &str = "seq, chain, hlc, at, actor, op, sentence, role, undoable, undo_of, origin, \
                       length, packed, changes";

/// Where the journal stands.
#[derive(Clone, Copy)]
pub(crate) struct JournalHead {
    pub(crate) seq: u64,
    pub(crate) chain: JournalChain,
    pub(crate) hlc: Hlc,
}

/// What an act is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// Something that a person did.
    Act,
    /// Takes back the row `of`; `origin` is what the person did.
    Undo { of: u64, origin: u64 },
    /// Takes back the row `of`, which was an undo.
    Redo { of: u64, origin: u64 },
}

/// A row.
pub(crate) struct StoredEntry {
    pub(crate) entry: Entry,
    pub(crate) chain: JournalChain,
    pub(crate) sentence: Option<String>,
    pub(crate) undoable: bool,
    pub(crate) step: Step,
}

impl Step {
    const fn columns(self, seq: u64) -> (u8, Option<u64>, u64) {
        match self {
            Self::Act => (0, None, seq),
            Self::Undo { of, origin } => (1, Some(of), origin),
            Self::Redo { of, origin } => (2, Some(of), origin),
        }
    }

    /// The row that this one takes back.
    pub(crate) const fn of(self) -> Option<u64> {
        match self {
            Self::Act => None,
            Self::Undo { of, .. } | Self::Redo { of, .. } => Some(of),
        }
    }
}

/// The end of the journal.
pub(crate) fn head(
    connection: &Connection,
    database_id: &[u8; 16],
) -> Result<JournalHead, StoreError> {
    let head = connection.prepare_cached(HEAD)?.query_row([], |row| {
        Ok(JournalHead {
            seq: row.get(0)?,
            chain: JournalChain(row.get(1)?),
            hlc: Hlc(row.get::<_, i64>(2)?.cast_unsigned()),
        })
    });
    let start = || JournalHead {
        seq: 0,
        chain: journal_zero(database_id),
        hlc: Hlc::default(),
    };
    Ok(head.optional()?.unwrap_or_else(start))
}

/// Adds a row, and notes which documents it speaks of.
pub(crate) fn append(connection: &Connection, stored: &StoredEntry) -> Result<(), StoreError> {
    let entry = &stored.entry;
    let packed = Packed::new(&entry.changes)?;
    let (role, undo_of, origin) = stored.step.columns(entry.seq);
    connection.prepare_cached(APPEND)?.execute(params![
        entry.seq,
        stored.chain.0,
        entry.hlc.0.cast_signed(),
        entry.at.0,
        entry.actor.as_bytes(),
        entry.op,
        stored.sentence,
        role,
        stored.undoable,
        undo_of,
        origin,
        packed.length,
        packed.packed,
        packed.bytes,
    ])?;
    for change in &entry.changes {
        name(connection, entry.seq, (change.kind, change.doc_id))?;
    }
    Ok(())
}

/// Notes that a row speaks of a document.
pub(crate) fn name(
    connection: &Connection,
    seq: u64,
    (kind, id): (Kind, Uuid),
) -> Result<(), StoreError> {
    connection
        .prepare_cached(NAME)?
        .execute(params![id.as_bytes(), seq, kind.number()])?;
    Ok(())
}

/// A row by its number.
pub(crate) fn get(connection: &Connection, seq: u64) -> Result<Option<StoredEntry>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM journal WHERE seq = ?1");
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query([seq])?;
    rows.next()?.map(read).transpose()
}

/// Passes every row on, oldest first.
pub(crate) fn each(
    connection: &Connection,
    mut take: impl FnMut(StoredEntry) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM journal ORDER BY seq");
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        take(read(row)?)?;
    }
    Ok(())
}

fn read(row: &Row<'_>) -> Result<StoredEntry, StoreError> {
    let packed = Packed {
        length: row.get(11)?,
        packed: row.get(12)?,
        bytes: row.get(13)?,
    };
    let step = match (row.get::<_, u8>(7)?, row.get(9)?, row.get(10)?) {
        (0, None, _) => Step::Act,
        (1, Some(of), origin) => Step::Undo { of, origin },
        (2, Some(of), origin) => Step::Redo { of, origin },
        _ => return Err(rusqlite::Error::from(FromSqlError::InvalidType).into()),
    };
    Ok(StoredEntry {
        entry: Entry {
            seq: row.get(0)?,
            op: row.get(5)?,
            actor: UserId::from_bytes(row.get(4)?),
            at: Timestamp(row.get(3)?),
            hlc: Hlc(row.get::<_, i64>(2)?.cast_unsigned()),
            changes: packed.changes()?,
            undo_of: step.of(),
        },
        chain: JournalChain(row.get(1)?),
        sentence: row.get(6)?,
        undoable: row.get(8)?,
        step,
    })
}
