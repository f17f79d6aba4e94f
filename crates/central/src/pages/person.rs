//! One person through the periods.

use super::answer::PageTrouble;
use super::desk::Desk;
use super::master::revision;
use super::people::{body, office_of, one, post_lines, posts, unit_names};
use super::ruling::verdict;
use crate::Trouble;
use crate::database::Sql;
use api::central::results::{GetPersonResults, PersonResults, RatingLine};
use domain::{Assignment, Document, DocumentId, Kind, Timestamp};
use sync::message::OfficeId;

/// The ratings of a person, newest period first.
pub(super) async fn results(
    desk: &Desk,
    request: GetPersonResults,
) -> Result<PersonResults, PageTrouble> {
    desk.database()
        .read(move |sql| {
            Box::pin(async move {
                let office = office_of(request.office);
                let key = (Kind::Employee, request.employee.0);
                let found = one(sql, office, key).await?;
                let Some(Document::Employee(employee)) = found.as_ref().and_then(body) else {
                    return Err(Trouble::NotFound("employee"));
                };
                let units = unit_names(sql, office).await?;
                let posts = posts(sql, office, request.employee.as_bytes()).await?;
                let ratings = ratings(sql, (office, request.employee.as_bytes()), &posts).await?;
                Ok(PersonResults {
                    office_name: crate::tables::office::name(sql, office).await?,
                    name: employee.full_name(),
                    nip: employee.nip.digits().to_owned(),
                    posts: post_lines(posts, &units),
                    ratings,
                })
            })
        })
        .await
        .map_err(|error: Trouble| error.into())
}

async fn ratings(
    sql: &mut dyn Sql,
    (office, employee): (OfficeId, &[u8; 16]),
    posts: &[Assignment],
) -> Result<Vec<RatingLine>, Trouble> {
    let rows = sql
        .query(
            "SELECT evaluation_id, sealed_at, changed_at FROM evaluation \
             WHERE office_id = $1 AND employee_id = $2",
            &[office.0.into(), employee.into()],
        )
        .await?;
    let mut ratings = Vec::with_capacity(rows.len());
    for row in &rows {
        let key = (Kind::Evaluation, DocumentId::from_bytes(row.array(0)?));
        let Some(folded) = one(sql, office, key).await? else {
            continue;
        };
        let Some(Document::Evaluation(it)) = body(&folded) else {
            continue;
        };
        let post = posts.iter().find(|post| post.id == it.assignment);
        ratings.push(RatingLine {
            evaluation: it.id,
            revision: revision(&folded),
            verdict: verdict(&folded),
            period: it.period,
            hasil_kerja: it.hasil_kerja.rating,
            perilaku: it.perilaku.rating,
            predikat: it.predikat(),
            jabatan: post.map(|post| post.jabatan.clone()).unwrap_or_default(),
            reason: it.reason,
            sealed_at: Timestamp(row.int(1)?),
            received_at: Timestamp(row.int(2)?),
            corrections: small(folded.history.len().saturating_sub(1)),
            branches: small(folded.branches.len()),
        });
    }
    ratings.sort_by_key(|it| std::cmp::Reverse((it.period.first_day(), it.received_at.0)));
    Ok(ratings)
}

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
