//! The numbered steps that made the tables.
//!
//! A step that was released is never changed. Types are PostgreSQL's; for SQLite they are renamed.

use super::SqlError;

/// The steps, oldest first; the first is number 1.
const STEPS: &[&str] = &[
    include_str!("schema/0001_first.sql"),
    include_str!("schema/0002_pages.sql"),
    include_str!("schema/0003_rulings.sql"),
    include_str!("schema/0004_rules.sql"),
];

/// The version that the tables have after all steps.
pub const NEWEST: i64 = STEPS.len() as i64;

/// Tables of the whole regency: few rows, the same everywhere. In every other table `office_id`
/// leads each key, so that rows of one office can lie together on one of several machines.
pub const REFERENCE_TABLES: &[&str] = &[
    "schema_version",
    "centre",
    "device_office",
    "staff",
    "staff_session",
    "staff_link",
    "sign_in_try",
    "audit",
    "audit_head",
    "rules_package",
];

/// The table that says which steps were taken.
pub(super) const VERSIONS: &str = "CREATE TABLE IF NOT EXISTS schema_version (version bigint PRIMARY KEY, applied_at bigint NOT NULL)";

/// The steps that a database of this version lacks, with their numbers.
///
/// # Errors
/// [`SqlError::Newer`].
pub(super) fn lacking(version: i64) -> Result<impl Iterator<Item = (i64, &'static str)>, SqlError> {
    if version > NEWEST {
        return Err(SqlError::Newer {
            found: version,
            known: NEWEST,
        });
    }
    Ok((1..)
        .zip(STEPS.iter().copied())
        .filter(move |(number, _)| *number > version))
}

/// The same step with the types of SQLite.
pub(super) fn for_sqlite(step: &str) -> String {
    step.replace(" bytea", " blob")
        .replace(" bigint", " integer")
}
