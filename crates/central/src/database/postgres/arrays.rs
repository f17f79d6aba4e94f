//! Many rows in one statement: an array for each column.

use crate::database::table::Kind;
use crate::database::{SqlError, Table, Value};
use tokio_postgres::types::ToSql;

/// The values of one column.
pub(super) enum Column<'v> {
    Ints(Vec<Option<i64>>),
    Texts(Vec<Option<&'v str>>),
    Bytes(Vec<Option<&'v [u8]>>),
}

/// The rows, column by column; they may be shorter than the table.
pub(super) fn columns<'v>(
    table: &Table,
    rows: &'v [Vec<Value>],
) -> Result<Vec<Column<'v>>, SqlError> {
    let length = rows.first().map_or(0, Vec::len);
    let kinds = table.columns.iter().take(length).enumerate();
    kinds
        .map(|(place, (_, kind))| {
            let values = rows.iter().map(|row| row.get(place));
            let wrong = SqlError::Form { column: place };
            Ok(match kind {
                Kind::Int => Column::Ints(all(values, int).ok_or(wrong)?),
                Kind::Text => Column::Texts(all(values, text).ok_or(wrong)?),
                Kind::Bytes => Column::Bytes(all(values, bytes).ok_or(wrong)?),
            })
        })
        .collect()
}

/// A value of the column's kind; nothing when it is of another.
fn all<'v, T>(
    values: impl Iterator<Item = Option<&'v Value>>,
    read: fn(&'v Value) -> Option<T>,
) -> Option<Vec<Option<T>>> {
    values
        .map(|value| match value? {
            Value::Null => Some(None),
            value => read(value).map(Some),
        })
        .collect()
}

const fn int(value: &Value) -> Option<i64> {
    match value {
        Value::Int(number) => Some(*number),
        _ => None,
    }
}

fn text(value: &Value) -> Option<&str> {
    match value {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

fn bytes(value: &Value) -> Option<&[u8]> {
    match value {
        Value::Bytes(bytes) => Some(bytes),
        _ => None,
    }
}

/// The columns as parameters.
pub(super) fn arrays<'c>(columns: &'c [Column<'_>]) -> Vec<&'c (dyn ToSql + Sync)> {
    columns
        .iter()
        .map(|column| match column {
            Column::Ints(values) => values as &(dyn ToSql + Sync),
            Column::Texts(values) => values,
            Column::Bytes(values) => values,
        })
        .collect()
}

/// `$1::bytea[], $2::bigint[]`: the first columns of a table as arrays.
pub(super) fn unnested(table: &Table, length: usize) -> String {
    let arrays: Vec<String> = (1..)
        .zip(table.columns.iter().take(length))
        .map(|(place, (_, kind))| {
            let kind = match kind {
                Kind::Int => "bigint",
                Kind::Text => "text",
                Kind::Bytes => "bytea",
            };
            format!("${place}::{kind}[]")
        })
        .collect();
    arrays.join(", ")
}

/// The question for the rows with each of many keys; the key's number stands last.
pub(super) fn lookup(table: &Table, wanted: &[&str], length: usize) -> String {
    let names: Vec<&str> = table
        .columns
        .iter()
        .take(length)
        .map(|(name, _)| *name)
        .collect();
    let same: Vec<String> = names.iter().map(|it| format!("t.{it} = k.{it}")).collect();
    let wanted: Vec<String> = wanted.iter().map(|it| format!("t.{it}")).collect();
    format!(
        "SELECT {}, k.number FROM unnest({}) WITH ORDINALITY AS k ({}, number) JOIN {} t ON {}",
        wanted.join(", "),
        unnested(table, length),
        names.join(", "),
        table.name,
        same.join(" AND ")
    )
}
