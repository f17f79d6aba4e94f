//! Statements in SQLite. Each is carried out before it answers.

use crate::database::{Question, Row, Sql, SqlError, Step, Table, Value};
use rusqlite::types::ValueRef;
use rusqlite::{CachedStatement, Connection, params_from_iter};
use std::future::ready;

/// A connection inside of a transaction, which whoever made this begins and ends.
pub(super) struct SqliteTransaction<'c>(pub(super) &'c mut Connection);

impl SqliteTransaction<'_> {
    fn prepare(&self, statement: &str) -> Result<CachedStatement<'_>, SqlError> {
        // `$1` would be a name to SQLite, numbered by where it stands; `?1` is the first value.
        Ok(self.0.prepare_cached(&statement.replace('$', "?"))?)
    }

    fn rows(&self, statement: &str, values: &[Value]) -> Result<Vec<Row>, SqlError> {
        rows(&mut self.prepare(statement)?, values)
    }

    fn rows_of_each(
        &self,
        statement: &str,
        keys: &[Vec<Value>],
    ) -> Result<Vec<Vec<Row>>, SqlError> {
        let mut statement = self.prepare(statement)?;
        keys.iter().map(|key| rows(&mut statement, key)).collect()
    }

    fn change(&self, statement: &str, values: &[Value]) -> Result<u64, SqlError> {
        let changed = self.prepare(statement)?.execute(params_from_iter(values))?;
        Ok(u64::try_from(changed).unwrap_or(u64::MAX))
    }

    fn change_each(&self, statement: &str, values: &[Vec<Value>]) -> Result<(), SqlError> {
        let mut statement = self.prepare(statement)?;
        for values in values {
            statement.execute(params_from_iter(values))?;
        }
        Ok(())
    }
}

impl Sql for SqliteTransaction<'_> {
    fn query<'a>(&'a mut self, statement: &'a str, values: &'a [Value]) -> Step<'a, Vec<Row>> {
        done(self.rows(statement, values))
    }

    fn lock<'a>(&'a mut self, statement: &'a str, values: &'a [Value]) -> Step<'a, Vec<Row>> {
        // There is one writer: the whole file is locked.
        done(self.rows(statement, values))
    }

    fn queries<'a>(&'a mut self, questions: &'a [Question]) -> Step<'a, Vec<Vec<Row>>> {
        let rows = questions
            .iter()
            .map(|question| self.rows(question.statement, &question.values));
        done(rows.collect())
    }

    fn query_each<'a>(
        &'a mut self,
        statement: &'a str,
        keys: &'a [Vec<Value>],
    ) -> Step<'a, Vec<Vec<Row>>> {
        done(self.rows_of_each(statement, keys))
    }

    fn execute<'a>(&'a mut self, statement: &'a str, values: &'a [Value]) -> Step<'a, u64> {
        done(self.change(statement, values))
    }

    fn execute_each<'a>(
        &'a mut self,
        statement: &'a str,
        values: &'a [Vec<Value>],
    ) -> Step<'a, ()> {
        done(self.change_each(statement, values))
    }

    fn find<'a>(
        &'a mut self,
        table: &'a Table,
        wanted: &'a [&'static str],
        keys: &'a [Vec<Value>],
    ) -> Step<'a, Vec<Vec<Row>>> {
        let length = keys.first().map_or(0, Vec::len);
        if length == 0 {
            return done(Ok(Vec::new()));
        }
        done(self.rows_of_each(&table.question(wanted, length), keys))
    }

    fn upsert<'a>(&'a mut self, table: &'a Table, rows: &'a [Vec<Value>]) -> Step<'a, ()> {
        done(self.change_each(&table.upsertion(), rows))
    }

    fn insert<'a>(&'a mut self, table: &'a Table, rows: &'a [Vec<Value>]) -> Step<'a, ()> {
        done(self.change_each(&table.insertion(), rows))
    }
}

fn rows(statement: &mut CachedStatement<'_>, values: &[Value]) -> Result<Vec<Row>, SqlError> {
    let columns = statement.column_count();
    let mut found = statement.query(params_from_iter(values))?;
    let mut rows = Vec::new();
    while let Some(row) = found.next()? {
        let values = (0..columns).map(|column| match row.get_ref(column)? {
            ValueRef::Null => Ok(Value::Null),
            ValueRef::Integer(number) => Ok(Value::Int(number)),
            ValueRef::Text(text) => String::from_utf8(text.to_vec())
                .map(Value::Text)
                .map_err(|_| SqlError::Form { column }),
            ValueRef::Blob(bytes) => Ok(Value::Bytes(bytes.to_vec())),
            ValueRef::Real(_) => Err(SqlError::Form { column }),
        });
        rows.push(Row(values.collect::<Result<_, SqlError>>()?));
    }
    Ok(rows)
}

fn done<'a, T: Send + 'a>(result: Result<T, SqlError>) -> Step<'a, T> {
    Box::pin(ready(result))
}
