//! Closed periods.

use crate::Trouble;
use crate::database::{Question, Row, Sql};
use domain::{Period, Timestamp};
use std::collections::BTreeMap;
use sync::message::OfficeId;

/// When which period of an office was closed.
pub(crate) async fn of(
    sql: &mut dyn Sql,
    office: OfficeId,
) -> Result<BTreeMap<Period, Timestamp>, Trouble> {
    let asked = [ask(office)];
    let answers = sql.queries(&asked).await?;
    read(answers.first().map_or(&[], Vec::as_slice))
}

/// Asks for the closed periods of an office.
pub(crate) fn ask(office: OfficeId) -> Question {
    Question::new(
        "SELECT period, closed_at FROM closing WHERE office_id = $1",
        vec![office.0.into()],
    )
}

/// Reads closed periods.
pub(crate) fn read(rows: &[Row]) -> Result<BTreeMap<Period, Timestamp>, Trouble> {
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
