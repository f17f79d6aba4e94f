//! How often somebody may try to sign in. It is counted in the database: two processes count
//! together.

use crate::Trouble;
use crate::centre::random;
use crate::database::{Sql, Value, plain};
use domain::Timestamp;

/// The span that tries are counted in, in microseconds: 15 minutes.
const SPAN: i64 = 15 * 60 * 1_000_000;
/// Tries for one account.
const OF_ACCOUNT: i64 = 10;
/// Tries from one address: a whole office may sit behind one.
const OF_ADDRESS: i64 = 60;

/// A try that is under way. It counts as failed until it has succeeded, so that many at the same
/// time do not slip through.
pub(super) struct Try {
    account: String,
    ids: [[u8; 16]; 2],
}

/// Begins a try; `None` when there were too many.
pub(super) async fn begin(
    sql: &mut dyn Sql,
    (account, address): (&str, &str),
    now: Timestamp,
) -> Result<Option<Try>, Trouble> {
    sql.execute(
        "DELETE FROM sign_in_try WHERE at < $1",
        &[(now.0 - SPAN).into()],
    )
    .await?;
    let subjects = [
        (format!("account {account}"), OF_ACCOUNT),
        (format!("address {address}"), OF_ADDRESS),
    ];
    for (subject, most) in &subjects {
        if count(sql, subject, now).await? >= *most {
            return Ok(None);
        }
    }
    let ids = [random()?, random()?];
    for ((subject, _), id) in subjects.iter().zip(&ids) {
        let values: [Value; 3] = [id.into(), plain(subject), now.0.into()];
        sql.execute(
            "INSERT INTO sign_in_try (try_id, subject, at) VALUES ($1, $2, $3)",
            &values,
        )
        .await?;
    }
    let [(account, _), _] = subjects;
    Ok(Some(Try { account, ids }))
}

async fn count(sql: &mut dyn Sql, subject: &str, now: Timestamp) -> Result<i64, Trouble> {
    let rows = sql
        .query(
            "SELECT count(*) FROM sign_in_try WHERE subject = $1 AND at >= $2",
            &[plain(subject), (now.0 - SPAN).into()],
        )
        .await?;
    Ok(rows.first().ok_or(Trouble::odd("a count"))?.int(0)?)
}

/// The try succeeded: the account's earlier ones are forgiven. Those of the address are not, or
/// one account would open the way to guess at others.
pub(super) async fn succeeded(sql: &mut dyn Sql, tried: &Try) -> Result<(), Trouble> {
    sql.execute(
        "DELETE FROM sign_in_try WHERE subject = $1",
        &[plain(&tried.account)],
    )
    .await?;
    for id in &tried.ids {
        sql.execute("DELETE FROM sign_in_try WHERE try_id = $1", &[id.into()])
            .await?;
    }
    Ok(())
}
