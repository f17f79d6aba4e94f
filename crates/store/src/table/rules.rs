//! Packages of rules that the centre published.

use crate::{error::StoreError, view::View};
use domain::Timestamp;
use rusqlite::{Connection, params};

const ADD: &str = "INSERT OR REPLACE INTO rules_package (version, at, bytes) VALUES (?1, ?2, ?3)";
const MARK: &str = "SELECT COALESCE(MAX(number), 0) FROM rules_package";
const ALL: &str = "SELECT version, at, bytes FROM rules_package ORDER BY version";

/// A package as it came down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulesRow {
    /// The version that the centre gave it.
    pub version: u32,
    /// When it came to this PC.
    pub at: Timestamp,
    /// The package, as it was published.
    pub bytes: Vec<u8>,
}

pub(crate) fn add(
    connection: &Connection,
    (version, bytes): (u32, &[u8]),
    at: Timestamp,
) -> Result<(), StoreError> {
    connection
        .prepare_cached(ADD)?
        .execute(params![version, at.0, bytes])?;
    Ok(())
}

/// Packages of rules.
impl View<'_> {
    /// Another number whenever other packages stand here; 0 while there are none.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn rules_mark(&self) -> Result<u64, StoreError> {
        Ok(self.value(MARK, [])?.unwrap_or(0))
    }

    /// Every package, by version.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn rules_packages(&self) -> Result<Vec<RulesRow>, StoreError> {
        let mut statement = self.connection().prepare_cached(ALL)?;
        let rows = statement.query_map([], |row| {
            Ok(RulesRow {
                version: row.get(0)?,
                at: Timestamp(row.get(1)?),
                bytes: row.get(2)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
