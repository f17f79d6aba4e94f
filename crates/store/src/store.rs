//! An open database.

mod opening;
#[cfg(test)]
mod tests;

use crate::{
    act::{Act, ActInfo, Committed},
    connection::{Role, connect, give_back},
    document,
    error::StoreError,
    evidence::EvidenceFiles,
    key::OpenKey,
    lock::{self, ExclusiveGuard, LockError, Presence},
    own_acts::OwnActs,
    places::Places,
    table::identity::Identity,
    trouble::Trouble,
    view::View,
};
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::{
    fmt,
    sync::{Mutex, MutexGuard, PoisonError, TryLockError},
};

/// Readers that stay open between two questions.
const READERS: usize = 4;
/// An act upon more documents than this leaves its memory behind: an import, or its undo.
const LARGE: usize = 1000;

/// An open database: one connection that writes, a few that read, and a sign on the door that
/// tells others that it is open. May be shared between threads; window and terminal may each have
/// one open on the same files.
pub struct Store {
    // The connections come first: they must close before the presence ends.
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
    watcher: Mutex<Connection>,
    identity: Mutex<Identity>,
    own_acts: Mutex<OwnActs>,
    presence: Presence,
    places: Places,
    key: OpenKey,
}

impl Store {
    /// Where it lies.
    #[must_use]
    pub const fn places(&self) -> &Places {
        &self.places
    }

    /// Who it is, and which stream it writes.
    #[must_use]
    pub fn identity(&self) -> Identity {
        *hold(&self.identity)
    }

    /// Asks one consistent state, however many questions; never waits for a writer.
    ///
    /// # Errors
    /// What the closure answers, or [`StoreError`] when the database cannot be read.
    pub fn read<T, E: From<StoreError>>(
        &self,
        ask: impl FnOnce(&View<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut reader = self.reader()?;
        let answer = {
            let transaction = reader.transaction().map_err(StoreError::from)?;
            ask(&View::new(&transaction))
        };
        let mut readers = hold(&self.readers);
        if readers.len() < READERS {
            readers.push(reader);
        }
        answer
    }

    /// Does one act: everything that the closure writes, the journal and the records are
    /// committed together, or nothing is. Other programs wait meanwhile, and the heads of the
    /// chains are read after they have finished. An act that changes nothing leaves no trace.
    ///
    /// # Errors
    /// What the closure answers; [`StoreError::Busy`] when another program wrote for too long;
    /// [`StoreError::Dangling`] when a document names one that is not there; else what the disk
    /// refused. In each case nothing is written.
    pub fn transact<T, E: From<StoreError>>(
        &self,
        info: ActInfo,
        work: impl FnOnce(&mut Act<'_>) -> Result<T, E>,
    ) -> Result<Committed<T>, E> {
        let mut writer = hold(&self.writer);
        let transaction = self.begin(&mut writer)?;
        let mut act = Act::begin(&transaction, info)?;
        let value = work(&mut act)?;
        let outcome = act.finish()?;
        if outcome.written {
            commit(&transaction)?;
        }
        // Without kinds nothing was journalled, and the number is that of an earlier act.
        if !outcome.kinds.is_empty() {
            hold(&self.own_acts).note(outcome.journal_seq);
        }
        drop(transaction);
        if outcome.documents > LARGE {
            give_back(&writer);
        }
        Ok(Committed {
            value,
            journal_seq: outcome.journal_seq,
            kinds: outcome.kinds,
            written: outcome.written,
        })
    }

    /// Begins a new incarnation of the device: after a restore, or when a clone was recognised.
    /// Its stream begins with a record that names the point where the old one was left.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be written.
    pub fn begin_incarnation(
        &self,
        info: ActInfo,
        incarnation: [u8; 16],
    ) -> Result<Committed<()>, StoreError> {
        let committed = self.transact(info, |act| act.begin_incarnation(incarnation))?;
        hold(&self.identity).incarnation = incarnation;
        Ok(committed)
    }

    /// A number that is another one after anybody committed, in this program or in another.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn data_version(&self) -> Result<u64, StoreError> {
        // Asked on a connection of its own: one's own commits do not count for a connection.
        let watcher = hold(&self.watcher);
        Ok(watcher.query_row("PRAGMA data_version", [], |row| row.get(0))?)
    }

    /// A number that is another one after another program committed; the acts of this one leave it as
    /// it is. `None` while an act is under way here: nobody waits for it to know this.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn others_version(&self) -> Result<Option<u64>, StoreError> {
        let writer = match self.writer.try_lock() {
            Ok(writer) => writer,
            Err(TryLockError::Poisoned(left)) => left.into_inner(),
            Err(TryLockError::WouldBlock) => return Ok(None),
        };
        let version = writer.query_row("PRAGMA data_version", [], |row| row.get(0))?;
        Ok(Some(version))
    }

    /// Takes the place alone, until the answer is dropped: nobody else can open the database
    /// meanwhile. For practice data; restore and migration take it themselves.
    ///
    /// # Errors
    /// [`LockError::Busy`] says who has it open.
    pub fn exclusive(&self, purpose: &str) -> Result<ExclusiveGuard, LockError> {
        lock::exclusive(&self.places, Some(&self.presence), purpose)
    }

    /// The encrypted files beside the database.
    #[must_use]
    pub fn evidence_files(&self) -> EvidenceFiles<'_> {
        EvidenceFiles::new(&self.places, &self.key, self.presence.token())
    }

    /// The name of this process among those that have the database open.
    pub(crate) fn token(&self) -> &str {
        self.presence.token()
    }

    pub(crate) const fn key(&self) -> &OpenKey {
        &self.key
    }

    /// Which acts were done here; held for a question only.
    pub(crate) fn own_acts(&self) -> MutexGuard<'_, OwnActs> {
        hold(&self.own_acts)
    }

    /// The connection that writes, for as long as the answer lives.
    pub(crate) fn writer(&self) -> MutexGuard<'_, Connection> {
        hold(&self.writer)
    }

    /// Begins to write, after whoever is writing now.
    pub(crate) fn begin<'w>(
        &self,
        writer: &'w mut Connection,
    ) -> Result<Transaction<'w>, StoreError> {
        writer
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(|error| match StoreError::from(error) {
                StoreError::Busy { .. } => StoreError::Busy {
                    holder: lock::other(&self.places, &self.presence),
                },
                other => other,
            })
    }

    fn reader(&self) -> Result<Connection, StoreError> {
        let waiting = hold(&self.readers).pop();
        match waiting {
            Some(reader) => Ok(reader),
            None => Ok(connect(&self.places.database(), &self.key, Role::Reader)?),
        }
    }
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store")
            .field("places", &self.places)
            .finish_non_exhaustive()
    }
}

/// Commits; when that fails because a document names one that is not there, says which.
pub(crate) fn commit(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    let Err(error) = transaction.execute_batch("COMMIT") else {
        return Ok(());
    };
    if Trouble::of(&error) != Trouble::ForeignKey {
        return Err(error.into());
    }
    match dangling(transaction)? {
        Some(found) => Err(found),
        None => Err(error.into()),
    }
}

fn dangling(connection: &Connection) -> Result<Option<StoreError>, StoreError> {
    let mut statement = connection.prepare("PRAGMA foreign_key_check")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let Some(kind) = document::kind_of_table(&row.get::<_, String>(0)?) else {
            continue;
        };
        if let Some(id) = document::id_of_row(connection, kind, row.get(1)?)? {
            return Ok(Some(StoreError::Dangling { kind, id }));
        }
    }
    Ok(None)
}

/// A panic elsewhere rolled its transaction back; what the lock guards is whole.
fn hold<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
