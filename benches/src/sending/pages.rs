//! Kelengkapan over a million employees: what a browser waits for after it asked; and the workbook
//! of a whole regency.

mod browser;
mod million;
mod workbook;

use super::site::{Kind, Site};
use crate::Options;
use crate::measure::{Report, percentile};
use api::central::completeness::{GetCompleteness, Order};
use browser::Browser;
use std::time::{Duration, Instant};

const LIMIT: Duration = Duration::from_millis(200);
const TIMES: u32 = 30;

pub(crate) fn run(options: &Options, report: &mut Report) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Runtime::new()?;
    if let Err(error) = runtime.block_on(workbook::measure(options, report)) {
        report.not_measured("workbook from the centre", &error);
    }
    let databases: &[_] = if options.quick {
        &[(Kind::Sqlite, "SQLite")]
    } else {
        &[(Kind::Sqlite, "SQLite"), (Kind::Postgres, "PostgreSQL")]
    };
    for (kind, name) in databases {
        if let Err(error) = runtime.block_on(measure((*kind, name), report)) {
            report.not_measured(&format!("Kelengkapan on {name}"), &error);
        }
    }
    Ok(())
}

async fn measure((kind, name): (Kind, &str), report: &mut Report) -> anyhow::Result<()> {
    let site = Site::new(kind).await?;
    million::fill(site.centre.database()).await?;
    let browser = Browser::signed_in(&site).await?;
    for (order, said) in [
        (Order::Name, "by name"),
        (Order::LeastComplete, "who lacks the most first"),
    ] {
        let mut times = Vec::new();
        for page in 0..TIMES {
            let asked = GetCompleteness {
                search: String::new(),
                order,
                weeks_back: 0,
                skip: page * api::central::PAGE,
            };
            let begun = Instant::now();
            let answer = browser.ask(asked).await?;
            times.push(begun.elapsed());
            anyhow::ensure!(answer["summary"]["people"] == million::PEOPLE, "{answer}");
        }
        report.time(
            &format!("Kelengkapan of a million people on {name}, {said}: p95 of {TIMES}"),
            percentile(times, 95),
            LIMIT,
        );
    }
    Ok(())
}
