//! The SQLite file: one thread writes, several read.

mod connection;
mod letters;
mod transaction;
mod writer;

use super::sql::{Sql, Work};
use super::{SqlError, migration};
use connection::{copy, reader, writer as writing_connection};
use futures_util::FutureExt as _;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::Semaphore;
use transaction::SqliteTransaction;
use writer::Writer;

/// Connections that read at the same time.
const READERS: usize = 4;

/// The open file; a clone is the same one.
#[derive(Clone)]
pub(super) struct Sqlite(Arc<Open>);

struct Open {
    path: PathBuf,
    // Dropped before the writer, whose connection is the last: it tidies up the log.
    readers: Mutex<Vec<Connection>>,
    free: Arc<Semaphore>,
    writer: Writer,
}

impl Sqlite {
    pub(super) fn open(path: &Path) -> Result<Self, SqlError> {
        let mut connection = writing_connection(path)?;
        migrate(&mut connection)?;
        let readers = (0..READERS)
            .map(|_| reader(path))
            .collect::<Result<_, _>>()?;
        Ok(Self(Arc::new(Open {
            path: path.to_owned(),
            writer: Writer::start(connection)?,
            readers: Mutex::new(readers),
            free: Arc::new(Semaphore::new(READERS)),
        })))
    }

    pub(super) fn path(&self) -> &Path {
        &self.0.path
    }

    pub(super) async fn write<T, E, W>(&self, work: W) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<SqlError> + Send + 'static,
        W: for<'a> FnOnce(&'a mut dyn Sql) -> Work<'a, T, E> + Send + 'static,
    {
        self.0.writer.write(work).await
    }

    pub(super) async fn read<T, E, W>(&self, work: W) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<SqlError> + Send + 'static,
        W: for<'a> FnOnce(&'a mut dyn Sql) -> Work<'a, T, E> + Send + 'static,
    {
        let free = self.0.free.clone().acquire_owned().await;
        let permit = free.map_err(|_| SqlError::Closed)?;
        let open = self.0.clone();
        let reading = tokio::task::spawn_blocking(move || {
            let taken = open
                .readers
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .pop();
            let mut connection = match taken {
                Some(connection) => connection,
                // A reader that panicked took its connection along.
                None => reader(&open.path)?,
            };
            let result = read_with(&mut connection, work);
            open.readers
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push(connection);
            drop(permit);
            result
        });
        reading
            .await
            .unwrap_or_else(|_| Err(SqlError::GaveUp.into()))
    }

    pub(super) async fn copy_to(&self, file: &Path) -> Result<(), SqlError> {
        let (from, to) = (self.0.path.clone(), file.to_owned());
        let copying = tokio::task::spawn_blocking(move || copy(&from, &to));
        copying.await.unwrap_or(Err(SqlError::GaveUp))
    }
}

/// See [`super::is_whole_centre`].
pub(super) fn is_whole_centre(file: &Path) -> Result<bool, SqlError> {
    let connection = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let found: String = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    let centres: i64 = connection.query_row("SELECT count(*) FROM centre", [], |row| row.get(0))?;
    Ok(found == "ok" && centres == 1)
}

fn read_with<T, E, W>(connection: &mut Connection, work: W) -> Result<T, E>
where
    E: From<SqlError>,
    W: for<'a> FnOnce(&'a mut dyn Sql) -> Work<'a, T, E>,
{
    connection.execute_batch("BEGIN").map_err(SqlError::from)?;
    let mut sql = SqliteTransaction(connection);
    let result = work(&mut sql)
        .now_or_never()
        .unwrap_or_else(|| Err(SqlError::GaveUp.into()));
    connection
        .execute_batch("ROLLBACK")
        .map_err(SqlError::from)?;
    result
}

fn migrate(connection: &mut Connection) -> Result<(), SqlError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    transaction.execute_batch(&migration::for_sqlite(migration::VERSIONS))?;
    let version = transaction.query_row(
        "SELECT coalesce(max(version), 0) FROM schema_version",
        [],
        |row| row.get(0),
    )?;
    for (number, step) in migration::lacking(version)? {
        transaction.execute_batch(&migration::for_sqlite(step))?;
        transaction.execute(
            "INSERT INTO schema_version (version, applied_at) VALUES (?1, ?2)",
            (number, crate::clock::now().0),
        )?;
    }
    Ok(transaction.commit()?)
}
