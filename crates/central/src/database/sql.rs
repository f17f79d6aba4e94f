//! The few things that a transaction can do.

use super::{Row, SqlError, Table, Value};
use futures_util::future::BoxFuture;

/// One statement on its way.
pub type Step<'a, T> = BoxFuture<'a, Result<T, SqlError>>;
/// The work of a whole transaction.
pub type Work<'a, T, E> = BoxFuture<'a, Result<T, E>>;

/// A question among several that are asked at once.
#[derive(Clone, Debug)]
pub struct Question {
    /// The statement.
    pub statement: &'static str,
    /// Its parameters.
    pub values: Vec<Value>,
    /// Whether its rows are locked until the transaction ends.
    pub hold: Hold,
}

/// Whether rows that are read may be changed by others meanwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// They may.
    Free,
    /// Nobody changes or locks them until the transaction ends.
    Locked,
}

impl Question {
    /// A question that locks nothing.
    #[must_use]
    pub const fn new(statement: &'static str, values: Vec<Value>) -> Self {
        Self {
            statement,
            values,
            hold: Hold::Free,
        }
    }

    /// The same, and its rows are locked.
    #[must_use]
    pub fn locking(self) -> Self {
        Self {
            hold: Hold::Locked,
            ..self
        }
    }
}

/// A transaction. Parameters are `$1`, `$2` …; both databases understand every statement.
///
/// SQLite carries a step out before it answers and never waits, so work that waits for anything
/// else than its transaction is given up there ([`SqlError::GaveUp`]).
pub trait Sql: Send {
    /// The rows of a question.
    fn query<'a>(&'a mut self, statement: &'a str, values: &'a [Value]) -> Step<'a, Vec<Row>>;

    /// The rows of a question, which nobody else changes or locks until this transaction ends.
    fn lock<'a>(&'a mut self, statement: &'a str, values: &'a [Value]) -> Step<'a, Vec<Row>>;

    /// The rows of several questions, which are answered in their order; over a network they all
    /// travel at once.
    fn queries<'a>(&'a mut self, questions: &'a [Question]) -> Step<'a, Vec<Vec<Row>>>;

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

    /// What stands in some columns of the rows with each of the keys, a list for each key. A key is
    /// made of the table's first columns.
    fn find<'a>(
        &'a mut self,
        table: &'a Table,
        wanted: &'a [&'static str],
        keys: &'a [Vec<Value>],
    ) -> Step<'a, Vec<Vec<Row>>>;

    /// Adds rows, or writes them over those with the same key, which is made of as many of the
    /// table's first columns as it says. No key stands among the rows twice.
    fn upsert<'a>(&'a mut self, table: &'a Table, rows: &'a [Vec<Value>]) -> Step<'a, ()>;

    /// Adds rows. One whose key is taken fails the whole transaction: nothing is ever passed over
    /// in silence.
    fn insert<'a>(&'a mut self, table: &'a Table, rows: &'a [Vec<Value>]) -> Step<'a, ()>;
}
