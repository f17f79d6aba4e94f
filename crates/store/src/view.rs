//! Reading: everything that a screen, a report or a rule asks the database.

use crate::{document, error::StoreError};
use domain::{Document, Kind, Timestamp};
use rusqlite::{Connection, OptionalExtension, Params, Row};
use std::{collections::HashMap, fmt};
use uuid::Uuid;

/// One consistent state of the database, for as long as the closure runs that it was given to.
///
/// Its methods stand with their SQL in one module per table.
pub struct View<'c> {
    connection: &'c Connection,
}

impl<'c> View<'c> {
    pub(crate) const fn new(connection: &'c Connection) -> Self {
        Self { connection }
    }

    pub(crate) const fn connection(&self) -> &'c Connection {
        self.connection
    }

    /// Any document.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn document(&self, kind: Kind, id: Uuid) -> Result<Option<Document>, StoreError> {
        match document::body(self.connection, kind, id)? {
            Some(body) => document::decode(kind, id, &body).map(Some),
            None => Ok(None),
        }
    }

    /// The journal's number of the document's last change: what a writer states to show that it
    /// has seen the newest version.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn revision(&self, kind: Kind, id: Uuid) -> Result<Option<u64>, StoreError> {
        document::changed(self.connection, kind, id)
    }

    /// When the document was last changed, by the PC's clock.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn changed_at(&self, kind: Kind, id: Uuid) -> Result<Option<Timestamp>, StoreError> {
        match self.revision(kind, id)? {
            Some(seq) => Ok(self
                .value("SELECT at FROM journal WHERE seq = ?1", [seq])?
                .map(Timestamp)),
            None => Ok(None),
        }
    }

    /// [`revision`](Self::revision) of many; those that are not there are left out.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn revisions(&self, kind: Kind, ids: &[Uuid]) -> Result<HashMap<Uuid, u64>, StoreError> {
        let mut revisions = HashMap::with_capacity(ids.len());
        for id in ids {
            if let Some(revision) = self.revision(kind, *id)? {
                revisions.insert(*id, revision);
            }
        }
        Ok(revisions)
    }

    /// The documents of a question whose first columns are `id, schema, body`.
    pub(crate) fn all<T: Stored>(
        &self,
        sql: &str,
        params: impl Params,
    ) -> Result<Vec<T>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        let mut documents = Vec::new();
        while let Some(row) = rows.next()? {
            documents.push(read(row)?);
        }
        Ok(documents)
    }

    /// Passes each document of a question on, without holding them all.
    pub(crate) fn each<T: Stored>(
        &self,
        sql: &str,
        params: impl Params,
        mut take: impl FnMut(T) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        while let Some(row) = rows.next()? {
            take(read(row)?)?;
        }
        Ok(())
    }

    /// The first document of a question, if any.
    pub(crate) fn one<T: Stored>(
        &self,
        sql: &str,
        params: impl Params,
    ) -> Result<Option<T>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        rows.next()?.map(read).transpose()
    }

    /// A single value, if there is a row.
    pub(crate) fn value<T: rusqlite::types::FromSql>(
        &self,
        sql: &str,
        params: impl Params,
    ) -> Result<Option<T>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement.query_row(params, |row| row.get(0)).optional()?)
    }
}

impl fmt::Debug for View<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("View")
    }
}

/// A document type with a table of its own.
pub(crate) trait Stored: Sized {
    const KIND: Kind;
    fn from_document(document: Document) -> Option<Self>;
}

fn read<T: Stored>(row: &Row<'_>) -> Result<T, StoreError> {
    let id = Uuid::from_bytes(row.get(0)?);
    let schema: u16 = row.get(1)?;
    let document = document::decode_bytes(
        T::KIND,
        id,
        (
            schema,
            row.get_ref(2)?.as_blob().map_err(rusqlite::Error::from)?,
        ),
    )?;
    T::from_document(document).ok_or(StoreError::Corrupt)
}
