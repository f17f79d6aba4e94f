//! The few things that a transaction can do.

use super::{Row, SqlError, Table, Value};
use futures_util::future::BoxFuture;

/// One statement on its way.
pub type Step<'a, T> = BoxFuture<'a, Result<T, SqlError>>;
/// The work of a whole transaction.
pub type Work<'a, T, E> = BoxFuture<'a, Result<T, E>>;

/// A transaction. Parameters are `$1`, `$2` …; both databases understand every statement.
///
/// SQLite carries a step out before it answers and never waits, so work that waits for anything
/// else than its transaction is given up there ([`SqlError::GaveUp`]).
pub trait Sql: Send {
    /// The rows of a question.
    fn query<'a>(&'a mut self, statement: &'a str, values: &'a [Value]) -> Step<'a, Vec<Row>>;

    /// The rows of a question, which nobody else changes or locks until this transaction ends.
    fn lock<'a>(&'a mut self, statement: &'a str, values: &'a [Value]) -> Step<'a, Vec<Row>>;

    /// The same question about each of the keys.
    fn query_each<'a>(
        &'a mut self,
        statement: &'a str,
        keys: &'a [Vec<Value>],
    ) -> Step<'a, Vec<Vec<Row>>>;

    /// Changes rows; answers how many.
    fn execute<'a>(&'a mut self, statement: &'a str, values: &'a [Value]) -> Step<'a, u64>;

    /// The same change with each of the values.
    fn execute_each<'a>(&'a mut self, statement: &'a str, values: &'a [Vec<Value>])
    -> Step<'a, ()>;

    /// Adds rows. One whose key is taken fails the whole transaction: nothing is ever passed over
    /// in silence.
    fn insert<'a>(&'a mut self, table: &'a Table, rows: &'a [Vec<Value>]) -> Step<'a, ()>;
}
