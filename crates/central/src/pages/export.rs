//! What the workbook of a period would hold.

use super::answer::PageTrouble;
use super::desk::Desk;
use super::people::count;
use crate::Trouble;
use crate::tables::projection::day;
use api::central::export::ExportFacts;
use domain::Period;

/// The regency in a period, in numbers.
pub(super) async fn facts(desk: &Desk, period: Period) -> Result<ExportFacts, PageTrouble> {
    desk.database()
        .read(move |sql| {
            Box::pin(async move {
                let key = [period.to_string().into()];
                let rated = "predikat_1 + predikat_2 + predikat_3 + predikat_4 + predikat_5";
                let sum = |of: &str| {
                    format!(
                        "SELECT CAST(coalesce(sum({of}), 0) AS bigint) FROM unit_result \
                         WHERE period = $1"
                    )
                };
                let with_ratings = format!(
                    "SELECT count(DISTINCT office_id) FROM unit_result \
                     WHERE period = $1 AND {rated} > 0"
                );
                let closed = "SELECT count(*) FROM closing WHERE period = $1";
                let days = [
                    day(period.first_day()).into(),
                    day(period.last_day()).into(),
                ];
                let posts = "SELECT count(*) FROM assignment WHERE first_day <= $2 \
                     AND (last_day IS NULL OR last_day >= $1)";
                Ok(ExportFacts {
                    posts: count(sql, posts, &days).await?,
                    offices: count(sql, "SELECT count(*) FROM office", &[]).await?,
                    offices_with_ratings: count(sql, &with_ratings, &key).await?,
                    closed: count(sql, closed, &key).await?,
                    rated: count(sql, &sum(rated), &key).await?,
                    partial: count(sql, &sum("partial"), &key).await?,
                    held: count(sql, "SELECT count(*) FROM held", &[]).await?,
                })
            })
        })
        .await
        .map_err(|error: Trouble| error.into())
}
