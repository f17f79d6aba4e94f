//! What all projections have in common: a body, its form, the journal row of its last change.

use crate::{error::StoreError, table, trouble::Trouble};
use domain::{Document, Kind};
use record::Encoded;
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

/// The same statement for the table of any kind.
macro_rules! for_table {
    ($kind:expr, $before:literal, $after:literal) => {
        match $kind {
            Kind::Unit => Ok(concat!($before, "unit", $after)),
            Kind::Employee => Ok(concat!($before, "employee", $after)),
            Kind::Assignment => Ok(concat!($before, "assignment", $after)),
            Kind::Exception => Ok(concat!($before, "exception", $after)),
            Kind::Signatory => Ok(concat!($before, "signatory", $after)),
            Kind::OrganisationResult => Ok(concat!($before, "organisation_result", $after)),
            Kind::Evaluation => Ok(concat!($before, "evaluation", $after)),
            Kind::Note => Ok(concat!($before, "note", $after)),
            Kind::Evidence => Ok(concat!($before, "evidence", $after)),
            Kind::User => Ok(concat!($before, "user", $after)),
            kind @ (Kind::Alias | Kind::DeviceNote | Kind::Redaction) => {
                Err(StoreError::NoTable { kind })
            }
        }
    };
}

/// What a row says beside the columns of its own table.
#[derive(Clone, Copy)]
pub(crate) struct Saved<'a> {
    pub(crate) body: &'a Encoded,
    /// Number of the journal's row.
    pub(crate) changed: u64,
}

/// The stored body.
pub(crate) fn body(
    connection: &Connection,
    kind: Kind,
    id: Uuid,
) -> Result<Option<Encoded>, StoreError> {
    let sql = for_table!(kind, "SELECT schema, body FROM ", " WHERE id = ?1")?;
    let mut statement = connection.prepare_cached(sql)?;
    let body = statement.query_row([id.as_bytes()], |row| {
        Ok(Encoded {
            schema: row.get(0)?,
            bytes: row.get(1)?,
        })
    });
    Ok(body.optional()?)
}

/// The journal's row of the last change.
pub(crate) fn changed(
    connection: &Connection,
    kind: Kind,
    id: Uuid,
) -> Result<Option<u64>, StoreError> {
    let sql = for_table!(kind, "SELECT changed FROM ", " WHERE id = ?1")?;
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement
        .query_row([id.as_bytes()], |row| row.get(0))
        .optional()?)
}

/// Writes the row, new or not.
pub(crate) fn save(
    connection: &Connection,
    document: &Document,
    saved: Saved<'_>,
) -> Result<(), StoreError> {
    let written = match document {
        Document::Unit(unit) => table::unit::save(connection, unit, saved),
        Document::Employee(employee) => table::employee::save(connection, employee, saved),
        Document::Assignment(assignment) => table::assignment::save(connection, assignment, saved),
        Document::Exception(exception) => table::exception::save(connection, exception, saved),
        Document::Signatory(signatory) => table::signatory::save(connection, signatory, saved),
        Document::OrganisationResult(result) => {
            table::organisation_result::save(connection, result, saved)
        }
        Document::Evaluation(evaluation) => table::evaluation::save(connection, evaluation, saved),
        Document::Note(note) => table::note::save(connection, note, saved),
        Document::Evidence(evidence) => table::evidence::save(connection, evidence, saved),
        Document::User(user) => table::user::save(connection, user, saved),
    };
    written.map_err(|error| match Trouble::of(&error) {
        Trouble::Unique => StoreError::Taken {
            kind: document.kind(),
            id: document.id(),
        },
        _ => StoreError::from(error),
    })
}

/// Removes the row; one that is not there is removed already.
pub(crate) fn remove(connection: &Connection, kind: Kind, id: Uuid) -> Result<(), StoreError> {
    let sql = for_table!(kind, "DELETE FROM ", " WHERE id = ?1")?;
    connection.prepare_cached(sql)?.execute([id.as_bytes()])?;
    Ok(())
}

/// Empties the table.
pub(crate) fn clear(connection: &Connection, kind: Kind) -> Result<(), StoreError> {
    connection.execute(for_table!(kind, "DELETE FROM ", "")?, [])?;
    Ok(())
}

/// Passes on every row, by id.
pub(crate) fn each(
    connection: &Connection,
    kind: Kind,
    mut take: impl FnMut(Uuid, u16, &[u8]) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let sql = for_table!(kind, "SELECT id, schema, body FROM ", " ORDER BY id")?;
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let body = row.get_ref(2)?.as_blob().map_err(rusqlite::Error::from)?;
        take(Uuid::from_bytes(row.get(0)?), row.get(1)?, body)?;
    }
    Ok(())
}

/// The document of a stored body.
pub(crate) fn decode(kind: Kind, id: Uuid, body: &Encoded) -> Result<Document, StoreError> {
    decode_bytes(kind, id, (body.schema, &body.bytes))
}

/// The same, without a copy of the bytes.
pub(crate) fn decode_bytes(
    kind: Kind,
    id: Uuid,
    (schema, bytes): (u16, &[u8]),
) -> Result<Document, StoreError> {
    record::decode(kind, schema, bytes).map_err(|source| StoreError::Body { kind, id, source })
}

/// The id of the row with this number, for a report of SQLite that names only the number.
pub(crate) fn id_of_row(
    connection: &Connection,
    kind: Kind,
    number: i64,
) -> Result<Option<Uuid>, StoreError> {
    let sql = for_table!(kind, "SELECT id FROM ", " WHERE number = ?1")?;
    let id = connection.query_row(sql, [number], |row| row.get(0).map(Uuid::from_bytes));
    Ok(id.optional()?)
}

/// The kind whose table has this name.
pub(crate) fn kind_of_table(name: &str) -> Option<Kind> {
    Kind::DOCUMENTS
        .into_iter()
        .find(|kind| for_table!(*kind, "", "").is_ok_and(|it| it == name))
}
