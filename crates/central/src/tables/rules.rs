//! Packages of rules that were published.

use crate::Trouble;
use crate::database::{Sql, Value, plain};
use domain::Timestamp;

/// A package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Published {
    pub(crate) version: u32,
    pub(crate) at: Timestamp,
    pub(crate) by: String,
    pub(crate) bytes: Vec<u8>,
}

/// The newest version and when it was published: another pair whenever others stand here. A restored
/// centre gives a version anew, but not at the same time.
pub(crate) async fn mark(sql: &mut dyn Sql) -> Result<(i64, i64), Trouble> {
    let rows = sql
        .query(
            "SELECT version, at FROM rules_package ORDER BY version DESC LIMIT 1",
            &[],
        )
        .await?;
    match rows.first() {
        Some(row) => Ok((row.int(0)?, row.int(1)?)),
        None => Ok((0, 0)),
    }
}

/// Every package, by version.
pub(crate) async fn all(sql: &mut dyn Sql) -> Result<Vec<Published>, Trouble> {
    let rows = sql
        .query(
            "SELECT version, at, who, bytes FROM rules_package ORDER BY version",
            &[],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Published {
                version: row.small(0)?,
                at: Timestamp(row.int(1)?),
                by: row.text(2)?.to_owned(),
                bytes: row.bytes(3)?.to_vec(),
            })
        })
        .collect()
}

/// Adds a package whose version is above every other.
pub(crate) async fn add(sql: &mut dyn Sql, package: &Published) -> Result<(), Trouble> {
    let values: [Value; 4] = [
        i64::from(package.version).into(),
        package.at.0.into(),
        plain(&package.by),
        package.bytes.clone().into(),
    ];
    sql.execute(
        "INSERT INTO rules_package (version, at, who, bytes) VALUES ($1, $2, $3, $4)",
        &values,
    )
    .await?;
    Ok(())
}
