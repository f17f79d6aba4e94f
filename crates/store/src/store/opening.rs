//! Making and opening a database.

use super::Store;
use crate::{
    backup::{self, BackupError, BackupFile, BackupLabel},
    connection::{Role, connect},
    durable,
    error::OpenError,
    evidence,
    key::OpenKey,
    label::Label,
    lock::{self, Presence},
    migrations,
    own_acts::OwnActs,
    places::{Places, database_in, evidence_in},
    table::{
        identity::{self, Identity},
        journal, search,
    },
    trouble::Trouble,
};
use rusqlite::{Connection, TransactionBehavior};
use std::{fs, path::Path, sync::Mutex};

impl Store {
    /// Whether there is a database in this place.
    #[must_use]
    pub fn exists(places: &Places) -> bool {
        places.database().exists() || places.incoming().exists()
    }

    /// Which database it is, without its key.
    ///
    /// # Errors
    /// [`OpenError`] when the file that says it cannot be read.
    pub fn database_id(places: &Places) -> Result<Option<[u8; 16]>, OpenError> {
        let office = if places.office().exists() {
            places.office()
        } else {
            places.incoming()
        };
        let label = Label::read(&office).map_err(OpenError::from_io)?;
        Ok(label.map(|label| label.database_id()))
    }

    /// Makes a new database and opens it. Until everything is there, nothing is.
    ///
    /// # Errors
    /// [`OpenError::AlreadyExists`]; else what the disk refused.
    pub fn create(places: &Places, key: &OpenKey, identity: &Identity) -> Result<Self, OpenError> {
        durable::make_folder(&places.data).map_err(OpenError::from_io)?;
        {
            let _alone = lock::exclusive(places, None, "create").map_err(OpenError::from_lock)?;
            backup::recover(places).map_err(OpenError::from_io)?;
            if places.office().exists() {
                return Err(OpenError::AlreadyExists);
            }
            make_office(&places.partial(), key, identity)?;
            durable::rename(&places.partial(), &places.office()).map_err(OpenError::from_io)?;
        }
        Self::open(places, key)
    }

    /// Opens a database. A restore that was interrupted is finished or forgotten first, and
    /// copies of evidence that nobody has open any more are removed.
    ///
    /// # Errors
    /// [`OpenError`] says what is wrong; in none of its cases is anything changed.
    pub fn open(places: &Places, key: &OpenKey) -> Result<Self, OpenError> {
        settle(places)?;
        if !places.database().exists() {
            return Err(OpenError::NotFound);
        }
        let label = Label::read(&places.office()).map_err(OpenError::from_io)?;
        if label.as_ref().is_some_and(|label| !label.accepts(key)) {
            return Err(OpenError::WrongKey);
        }
        let presence = Presence::enter(places).map_err(OpenError::from_lock)?;
        let path = places.database();
        let labelled = label.is_some();
        let mut writer = open_writer(&path, key, labelled)?;
        migrations::check(&writer)?;
        let identity = identity::get(&writer).map_err(OpenError::from_store)?;
        let head = journal::head(&writer, &identity.database_id).map_err(OpenError::from_store)?;
        prove_writable(&mut writer)?;
        if !labelled {
            let label = Label::new(identity.database_id, key);
            label.write(&places.office()).map_err(OpenError::from_io)?;
        }
        let watcher = connect(&path, key, Role::Reader).map_err(OpenError::from_sql)?;
        evidence::remove_stale_copies(places).map_err(OpenError::from_io)?;
        Ok(Self {
            writer: Mutex::new(writer),
            readers: Mutex::new(Vec::new()),
            watcher: Mutex::new(watcher),
            identity: Mutex::new(identity),
            own_acts: Mutex::new(OwnActs::since(head.seq)),
            presence,
            places: places.clone(),
            key: key.clone(),
        })
    }

