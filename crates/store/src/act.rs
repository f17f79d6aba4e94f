//! Writing: one act is one transaction, one row of the journal, and the records that it seals.

mod centre;
mod changes;
mod rules;
mod sealing;

use crate::{
    document::{self, Saved},
    error::StoreError,
    table::{
        identity::{self, Identity},
        journal::{self, JournalHead, Step, StoredEntry},
        search::{self, Stale},
        setting,
    },
    view::View,
};
use changes::Changes;
use domain::{Document, Kind, Timestamp, UserId};
use record::{Encoded, Hlc, Revision, journal::Entry};
use rusqlite::Connection;
use sealing::Sealing;
use std::{borrow::Borrow, fmt, ops::Deref};
use uuid::Uuid;

/// Whether the actor can take an act back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undoable {
    /// With "Urungkan".
    Yes,
    /// Not at all: setting up, restoring, *siap dikirim*.
    No,
}

/// Who does what, when.
#[derive(Clone, Debug)]
pub struct ActInfo {
    /// Code of the operation: `rate`, `import`.
    pub op: &'static str,
    /// Who does it.
    pub actor: UserId,
    /// When, by the PC's clock.
    pub at: Timestamp,
    /// Random; the salts of the records that this act seals come from it.
    pub salt_seed: [u8; 32],
    /// Whether it can be taken back.
    pub undoable: Undoable,
    /// What it does, in the words of the screen, for the trail.
    pub sentence: Option<String>,
}

/// What an act answered, once it is safely on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Committed<T> {
    /// The closure's own answer.
    pub value: T,
    /// The act's number in the journal, which is the revision of everything that it changed; the
    /// newest number when it changed no document.
    pub journal_seq: u64,
    /// Kinds of the documents that it changed or sealed.
    pub kinds: Vec<Kind>,
    /// Whether anything was written at all.
    pub written: bool,
}

/// An act that is being done. Dereferences to [`View`], which shows what was written so far.
pub struct Act<'c> {
    view: View<'c>,
    info: ActInfo,
    head: JournalHead,
    seq: u64,
    hlc: Hlc,
    identity: Identity,
    changes: Changes,
    sealing: Sealing,
    stale: Stale,
    settings_written: bool,
    /// Something about the centre was written, which is no document.
    bookkept: bool,
    pub(crate) step: Step,
}

/// What an act left behind.
pub(crate) struct Outcome {
    pub(crate) journal_seq: u64,
    pub(crate) kinds: Vec<Kind>,
    pub(crate) written: bool,
    /// How many documents were changed.
    pub(crate) documents: usize,
}

impl<'c> Act<'c> {
    /// Begins inside a write transaction: the heads that are read here stay the newest.
    pub(crate) fn begin(connection: &'c Connection, info: ActInfo) -> Result<Self, StoreError> {
        let identity = identity::get(connection)?;
        let head = journal::head(connection, &identity.database_id)?;
        Ok(Self {
            view: View::new(connection),
            hlc: Hlc::tick(head.hlc, info.at),
            sealing: Sealing::new(info.salt_seed),
            info,
            seq: head.seq + 1,
            head,
            identity,
            changes: Changes::default(),
            stale: Stale::default(),
            settings_written: false,
            bookkept: false,
            step: Step::Act,
        })
    }

    /// Writes a document, new or not. One that is equal to what stands there changes nothing.
    /// Kinds that [`Kind::seals_when_saved`] are sealed when the act ends.
    ///
    /// # Errors
    /// [`StoreError::Taken`] when a NIP, or an assignment's evaluation in that period, is there
    /// already; else when the database cannot be written.
    pub fn put(&mut self, document: impl Borrow<Document>) -> Result<(), StoreError> {
        let document = document.borrow();
        self.write(document, record::encode(document))
    }

    /// Writes a body as it stood before, in the form that it had.
    pub(crate) fn put_body(
        &mut self,
        (kind, id): (Kind, Uuid),
        body: Encoded,
    ) -> Result<(), StoreError> {
        let document = document::decode(kind, id, &body)?;
        self.write(&document, body)
    }

    fn write(&mut self, document: &Document, after: Encoded) -> Result<(), StoreError> {
        let (kind, id) = (document.kind(), document.id());
        let before = document::body(self.connection(), kind, id)?;
        if before.as_ref() == Some(&after) {
            return Ok(());
        }
        let saved = Saved {
            body: &after,
            changed: self.seq,
        };
        document::save(self.connection(), document, saved)?;
        self.stale.add(document);
        if let Some(before) = &before {
            self.stale.add_body(kind, id, before)?;
        }
        self.changes.add((kind, id), before, Some(after));
        Ok(())
    }

