//! An open database.

mod opening;

use crate::{
    act::{Act, ActInfo, Committed},
    connection::{Role, connect},
    document,
    error::StoreError,
    evidence::EvidenceFiles,
    key::OpenKey,
    lock::{self, ExclusiveGuard, LockError, Presence},
    places::Places,
    table::identity::Identity,
    trouble::Trouble,
    view::View,
};
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::{
    fmt,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// Readers that stay open between two questions.
const READERS: usize = 4;

/// An open database: one connection that writes, a few that read, and a sign on the door that
/// tells others that it is open. May be shared between threads; window and terminal may each have
/// one open on the same files.
pub struct Store {
    // The connections come first: they must close before the presence ends.
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
    watcher: Mutex<Connection>,
    identity: Mutex<Identity>,
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
            commit(transaction)?;
        }
        let (journal_seq, kinds, written) =
            (outcome.journal_seq, outcome.kinds, outcome.written);
        Ok(Committed { value, journal_seq, kinds, written })
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

    /// The connection that writes, for as long as the answer lives.
    pub(crate) fn writer(&self) -> MutexGuard<'_, Connection> {
        hold(&self.writer)
    }

    /// Begins to write, after whoever is writing now.
    pub(crate) fn begin<'w>(
        &self,
        writer: &'w mut Connection,
    ) -> Result<Transaction<'w>, StoreError> {
        writer.transaction_with_behavior(TransactionBehavior::Immediate).map_err(|error| {
            match StoreError::from(error) {
                StoreError::Busy { .. } => {
                    StoreError::Busy { holder: lock::other(&self.places, &self.presence) }
                }
                other => other,
            }
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
        f.debug_struct("Store").field("places", &self.places).finish_non_exhaustive()
    }
}

/// Commits; when that fails because a document names one that is not there, says which.
pub(crate) fn commit(transaction: Transaction<'_>) -> Result<(), StoreError> {
    let Err(error) = transaction.execute_batch("COMMIT") else { return Ok(()) };
    if Trouble::of(&error) != Trouble::ForeignKey {
        return Err(error.into());
    }
    match dangling(&transaction)? {
        Some(found) => Err(found),
        None => Err(error.into()),
    }
}

fn dangling(connection: &Connection) -> Result<Option<StoreError>, StoreError> {
    let mut statement = connection.prepare("PRAGMA foreign_key_check")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let Some(kind) = document::kind_of_table(&row.get::<_, String>(0)?) else { continue };
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

#[cfg(test)]
mod tests {
    use super::Store;
    use crate::{
        ActInfo, Holder, Identity, OpenKey, Places, Problem, StoreError, Undoable,
    };
    use domain::{Document, Timestamp, User, UserId};
    use std::time::Duration;
    use tempfile::TempDir;
    use uuid::Uuid;

    fn store() -> (TempDir, Store) {
        let folder = tempfile::tempdir().expect("a folder");
        let identity = Identity {
            database_id: [1; 16],
            device_id: [2; 16],
            incarnation: [3; 16],
            device_public: [4; 32],
        };
        let key = OpenKey::new([5; 32]);
        let store = Store::create(&Places::new(folder.path()), &key, &identity).expect("a store");
        (folder, store)
    }

    fn info() -> ActInfo {
        ActInfo {
            op: "user",
            actor: UserId(Uuid::from_u128(1)),
            at: Timestamp(1_790_000_000_000_000),
            salt_seed: [6; 32],
            undoable: Undoable::Yes,
            sentence: None,
        }
    }

    fn put(store: &Store, number: u128) -> Result<u64, StoreError> {
        // Letters that no compression makes small.
        let name = blake3::hash(&number.to_le_bytes()).to_hex().repeat(100);
        let user = User { id: UserId(Uuid::from_u128(number)), name, nip: None };
        store.transact(info(), |act| act.put(Document::User(user))).map(|it| it.journal_seq)
    }

    #[test]
    fn a_full_disk_refuses_and_loses_nothing() {
        let (_folder, store) = store();
        let pages: i64 = {
            let writer = store.writer();
            let pages: i64 = writer
                .query_row("PRAGMA page_count", [], |row| row.get(0))
                .expect("a number");
            // A limit of pages is what a disk without space looks like to SQLite.
            writer
                .query_row(&format!("PRAGMA max_page_count = {}", pages + 60), [], |row| row.get(0))
                .expect("a limit")
        };
        let mut written = 0;
        let refused = loop {
            match put(&store, written + 1) {
                Ok(_) => written += 1,
                Err(error) => break error,
            }
        };
        assert!(matches!(refused, StoreError::DiskFull), "{refused:?}");
        assert!(written > 0);
        let found = store.verify().expect("a check");
        assert_eq!((found.journal, found.problems), (u64::try_from(written).expect("small"), vec![]));
        // Space again: the same act succeeds.
        let roomy = format!("PRAGMA max_page_count = {}", pages + 10_000);
        store.writer().query_row(&roomy, [], |row| row.get::<_, i64>(0)).expect("a limit");
        assert_eq!(put(&store, written + 1).expect("an act"), found.journal + 1);
    }

    #[test]
    fn a_writer_that_waits_too_long_says_who_writes() {
        let (_folder, store) = store();
        let other = Store::open(store.places(), store.key()).expect("open beside the other");
        store.writer().busy_timeout(Duration::from_millis(1)).expect("no patience");
        let mut writing = other.writer();
        let held = other.begin(&mut writing).expect("the other writes");
        let refused = put(&store, 1);
        let Err(StoreError::Busy { holder: Some(Holder { pid, .. }) }) = refused else {
            panic!("{refused:?}")
        };
        assert_eq!(pid, std::process::id());
        // Reading goes on meanwhile.
        let seen = store.read(|view| Ok::<_, StoreError>(view.users()?.len()));
        assert_eq!(seen.expect("read"), 0);
        drop(held);
        put(&store, 1).expect("now it is free");
    }

    #[test]
    fn a_page_that_cannot_be_read_is_a_problem_and_no_failure() {
        let (_folder, store) = store();
        for number in 1..30 {
            put(&store, number).expect("an act");
        }
        let path = store.places().database();
        let places = store.places().clone();
        let key = store.key().clone();
        drop(store);
        let mut bytes = std::fs::read(&path).expect("the file");
        let middle = bytes.len() / 4096 / 2 * 4096 + 64;
        bytes[middle] ^= 1;
        std::fs::write(&path, bytes).expect("the damage");
        let store = Store::open(&places, &key).expect("the rest is whole");
        let found = store.verify().expect("a check");
        assert!(matches!(found.problems[0], Problem::Page { .. }));
        assert!(!found.ok);
    }
}
