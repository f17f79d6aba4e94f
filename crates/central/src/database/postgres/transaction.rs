//! Statements in PostgreSQL.

use super::arrays::{arrays, columns, lookup, unnested};
use super::copy::copy;
use crate::database::{Hold, Question, Row, Sql, SqlError, Step, Table, Value};
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

    fn queries<'a>(&'a mut self, questions: &'a [Question]) -> Step<'a, Vec<Vec<Row>>> {
        Box::pin(async move {
            let mut prepared = Vec::with_capacity(questions.len());
            for question in questions {
                let statement = match question.hold {
                    Hold::Free => self.0.prepare_cached(question.statement).await?,
                    Hold::Locked => {
                        let statement = format!("{} FOR UPDATE", question.statement);
                        self.0.prepare_cached(&statement).await?
                    }
                };
                prepared.push((statement, parameters(&question.values)));
            }
            let transaction = &self.0;
            try_join_all(prepared.iter().map(|(statement, values)| async move {
                let found = transaction.query(statement, values).await?;
                found.iter().map(row).collect()
            }))
            .await
        })
    }

    fn query_each<'a>(
        &'a mut self,
        statement: &'a str,
        keys: &'a [Vec<Value>],
    ) -> Step<'a, Vec<Vec<Row>>> {
        Box::pin(async move {
            if keys.is_empty() {
                return Ok(Vec::new());
            }
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
            if values.is_empty() {
                return Ok(());
            }
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

    fn find<'a>(
        &'a mut self,
        table: &'a Table,
        wanted: &'a [&'static str],
        keys: &'a [Vec<Value>],
    ) -> Step<'a, Vec<Vec<Row>>> {
        Box::pin(async move {
            let length = keys.first().map_or(0, Vec::len);
            if length == 0 {
                return Ok(Vec::new());
            }
            let columns = columns(table, keys)?;
            let statement = lookup(table, wanted, length);
            let statement = self.0.prepare_cached(&statement).await?;
            let found = self.0.query(&statement, &arrays(&columns)).await?;
            let mut rows = vec![Vec::new(); keys.len()];
            for it in &found {
                let Row(mut values) = row(it)?;
                // `WITH ORDINALITY` counts from 1, behind what was asked for.
                let number = match values.pop() {
                    Some(Value::Int(number)) => usize::try_from(number - 1).ok(),
                    _ => None,
                };
                let list = number.and_then(|number| rows.get_mut(number));
                list.ok_or(SqlError::Form {
                    column: wanted.len(),
                })?
                .push(Row(values));
            }
            Ok(rows)
        })
    }

    fn upsert<'a>(&'a mut self, table: &'a Table, rows: &'a [Vec<Value>]) -> Step<'a, ()> {
        Box::pin(async move {
            if rows.is_empty() {
                return Ok(());
            }
            let columns = columns(table, rows)?;
            let statement = format!(
                "INSERT INTO {} ({}) SELECT * FROM unnest({}) {}",
                table.name,
                table.names(),
                unnested(table, table.columns.len()),
                table.overwriting()
            );
            let statement = self.0.prepare_cached(&statement).await?;
            self.0.execute(&statement, &arrays(&columns)).await?;
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
