//! Closed periods.

use crate::Trouble;
use crate::database::Sql;
use domain::{Period, Timestamp};
use std::collections::BTreeMap;
use sync::message::OfficeId;

/// When which period of an office was closed.
pub(crate) async fn of(
    sql: &mut dyn Sql,
    office: OfficeId,
) -> Result<BTreeMap<Period, Timestamp>, Trouble> {
    let rows = sql
        .query(
            "SELECT period, closed_at FROM closing WHERE office_id = $1",
            &[office.0.into()],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let period = row
                .text(0)?
                .parse()
                .map_err(|_| Trouble::odd("a closing"))?;
            Ok((period, Timestamp(row.int(1)?)))
        })
        .collect()
}

/// Closes a period that is open.
pub(crate) async fn add(
    sql: &mut dyn Sql,
    office: OfficeId,
    (period, at): (Period, Timestamp),
) -> Result<(), Trouble> {
    sql.execute(
        "INSERT INTO closing (office_id, period, closed_at) VALUES ($1, $2, $3)",
        &[office.0.into(), period.to_string().into(), at.0.into()],
    )
    .await?;
    Ok(())
}
