//! Statements in PostgreSQL.

use super::copy::copy;
use crate::database::{Row, Sql, SqlError, Step, Table, Value};
use deadpool_postgres::Transaction;
use futures_util::future::try_join_all;
use tokio_postgres::types::{ToSql, Type};

/// A transaction. Dropped, it is rolled back.
pub(super) struct PostgresTransaction<'c>(pub(super) Transaction<'c>);

/// From so many rows on they are copied, below they are inserted one by one.
const WORTH_COPYING: usize = 8;

impl Sql for PostgresTransaction<'_> {
    fn query<'a>(&'a mut self, statement: &'a str, values: &'a [Value]) -> Step<'a, Vec<Row>> {
        Box::pin(async move {
            let statement = self.0.prepare_cached(statement).await?;
            let found = self.0.query(&statement, &parameters(values)).await?;
            found.iter().map(row).collect()
        })
    }

    fn lock<'a>(&'a mut self, statement: &'a str, values: &'a [Value]) -> Step<'a, Vec<Row>> {
        Box::pin(async move {
            let statement = format!("{statement} FOR UPDATE");
            let statement = self.0.prepare_cached(&statement).await?;
            let found = self.0.query(&statement, &parameters(values)).await?;
            found.iter().map(row).collect()
        })
    }

    fn query_each<'a>(
        &'a mut self,
        statement: &'a str,
        keys: &'a [Vec<Value>],
    ) -> Step<'a, Vec<Vec<Row>>> {
        Box::pin(async move {
            let statement = &self.0.prepare_cached(statement).await?;
            let transaction = &self.0;
            // All questions are on their way before the first answer comes.
            try_join_all(keys.iter().map(|key| async move {
                let found = transaction.query(statement, &parameters(key)).await?;
                found.iter().map(row).collect()
            }))
            .await
        })
    }

    fn execute<'a>(&'a mut self, statement: &'a str, values: &'a [Value]) -> Step<'a, u64> {
        Box::pin(async move {
            let statement = self.0.prepare_cached(statement).await?;
            Ok(self.0.execute(&statement, &parameters(values)).await?)
        })
    }

    fn execute_each<'a>(
        &'a mut self,
        statement: &'a str,
        values: &'a [Vec<Value>],
    ) -> Step<'a, ()> {
        Box::pin(async move {
            let statement = &self.0.prepare_cached(statement).await?;
            let transaction = &self.0;
            try_join_all(values.iter().map(|values| async move {
                let changed = transaction.execute(statement, &parameters(values)).await;
                changed.map_err(SqlError::from)
            }))
            .await?;
            Ok(())
        })
    }

    fn insert<'a>(&'a mut self, table: &'a Table, rows: &'a [Vec<Value>]) -> Step<'a, ()> {
        Box::pin(async move {
            if rows.len() >= WORTH_COPYING {
                return copy(&self.0, table, rows).await;
            }
            self.execute_each(&table.insertion(), rows).await
        })
    }
}

fn parameters(values: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    values
        .iter()
        .map(|value| value as &(dyn ToSql + Sync))
        .collect()
}

fn row(found: &tokio_postgres::Row) -> Result<Row, SqlError> {
    let columns = found.columns().iter().enumerate();
    let values = columns.map(|(column, description)| {
        Ok(match *description.type_() {
            Type::INT8 => Value::from(found.try_get::<_, Option<i64>>(column)?),
            Type::INT4 => Value::from(found.try_get::<_, Option<i32>>(column)?.map(i64::from)),
            Type::TEXT => Value::from(found.try_get::<_, Option<String>>(column)?),
            Type::BYTEA => Value::from(found.try_get::<_, Option<Vec<u8>>>(column)?),
            _ => return Err(SqlError::Form { column }),
        })
    });
    Ok(Row(values.collect::<Result<_, SqlError>>()?))
}
