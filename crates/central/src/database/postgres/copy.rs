//! Many rows at once, in PostgreSQL's own binary form.

use crate::database::table::Kind;
use crate::database::{SqlError, Table, Value};
use deadpool_postgres::Transaction;
use std::pin::pin;
use tokio_postgres::binary_copy::BinaryCopyInWriter;
use tokio_postgres::types::{ToSql, Type};

/// Copies rows straight into the table. They are new by what was read under the office's lock; one
/// whose key is taken nevertheless breaks the copy and with it the whole transaction, so nothing
/// is overwritten and nothing is dropped.
pub(super) async fn copy(
    transaction: &Transaction<'_>,
    table: &Table,
    rows: &[Vec<Value>],
) -> Result<(), SqlError> {
    let statement = format!(
        "COPY {} ({}) FROM STDIN (FORMAT binary)",
        table.name,
        table.names()
    );
    let kinds: Vec<Type> = table
        .columns
        .iter()
        .map(|(_, kind)| sql_type(*kind))
        .collect();
    let statement = transaction.prepare_cached(&statement).await?;
    let sink = transaction.copy_in(&statement).await?;
    let mut writer = pin!(BinaryCopyInWriter::new(sink, &kinds));
    for row in rows {
        let values: Vec<&(dyn ToSql + Sync)> = row
            .iter()
            .map(|value| value as &(dyn ToSql + Sync))
            .collect();
        writer.as_mut().write(&values).await?;
    }
    writer.finish().await?;
    Ok(())
}

const fn sql_type(kind: Kind) -> Type {
    match kind {
        Kind::Int => Type::INT8,
        Kind::Text => Type::TEXT,
        Kind::Bytes => Type::BYTEA,
    }
}
