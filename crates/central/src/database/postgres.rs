//! PostgreSQL, over a pool of connections.

mod arrays;
mod copy;
mod transaction;

use super::sql::{Sql, Work};
use super::{SqlError, migration};
use deadpool_postgres::{Manager, ManagerConfig, Pool, RecyclingMethod, Runtime};
use std::time::Duration;
use tokio_postgres::{Config, IsolationLevel, NoTls};
use transaction::PostgresTransaction;

/// Connections of one server at most.
const CONNECTIONS: usize = 16;
/// How long somebody waits for a connection.
const PATIENCE: Duration = Duration::from_secs(30);
/// Several servers may start at once, and only one changes the tables: they agree by this number.
const CHANGING_TABLES: i64 = 0x6b69_6e65_726a_6100;

/// The pool; a clone is the same one.
#[derive(Clone)]
pub(super) struct Postgres(Pool);

impl Postgres {
    pub(super) async fn open(address: &str) -> Result<Self, SqlError> {
        let config: Config = address
            .parse()
            .map_err(|error| SqlError::Address(Box::new(error)))?;
        let recycling = ManagerConfig {
            recycling_method: RecyclingMethod::Fast,
        };
        let pool = Pool::builder(Manager::from_config(config, NoTls, recycling))
            .max_size(CONNECTIONS)
            .runtime(Runtime::Tokio1)
            .wait_timeout(Some(PATIENCE))
            .create_timeout(Some(PATIENCE))
            .build()
            .map_err(|error| SqlError::Address(Box::new(error)))?;
        let postgres = Self(pool);
        postgres.migrate().await?;
        Ok(postgres)
    }

    async fn migrate(&self) -> Result<(), SqlError> {
        let mut client = self.0.get().await?;
        let transaction = client.transaction().await?;
        transaction
            .execute("SELECT pg_advisory_xact_lock($1)", &[&CHANGING_TABLES])
            .await?;
        transaction.batch_execute(migration::VERSIONS).await?;
        let version: i64 = transaction
            .query_one("SELECT coalesce(max(version), 0) FROM schema_version", &[])
            .await?
            .try_get(0)?;
        for (number, step) in migration::lacking(version)? {
            transaction.batch_execute(step).await?;
            transaction
                .execute(
                    "INSERT INTO schema_version (version, applied_at) VALUES ($1, $2)",
                    &[&number, &crate::clock::now().0],
                )
                .await?;
        }
        Ok(transaction.commit().await?)
    }

    pub(super) async fn write<T, E, W>(&self, work: W) -> Result<T, E>
    where
        E: From<SqlError>,
        W: for<'a> FnOnce(&'a mut dyn Sql) -> Work<'a, T, E>,
    {
        let mut client = self.0.get().await.map_err(SqlError::from)?;
        let transaction = client.transaction().await.map_err(SqlError::from)?;
        let mut sql = PostgresTransaction(transaction);
        let value = work(&mut sql).await?;
        sql.0.commit().await.map_err(SqlError::from)?;
        Ok(value)
    }

    pub(super) async fn read<T, E, W>(&self, work: W) -> Result<T, E>
    where
        E: From<SqlError>,
        W: for<'a> FnOnce(&'a mut dyn Sql) -> Work<'a, T, E>,
    {
        let mut client = self.0.get().await.map_err(SqlError::from)?;
        let begun = client
            .build_transaction()
            .isolation_level(IsolationLevel::RepeatableRead)
            .read_only(true)
            .start()
            .await;
        let mut sql = PostgresTransaction(begun.map_err(SqlError::from)?);
        work(&mut sql).await
    }
}
