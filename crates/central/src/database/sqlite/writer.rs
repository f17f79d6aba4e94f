//! The one thread that writes.
//!
//! Work that queues up while the disk is busy is committed together: one wait for the disk serves
//! many offices. Each piece keeps its own fate; one that fails is taken back alone.

use super::transaction::SqliteTransaction;
use crate::database::SqlError;
use crate::database::sql::{Sql, Work};
use futures_util::FutureExt as _;
use rusqlite::Connection;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{JoinHandle, current};
use tokio::sync::oneshot;

/// Pieces of work that are committed together at most.
const TOGETHER: usize = 64;

/// Where work is handed in. When it is dropped, the file is closed: what comes behind may move it.
pub(super) struct Writer {
    jobs: Option<Sender<Box<dyn Job>>>,
    thread: Option<JoinHandle<()>>,
}

impl Drop for Writer {
    fn drop(&mut self) {
        drop(self.jobs.take());
        let thread = self.thread.take();
        // The last owner may be a piece of work on the very thread.
        if let Some(thread) = thread.filter(|it| it.thread().id() != current().id()) {
            let _ended = thread.join();
        }
    }
}

impl Writer {
    pub(super) fn start(connection: Connection) -> Result<Self, SqlError> {
        let (sender, receiver) = channel();
        let thread = std::thread::Builder::new()
            .name("kinerja-writer".to_owned())
            .spawn(move || write_all(connection, &receiver))
            .map_err(|_| SqlError::Closed)?;
        Ok(Self {
            jobs: Some(sender),
            thread: Some(thread),
        })
    }

    pub(super) async fn write<T, E, W>(&self, work: W) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<SqlError> + Send + 'static,
        W: for<'a> FnOnce(&'a mut dyn Sql) -> Work<'a, T, E> + Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        let job = Piece {
            work: Some(work),
            result: None,
            reply,
        };
        let jobs = self.jobs.as_ref().ok_or(SqlError::Closed)?;
        jobs.send(Box::new(job)).map_err(|_| SqlError::Closed)?;
        answer
            .await
            .unwrap_or_else(|_| Err(SqlError::Closed.into()))
    }
}

/// A piece of work, whatever it answers.
trait Job: Send {
    /// Does it inside of a transaction; answers whether it is to be kept.
    fn run(&mut self, connection: &mut Connection) -> Keep;
    /// Tells whoever waits how it ended.
    fn finish(self: Box<Self>, committed: Result<(), Arc<rusqlite::Error>>);
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Keep {
    Yes,
    No,
}

struct Piece<W, T, E> {
    work: Option<W>,
    result: Option<Result<T, E>>,
    reply: oneshot::Sender<Result<T, E>>,
}

impl<T, E, W> Job for Piece<W, T, E>
where
    T: Send,
    E: From<SqlError> + Send,
    W: for<'a> FnOnce(&'a mut dyn Sql) -> Work<'a, T, E> + Send,
{
    fn run(&mut self, connection: &mut Connection) -> Keep {
        let Some(work) = self.work.take() else {
            return Keep::No;
        };
        let mut sql = SqliteTransaction(connection);
        let finished = catch_unwind(AssertUnwindSafe(|| work(&mut sql).now_or_never()));
        let result = match finished {
            Ok(Some(result)) => result,
            Ok(None) | Err(_) => Err(SqlError::GaveUp.into()),
        };
        let keep = if result.is_ok() { Keep::Yes } else { Keep::No };
        self.result = Some(result);
        keep
    }

    fn finish(self: Box<Self>, committed: Result<(), Arc<rusqlite::Error>>) {
        let result = match (self.result, committed) {
            (Some(Err(error)), _) => Err(error),
            (_, Err(error)) => Err(SqlError::NotDurable(error).into()),
            (Some(Ok(value)), Ok(())) => Ok(value),
            (None, Ok(())) => Err(SqlError::GaveUp.into()),
        };
        // Whoever waited may have gone away; the work is done all the same.
        let _gone = self.reply.send(result);
    }
}

fn write_all(mut connection: Connection, jobs: &Receiver<Box<dyn Job>>) {
    while let Ok(first) = jobs.recv() {
        let mut group = vec![first];
        group.extend(jobs.try_iter().take(TOGETHER - 1));
        let committed = commit(&mut connection, &mut group).map_err(Arc::new);
        if committed.is_err() {
            // Nothing to roll back is no trouble.
            let _none = connection.execute_batch("ROLLBACK");
        }
        for job in group {
            job.finish(committed.clone());
        }
    }
}

fn commit(connection: &mut Connection, group: &mut [Box<dyn Job>]) -> rusqlite::Result<()> {
    connection.execute_batch("BEGIN IMMEDIATE")?;
    if let [only] = group {
        return match only.run(connection) {
            Keep::Yes => connection.execute_batch("COMMIT"),
            Keep::No => connection.execute_batch("ROLLBACK"),
        };
    }
    for job in group {
        connection.execute_batch("SAVEPOINT piece")?;
        if job.run(connection) == Keep::No {
            connection.execute_batch("ROLLBACK TO piece")?;
        }
        connection.execute_batch("RELEASE piece")?;
    }
    connection.execute_batch("COMMIT")
}