    /// Brings an older database up, alone and after a backup. Nothing when it is up to date.
    ///
    /// # Errors
    /// [`BackupError::Open`] with [`OpenError::Busy`] when somebody has it open; what the backup
    /// or the steps refused. Then the database is as it was.
    pub fn migrate(
        places: &Places,
        key: &OpenKey,
        label: &BackupLabel,
    ) -> Result<Option<BackupFile>, BackupError> {
        settle(places).map_err(BackupError::Open)?;
        let _alone = lock::exclusive(places, None, "migrate").map_err(BackupError::from_lock)?;
        if !places.database().exists() {
            return Err(BackupError::Open(OpenError::NotFound));
        }
        let known_label = Label::read(&places.office()).map_err(BackupError::from_io)?;
        if known_label.as_ref().is_some_and(|it| !it.accepts(key)) {
            return Err(BackupError::Open(OpenError::WrongKey));
        }
        let mut connection = open_writer(&places.database(), key, known_label.is_some())
            .map_err(BackupError::Open)?;
        match migrations::check(&connection) {
            Ok(()) => return Ok(None),
            Err(OpenError::OlderSchema { .. }) => {}
            Err(error) => return Err(BackupError::Open(error)),
        }
        let made = backup::write_rolling(places, (&connection, key), label)?;
        migrations::run(&mut connection).map_err(BackupError::Open)?;
        let refreshed = connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(crate::error::StoreError::from)
            .and_then(|transaction| {
                search::rebuild(&transaction)?;
                super::commit(&transaction)
            });
        refreshed.map_err(BackupError::from_store)?;
        Ok(Some(made))
    }
}

/// Finishes or forgets what an interrupted restore left.
fn settle(places: &Places) -> Result<(), OpenError> {
    if !places.incoming().exists() && !places.partial().exists() {
        return Ok(());
    }
    match lock::exclusive(places, None, "recover") {
        Ok(_alone) => backup::recover(places).map_err(OpenError::from_io),
        // Somebody has the office open, so it is whole; the rest can wait.
        Err(lock::LockError::Busy { .. }) if places.database().exists() => Ok(()),
        Err(error) => Err(OpenError::from_lock(error)),
    }
}

fn make_office(office: &Path, key: &OpenKey, identity: &Identity) -> Result<(), OpenError> {
    durable::remove_folder(office).map_err(OpenError::from_io)?;
    durable::make_folder(&evidence_in(office)).map_err(OpenError::from_io)?;
    let path = database_in(office);
    let mut connection = connect(&path, key, Role::Maker).map_err(OpenError::from_sql)?;
    migrations::run(&mut connection)?;
    identity::save(&connection, identity).map_err(OpenError::from_sql)?;
    connection
        .close()
        .map_err(|(_, error)| OpenError::from_sql(error))?;
    Label::new(identity.database_id, key)
        .write(office)
        .map_err(OpenError::from_io)?;
    fs::File::open(&path)
        .and_then(|file| file.sync_all())
        .map_err(OpenError::from_io)?;
    durable::sync_folder(office).map_err(OpenError::from_io)
}

/// A key that the label accepts and the file does not means a damaged file.
fn open_writer(path: &Path, key: &OpenKey, labelled: bool) -> Result<Connection, OpenError> {
    connect(path, key, Role::Writer).map_err(|error| match Trouble::of(&error) {
        Trouble::NotADatabase if !labelled => OpenError::WrongKey,
        _ => OpenError::from_sql(error),
    })
}

/// A disk that cannot be written is said at the start, not at the first cell that is lost.
fn prove_writable(connection: &mut Connection) -> Result<(), OpenError> {
    match connection.transaction_with_behavior(TransactionBehavior::Immediate) {
        Ok(transaction) => transaction.rollback().map_err(OpenError::from_sql),
        // Another program is writing, so it can be written.
        Err(error) if Trouble::of(&error) == Trouble::Busy => Ok(()),
        Err(error) => Err(OpenError::from_sql(error)),
    }
}