    /// Removes a document; one that is not there is removed already. For taking an act back, and
    /// for a draft that its writer throws away: what an office works with is ended, not removed.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be written. That something still names the document
    /// shows when the act ends, as [`StoreError::Dangling`].
    pub fn remove(&mut self, kind: Kind, id: Uuid) -> Result<(), StoreError> {
        let Some(before) = document::body(self.connection(), kind, id)? else {
            return Ok(());
        };
        search::forget(self.connection(), kind, id)?;
        document::remove(self.connection(), kind, id)?;
        self.stale.add_body(kind, id, &before)?;
        self.changes.add((kind, id), Some(before), None);
        Ok(())
    }

    /// Seals a document as it stands now: an evaluation by *siap dikirim*, with it the notes and
    /// the evidence that it names. One that was sealed just so keeps its revision.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when it is not there; [`StoreError::NoTable`] for a user, who is
    /// never sealed; else when the database cannot be written.
    pub fn seal(&mut self, kind: Kind, id: Uuid) -> Result<Revision, StoreError> {
        if kind == Kind::User {
            return Err(StoreError::NoTable { kind });
        }
        let body =
            document::body(self.connection(), kind, id)?.ok_or(StoreError::Missing { kind, id })?;
        let place = self.place();
        self.sealing.seal_explicitly(&place, (kind, id), body)
    }

    /// Writes a setting of this PC. Settings are no documents: neither journalled nor undone.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be written.
    pub fn setting_put(&mut self, key: &str, value: &str) -> Result<(), StoreError> {
        self.settings_written |= setting::save(self.connection(), key, value)?;
        Ok(())
    }

    /// Kinds of the documents that were changed or sealed so far.
    #[must_use]
    pub fn kinds(&self) -> Vec<Kind> {
        let mut kinds = self.changes.kinds();
        kinds.extend(self.sealing.kinds());
        kinds.into_iter().collect()
    }

    /// Who does it.
    #[must_use]
    pub const fn actor(&self) -> UserId {
        self.info.actor
    }

    /// Begins a new stream, whose first record names the point that it continues from.
    pub(crate) fn begin_incarnation(&mut self, incarnation: [u8; 16]) -> Result<(), StoreError> {
        if self.identity.incarnation == incarnation {
            return Ok(());
        }
        let users = self.users()?;
        let place = self.place();
        let continues = self.sealing.leave_stream(&place)?;
        self.identity.incarnation = incarnation;
        identity::save(self.connection(), &self.identity)?;
        let place = self.place();
        self.sealing.note_device(&place, users, continues)
    }

    /// Ends the act: seals what must be sealed, writes the journal, refreshes the search.
    pub(crate) fn finish(mut self) -> Result<Outcome, StoreError> {
        let place = self.place();
        self.sealing.seal_saved(&place, &self.changes)?;
        let kinds = self.kinds();
        let nothing = self.changes.are_none() && self.sealing.is_idle();
        if nothing {
            return Ok(Outcome {
                journal_seq: self.head.seq,
                kinds: Vec::new(),
                written: self.settings_written || self.bookkept,
                documents: 0,
            });
        }
        self.stale.refresh(&self.view)?;
        let documents = self.write_journal()?;
        Ok(Outcome {
            journal_seq: self.seq,
            kinds,
            written: true,
            documents,
        })
    }

    /// Answers how many documents the row speaks of.
    fn write_journal(&mut self) -> Result<usize, StoreError> {
        let entry = Entry {
            seq: self.seq,
            op: self.info.op.to_owned(),
            actor: self.info.actor,
            at: self.info.at,
            hlc: self.hlc,
            changes: self.changes.take(),
            undo_of: self.step.of(),
        };
        let chain = record::journal::next_journal_chain(&self.head.chain, &entry);
        let stored = StoredEntry {
            entry,
            chain,
            sentence: self.info.sentence.take(),
            undoable: self.info.undoable == Undoable::Yes,
            step: self.step,
        };
        journal::append(self.connection(), &stored)?;
        for document in self.sealing.sealed_explicitly() {
            journal::name(self.connection(), self.seq, document)?;
        }
        Ok(stored.entry.changes.len())
    }

    const fn place(&self) -> sealing::Place<'c> {
        sealing::Place {
            connection: self.view.connection(),
            identity: self.identity,
            actor: self.info.actor,
            hlc: self.hlc,
            journal: self.seq,
        }
    }
}

impl<'c> Deref for Act<'c> {
    type Target = View<'c>;

    fn deref(&self) -> &View<'c> {
        &self.view
    }
}

impl fmt::Debug for Act<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Act")
            .field("info", &self.info)
            .field("seq", &self.seq)
            .finish()
    }
}
