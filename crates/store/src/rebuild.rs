//! Making every table anew from the journal: they are projections, and nothing else.

use crate::{
    connection::give_back,
    document::{self, Saved},
    error::StoreError,
    store::{Store, commit},
    table::{identity, journal, record as records, search},
    verify::{Expected, Problem, Verification, follow_journal, follow_records, state_hash},
};
use ::record::journal::{Change, Entry};
use domain::Kind;
use rusqlite::Connection;

impl Store {
    /// Replays the journal into empty tables, compares with the records, and keeps the result when
    /// the chains are whole. Undamaged tables are the same afterwards, with the same hashes.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be done; then everything is as before.
    pub fn rebuild(&self) -> Result<Verification, StoreError> {
        let mut writer = self.writer();
        let transaction = self.begin(&mut writer)?;
        let before = state_hash(&transaction)?;
        let identity = identity::get(&transaction)?;
        let mut problems = Vec::new();
        let mut expected = Expected::default();
        clear(&transaction)?;
        let journal = follow_journal(&transaction, &identity, &mut problems, |stored| {
            expected.add(&stored.entry.changes);
            replay(&transaction, &stored.entry)
        })?;
        let records = follow_records(&transaction, &identity, &mut problems, |stored| {
            expected.add_record(&stored.record);
            name_sealed(&transaction, stored)
        })?;
        search::rebuild(&transaction)?;
        let state_hash = expected.compare(&transaction, &mut problems)?;
        let sealed_hash = records::sealed_hash(&transaction)?;
        let whole = problems.is_empty();
        if state_hash != before {
            problems.push(Problem::Rebuilt);
        }
        if whole {
            commit(&transaction)?;
        }
        drop(transaction);
        give_back(&writer);
        let ok = problems.is_empty();
        Ok(Verification {
            ok,
            journal,
            records,
            state_hash,
            sealed_hash,
            problems,
        })
    }
}

fn clear(connection: &Connection) -> Result<(), StoreError> {
    connection.execute("DELETE FROM journal_document", [])?;
    Kind::DOCUMENTS
        .into_iter()
        .try_for_each(|kind| document::clear(connection, kind))
}

fn replay(connection: &Connection, entry: &Entry) -> Result<(), StoreError> {
    // What must be unique may have been exchanged within the act: all give it up first.
    for Change {
        kind,
        doc_id,
        before,
        ..
    } in &entry.changes
    {
        if before.is_some() {
            document::remove(connection, *kind, *doc_id)?;
        }
    }
    for Change {
        kind,
        doc_id,
        after,
        ..
    } in &entry.changes
    {
        if let Some(body) = after {
            let document = document::decode(*kind, *doc_id, body)?;
            document::save(
                connection,
                &document,
                Saved {
                    body,
                    changed: entry.seq,
                },
            )?;
        }
        journal::name(connection, entry.seq, (*kind, *doc_id))?;
    }
    Ok(())
}

/// What was sealed on demand stands in the journal's index of its act, changed or not.
fn name_sealed(connection: &Connection, stored: &records::StoredRecord) -> Result<(), StoreError> {
    let header = &stored.record.header;
    match header.kind.known() {
        Some(kind) if Kind::DOCUMENTS.contains(&kind) && !kind.seals_when_saved() => {
            journal::name(connection, stored.journal, (kind, header.doc_id))
        }
        _ => Ok(()),
    }
}
