//! Taking in, verified, durable before the receipt: beside the same rows inserted without any
//! verification, in a database of the same kind, as many offices at once.

mod rows;
mod work;

use super::site::{Kind, Site};
use crate::Options;
use crate::measure::{Report, median};
use rows::Rows;
use std::time::Duration;

/// How a database's taking in is held against its floor.
struct Floor {
    kind: Kind,
    name: &'static str,
    all: &'static str,
    records: &'static str,
    limit: f64,
}

const FLOORS: [Floor; 2] = [
    Floor {
        kind: Kind::Sqlite,
        name: "SQLite",
        all: "all of its rows inserted, unverified",
        records: "its records alone inserted, unverified",
        limit: 0.8,
    },
    Floor {
        kind: Kind::Postgres,
        name: "PostgreSQL",
        all: "raw COPY of all of its rows",
        records: "raw COPY of its records alone",
        limit: 0.4,
    },
];

/// What one round took.
struct Round {
    taking_in: Duration,
    all: Duration,
    records: Duration,
}

pub(crate) fn run(options: &Options, report: &mut Report) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Runtime::new()?;
    let (offices, rounds) = if options.quick { (48, 3) } else { (200, 5) };
    for floor in &FLOORS {
        let measured: anyhow::Result<Vec<Round>> = (0..rounds)
            .map(|_| runtime.block_on(round(floor.kind, offices)))
            .collect();
        match measured {
            Ok(measured) => show(floor, (&measured, offices), report),
            Err(error) => report.not_measured(&format!("taking in on {}", floor.name), &error),
        }
    }
    Ok(())
}

async fn round(kind: Kind, offices: u32) -> anyhow::Result<Round> {
    let site = Site::new(kind).await?;
    let batches = work::prepare(&site.centre, offices).await?;
    let before = Rows::read(site.centre.database()).await?;
    let taking_in = work::take_all_in(&site.centre, batches).await?;
    let rows = Rows::read(site.centre.database()).await?;
    drop(site);

    let (before, rows) = rows.apart(&before);
    let records = rows.only("record");
    Ok(Round {
        taking_in,
        all: floor(kind, (before.clone(), rows)).await?,
        records: floor(kind, (before, records)).await?,
    })
}

/// How long it takes to insert rows where the others stand already: tables are as large as for the
/// batches, and connections as warm.
async fn floor(kind: Kind, (before, rows): (Rows, Rows)) -> anyhow::Result<Duration> {
    let site = Site::new(kind).await?;
    // What every centre begins with is there.
    let (_, before) = before.apart(&Rows::read(site.centre.database()).await?);
    work::insert(site.centre.database(), before).await?;
    work::insert(site.centre.database(), rows).await
}

fn show(floor: &Floor, (rounds, offices): (&[Round], u32), report: &mut Report) {
    let middle = |pick: fn(&Round) -> Duration| median(rounds.iter().map(pick).collect());
    let (taking_in, all) = (middle(|it| it.taking_in), middle(|it| it.all));
    let rate = |took: Duration| f64::from(offices * 60) / took.as_secs_f64();
    report.beside(
        &format!("{}: {}", floor.name, floor.all),
        format!("{:.0} evaluations a second", rate(all)),
    );
    report.beside(
        &format!("{}: {}", floor.name, floor.records),
        format!("{:.0} evaluations a second", rate(middle(|it| it.records))),
    );
    let ratio = rate(taking_in) / rate(all);
    report.figure(
        &format!("{}: taking in, verified, durable", floor.name),
        format!("{:.0} evaluations a second = {ratio:.2} ×", rate(taking_in)),
        &format!("≥ {} × {}", floor.limit, floor.all),
        ratio >= floor.limit,
    );
}
