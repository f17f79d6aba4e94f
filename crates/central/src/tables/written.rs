//! Rows of documents, sorted by whether their keys are taken.

use crate::database::{Sql, SqlError, Table, Value};

/// Whether a document was there before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Novelty {
    /// It is new: no row has its key. Adding one is cheaper than looking for what it replaces.
    New,
    /// It was there, and may have a row.
    Known,
}

impl Novelty {
    /// Whether it was there.
    pub(crate) fn is_known(self) -> bool {
        self == Self::Known
    }
}

/// Rows to write into one table.
#[derive(Debug, Default)]
pub(crate) struct Written {
    new: Vec<Vec<Value>>,
    known: Vec<Vec<Value>>,
}

impl Written {
    pub(crate) fn push(&mut self, novelty: Novelty, row: Vec<Value>) {
        match novelty {
            Novelty::New => self.new.push(row),
            Novelty::Known => self.known.push(row),
        }
    }

    /// All rows.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &Vec<Value>> {
        self.new.iter().chain(&self.known)
    }

    /// Writes them.
    pub(crate) async fn write(&self, sql: &mut dyn Sql, table: &Table) -> Result<(), SqlError> {
        sql.insert(table, &self.new).await?;
        sql.upsert(table, &self.known).await
    }
}
