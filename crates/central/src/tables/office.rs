//! Offices.

use crate::Trouble;
use crate::database::{Sql, plain};
use domain::Timestamp;
use sync::message::{FeedPosition, OfficeId};

/// An office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Office {
    pub(crate) id: OfficeId,
    pub(crate) name: String,
}

/// Every office, by name.
pub(crate) async fn all(sql: &mut dyn Sql) -> Result<Vec<Office>, Trouble> {
    let rows = sql
        .query(
            "SELECT office_id, name FROM office ORDER BY name, office_id",
            &[],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Office {
                id: OfficeId(row.array(0)?),
                name: row.text(1)?.to_owned(),
            })
        })
        .collect()
}

/// The office of this name.
pub(crate) async fn named(sql: &mut dyn Sql, name: &str) -> Result<Option<OfficeId>, Trouble> {
    let rows = sql
        .query(
            "SELECT office_id FROM office WHERE name = $1 ORDER BY office_id",
            &[plain(name)],
        )
        .await?;
    Ok(rows
        .first()
        .map(|row| row.array(0))
        .transpose()?
        .map(OfficeId))
}

/// What an office is called.
pub(crate) async fn name(sql: &mut dyn Sql, office: OfficeId) -> Result<String, Trouble> {
    let rows = sql
        .query(
            "SELECT name FROM office WHERE office_id = $1",
            &[office.0.into()],
        )
        .await?;
    let row = rows.first().ok_or(Trouble::NotFound("office"))?;
    Ok(row.text(0)?.to_owned())
}

/// Adds an office.
pub(crate) async fn add(sql: &mut dyn Sql, office: &Office, now: Timestamp) -> Result<(), Trouble> {
    sql.execute(
        "INSERT INTO office (office_id, name, created_at) VALUES ($1, $2, $3)",
        &[office.id.0.into(), plain(&office.name), now.0.into()],
    )
    .await?;
    add_head(sql, office.id).await
}

/// Adds the row that is locked by whoever takes something in; one that is there stays.
pub(crate) async fn add_head(sql: &mut dyn Sql, office: OfficeId) -> Result<(), Trouble> {
    let chain = FeedPosition::default().chain;
    sql.execute(
        "INSERT INTO office_head (office_id, feed_seq, feed_chain, file_bytes) \
         VALUES ($1, 0, $2, 0) ON CONFLICT (office_id) DO NOTHING",
        &[office.0.into(), chain.into()],
    )
    .await?;
    Ok(())
}
