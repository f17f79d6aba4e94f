//! The journal as people read it.

use super::{COLUMNS, StoredEntry, get, read};
use crate::{document, error::StoreError, view::View};
use domain::{Document, Kind, Timestamp, UserId};
use record::journal::{Change, JournalChain};
use rusqlite::params;
use uuid::Uuid;

const DOCUMENT: &str = "
SELECT seq FROM journal_document WHERE id = ?1 AND kind = ?2 ORDER BY seq";

const ACTS: &str = "
SELECT journal.seq, journal.op, journal.actor, journal.at
FROM journal_document JOIN journal ON journal.seq = journal_document.seq
WHERE journal_document.id = ?1 AND journal_document.kind = ?2 ORDER BY journal.seq";

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
            changes: entry
                .changes
                .iter()
                .map(|change| (change.kind, change.doc_id))
                .collect(),
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
        Ok(self
            .value("SELECT COALESCE(MAX(seq), 0) FROM journal", [])?
            .unwrap_or(0))
    }

    /// The newest act with the chain's value after it: what a checkpoint names.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn journal_place(&self) -> Result<(u64, JournalChain), StoreError> {
        let identity = crate::table::identity::get(self.connection())?;
        let head = super::head(self.connection(), &identity.database_id)?;
        Ok((head.seq, head.chain))
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
            let change = stored
                .entry
                .changes
                .iter()
                .find(|it| it.doc_id == id && it.kind == kind);
            let (before, after) = match change {
                Some(change) => sides(change)?,
                None => {
                    let sealed = history.last().and_then(|change| change.after.clone());
                    (sealed.clone(), sealed)
                }
            };
            history.push(DocumentChange {
                entry,
                before,
                after,
            });
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
