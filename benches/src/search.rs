//! Finding people among a hundred thousand.

use crate::Options;
use crate::measure::{Report, percentile, timed};
use crate::office::{ask, with_people};
use api::employees::Search;
use std::time::Duration;

const LIMIT: Duration = Duration::from_millis(10);

pub(crate) fn run(options: &Options, report: &mut Report) -> anyhow::Result<()> {
    let people = if options.quick { 20_000 } else { 100_000 };
    let folder = tempfile::tempdir()?;
    let office = with_people(&folder, people)?;
    let words = [
        "sari",
        "nurdin hid",
        "1972",
        "198509142009",
        "analis",
        "petugas lok",
        "wij",
        "zzz",
    ];
    let mut times = Vec::new();
    for _ in 0..10 {
        for word in words {
            let (taken, _) = timed(|| {
                ask(
                    &office,
                    Search {
                        query: word.to_owned(),
                        limit: 20,
                    },
                )
            })?;
            times.push(taken);
        }
    }
    report.time(
        &format!("search in {people}: p95 of {}", times.len()),
        percentile(times, 95),
        LIMIT,
    );
    Ok(())
}
