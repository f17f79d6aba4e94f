//! The journal: one row for each act, never changed, never removed.

mod packed;
mod steps;

pub(crate) use packed::Packed;
pub(crate) use steps::{next_to_redo, next_to_undo};

use crate::{document, error::StoreError, view::View};
use domain::{Document, Kind, Timestamp, UserId};
use record::{
    Hlc,
    journal::{Change, Entry, JournalChain, journal_zero},
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
const ACTS: &str = "
SELECT journal.seq, journal.op, journal.actor, journal.at
FROM journal_document JOIN journal ON journal.seq = journal_document.seq
WHERE journal_document.id = ?1 AND journal_document.kind = ?2 ORDER BY journal.seq";
const DOCUMENT: &str = "
SELECT seq FROM journal_document WHERE id = ?1 AND kind = ?2 ORDER BY seq";

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
    let start = || JournalHead { seq: 0, chain: journal_zero(database_id), hlc: Hlc::default() };
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
    connection.prepare_cached(NAME)?.execute(params![id.as_bytes(), seq, kind.number()])?;
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
    let packed = Packed { length: row.get(11)?, packed: row.get(12)?, bytes: row.get(13)? };
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

/// An act, as a trail shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalEntry {
    /// Its number; also the revision of what it changed.
    pub seq: u64,
    /// Code of the operation.
    pub op: String,
    /// Who did it.
    pub actor: UserId,
    /// When, by the PC's clock.
    pub at: Timestamp,
    /// What was done, in the words of the screen that did it.
    pub sentence: Option<String>,
    /// What it changed.
    pub changes: Vec<(Kind, Uuid)>,
    /// The act that it took back, or brought back.
    pub undo_of: Option<u64>,
}

/// An act, without what it changed: an import of ten thousand rows is as quick to read as a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentAct {
    /// Its number.
    pub seq: u64,
    /// Code of the operation.
    pub op: String,
    /// Who did it.
    pub actor: UserId,
    /// When, by the PC's clock.
    pub at: Timestamp,
}

/// One change of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentChange {
    /// The act.
    pub entry: JournalEntry,
    /// The document before; nothing when it was new. Equal to `after` when the act only sealed it.
    pub before: Option<Document>,
    /// The document after; nothing when it was removed.
    pub after: Option<Document>,
}

impl From<&StoredEntry> for JournalEntry {
    fn from(stored: &StoredEntry) -> Self {
        let entry = &stored.entry;
        Self {
            seq: entry.seq,
            op: entry.op.clone(),
            actor: entry.actor,
            at: entry.at,
            sentence: stored.sentence.clone(),
            changes: entry.changes.iter().map(|change| (change.kind, change.doc_id)).collect(),
            undo_of: entry.undo_of,
        }
    }
}

/// The journal.
impl View<'_> {
    /// The number of the newest act; 0 before the first.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn journal_head(&self) -> Result<u64, StoreError> {
        Ok(self.value("SELECT COALESCE(MAX(seq), 0) FROM journal", [])?.unwrap_or(0))
    }

    /// The newest acts, newest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn journal_tail(&self, limit: u32) -> Result<Vec<JournalEntry>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM journal ORDER BY seq DESC LIMIT ?1");
        let mut statement = self.connection().prepare_cached(&sql)?;
        let mut rows = statement.query([limit])?;
        let mut entries = Vec::new();
        while let Some(row) = rows.next()? {
            entries.push(JournalEntry::from(&read(row)?));
        }
        Ok(entries)
    }

    /// The acts that changed or sealed a document, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn acts_of(&self, kind: Kind, id: Uuid) -> Result<Vec<DocumentAct>, StoreError> {
        let mut statement = self.connection().prepare_cached(ACTS)?;
        let acts = statement.query_map(params![id.as_bytes(), kind.number()], |row| {
            Ok(DocumentAct {
                seq: row.get(0)?,
                op: row.get(1)?,
                actor: UserId::from_bytes(row.get(2)?),
                at: Timestamp(row.get(3)?),
            })
        })?;
        Ok(acts.collect::<Result<_, _>>()?)
    }

    /// Everything that happened to a document, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn journal_of(&self, kind: Kind, id: Uuid) -> Result<Vec<DocumentChange>, StoreError> {
        let mut statement = self.connection().prepare_cached(DOCUMENT)?;
        let numbers = statement
            .query_map(params![id.as_bytes(), kind.number()], |row| row.get(0))?
            .collect::<Result<Vec<u64>, _>>()?;
        let mut history: Vec<DocumentChange> = Vec::with_capacity(numbers.len());
        for seq in numbers {
            let stored = get(self.connection(), seq)?.ok_or(StoreError::Corrupt)?;
            let entry = JournalEntry::from(&stored);
            let change = stored.entry.changes.iter().find(|it| it.doc_id == id && it.kind == kind);
            let (before, after) = match change {
                Some(change) => sides(change)?,
                None => {
                    let sealed = history.last().and_then(|change| change.after.clone());
                    (sealed.clone(), sealed)
                }
            };
            history.push(DocumentChange { entry, before, after });
        }
        Ok(history)
    }
}

fn sides(change: &Change) -> Result<(Option<Document>, Option<Document>), StoreError> {
    let decode = |body: &record::Encoded| document::decode(change.kind, change.doc_id, body);
    Ok((
        change.before.as_ref().map(decode).transpose()?,
        change.after.as_ref().map(decode).transpose()?,
    ))
}
