//! Offices that come one after the other, whether those before them are through or not.

use super::prepare::Office;
use anyhow::Context as _;
use line::{Address, Carried, Line, Outgoing, Reply, Tally};
use std::sync::Arc;
use std::time::Duration;
use sync::device::Answer;
use sync::message::{AppendAnswer, OutcomeCode};
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep_until};

/// How it went.
#[derive(Default)]
pub(super) struct Arrived {
    /// From when an office was due to the answer to its greeting.
    pub(super) greeted: Vec<Duration>,
    /// To the receipt.
    pub(super) received: Vec<Duration>,
    pub(super) errors: Vec<anyhow::Error>,
}

/// Sends the weeks of all offices, one office each time that `pace` is over.
pub(super) async fn pace(offices: Vec<Office>, (url, pace): (&str, Duration)) -> Arrived {
    let mut running = JoinSet::new();
    let mut due = Instant::now();
    for office in offices {
        sleep_until(due).await;
        running.spawn(send(office, url.to_owned(), due));
        due += pace;
    }
    let mut arrived = Arrived::default();
    while let Some(ended) = running.join_next().await {
        match ended.context("it broke off").flatten() {
            Ok((greeted, received)) => {
                arrived.greeted.push(greeted);
                arrived.received.push(received);
            }
            Err(error) => arrived.errors.push(error),
        }
    }
    arrived
}

/// A session on a connection of its own.
async fn send(office: Office, url: String, due: Instant) -> anyhow::Result<(Duration, Duration)> {
    let line = Line::to(Address::parse(&url, office.certificate)?)?;
    let (nobody, tally): (Arc<dyn Carried>, _) = (Arc::new(Nobody), Tally::default());
    let hello = Outgoing::Hello(office.hello());
    let reply = line.send(hello, (Arc::clone(&nobody), &tally)).await?;
    let Reply::Answer(Answer::Hello(_)) = reply else {
        anyhow::bail!("not greeted: {reply:?}");
    };
    let greeted = due.elapsed();
    let week = Outgoing::Append {
        upload: office.upload,
        bytes: office.batch,
        offset: 0,
    };
    let reply = line.send(week, (nobody, &tally)).await?;
    let Reply::Answer(Answer::Append(AppendAnswer::Taken(receipt))) = reply else {
        anyhow::bail!("not taken: {reply:?}");
    };
    let is_whole = receipt.through == office.head
        && receipt.each().all(|(_, code)| code == OutcomeCode::Applied);
    anyhow::ensure!(is_whole, "not all applied: {receipt:?}");
    Ok((greeted, due.elapsed()))
}

/// Nobody looks on.
struct Nobody;

impl Carried for Nobody {
    fn moved(&self) {}

    fn came(&self, _bytes: &[u8]) {}
}
