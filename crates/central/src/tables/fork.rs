//! Forks, for people.

use crate::Trouble;
use crate::database::{Sql, number};
use sync::message::{Fork, OfficeId};

/// Notes a fork.
pub(crate) async fn add(sql: &mut dyn Sql, office: OfficeId, fork: &Fork) -> Result<(), Trouble> {
    sql.execute(
        "INSERT INTO fork (office_id, stream, line, seq, chain, seen_at) \
         VALUES ($1, $2, $3, $4, $5, $6)",
        &[
            office.0.into(),
            fork.stream.0.into(),
            fork.line.into(),
            number(fork.first.seq),
            fork.first.chain.0.into(),
            fork.seen_at.0.into(),
        ],
    )
    .await?;
    Ok(())
}
