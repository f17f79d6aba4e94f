//! What is measured: taking batches in, and inserting rows.

use super::rows::Rows;
use crate::sending::pc::Pc;
use anyhow::{Context as _, anyhow};
use central::Centre;
use central::database::{Database, SqlError};
use corpus::{Line, WEEK};
use futures_util::stream::{self, StreamExt as _, TryStreamExt as _};
use std::future::Future;
use std::sync::Arc;
use std::time::{Duration, Instant};
use sync::batch::Zstd;
use sync::message::{EnrolmentOutcome, OfficeId};

/// Offices that send at the same time.
const AT_ONCE: usize = 16;

/// A batch on its way, with its office.
type Sent = (OfficeId, Vec<u8>);

/// Lets so many offices join and takes their people in; answers a week's batch of each.
pub(super) async fn prepare(centre: &Centre, offices: u32) -> anyhow::Result<Vec<Sent>> {
    let lines: Arc<[Line]> = corpus::lines(WEEK)?.into();
    each(0..offices, |number| {
        prepared(centre.clone(), number, Arc::clone(&lines))
    })
    .await
    .map(|(_, sent)| sent)
}

/// Takes all batches in.
pub(super) async fn take_all_in(centre: &Centre, batches: Vec<Sent>) -> anyhow::Result<Duration> {
    let taken = each(batches, |sent| take_in(centre.clone(), sent));
    Ok(taken.await?.0)
}

/// Inserts rows, one transaction for each office.
pub(super) async fn insert(database: &Database, rows: Rows) -> anyhow::Result<Duration> {
    let inserted = each(rows.by_office(), |tables| {
        let database = database.clone();
        async move {
            let inserted = database.write(move |sql| {
                Box::pin(async move {
                    for (table, rows) in &tables {
                        sql.insert(table, rows).await?;
                    }
                    Ok::<_, SqlError>(())
                })
            });
            Ok(inserted.await?)
        }
    });
    Ok(inserted.await?.0)
}

async fn prepared(centre: Centre, number: u32, lines: Arc<[Line]>) -> anyhow::Result<Sent> {
    let mut pc = Pc::new(number)?;
    let code = centre.new_code(&format!("Dinas {number}")).await?;
    let request = pc.request(&code.code.parse()?);
    let EnrolmentOutcome::Enrolled(answer) = centre.enrol(request).await? else {
        anyhow::bail!("office {number} may not join");
    };
    pc.office = answer.office();
    let posts = pc.import(&lines)?;
    let people = pc.batch(&Zstd)?.into_bytes();
    take_in(centre, (pc.office, people)).await?;
    pc.rate(&lines, &posts)?;
    Ok((pc.office, pc.batch(&Zstd)?.into_bytes()))
}

async fn take_in(centre: Centre, (office, bytes): Sent) -> anyhow::Result<()> {
    let receipt = centre.ingest(office, bytes).await?;
    receipt.map_err(|refusal| anyhow!("refused: {refusal}"))?;
    Ok(())
}

/// Does something with each, some at once; answers how long that took and what came of it.
async fn each<T, R, F>(
    all: impl IntoIterator<Item = T>,
    act: impl Fn(T) -> F,
) -> anyhow::Result<(Duration, Vec<R>)>
where
    R: Send + 'static,
    F: Future<Output = anyhow::Result<R>> + Send + 'static,
{
    let begun = Instant::now();
    let done = stream::iter(all)
        .map(|it| tokio::spawn(act(it)))
        .buffer_unordered(AT_ONCE)
        .map(|it| it.context("it broke off")?)
        .try_collect()
        .await?;
    Ok((begun.elapsed(), done))
}
