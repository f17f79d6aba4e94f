//! Running many seeds.

use crate::world::{Failure, Run, Summary, World};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;
use std::time::Instant;

/// Acts of a short run.
pub const SHORT_ACTS: u32 = 45;
/// Acts of a long one: about two years.
pub const LONG_ACTS: u32 = 1_500;

/// Acts of one with the real ciphers.
pub const REAL_ACTS: u32 = 400;

/// How many seeds to run: what the environment says, or this.
pub fn number_of_seeds(variable: &str, default: u64) -> u64 {
    std::env::var(variable)
        .ok()
        .and_then(|it| it.parse().ok())
        .unwrap_or(default)
}

/// Runs the seeds on two threads, each seed on one; breaks off with the story of the first that
/// fails.
pub fn run_seeds(name: &str, seeds: Range<u64>, run: impl Fn(u64) -> Run + Sync) {
    let begin = Instant::now();
    let (first, last) = (seeds.start, seeds.end);
    let part = |odd: u64| {
        (first..last)
            .filter(|seed| seed % 2 == odd)
            .map(|seed| World::new(run(seed), false).live())
            .collect::<Result<Vec<Summary>, Failure>>()
    };
    let (even, odd) = std::thread::scope(|scope| {
        let other = scope.spawn(|| part(1));
        (part(0), other.join().expect("a thread runs to its end"))
    });
    let mut summaries = match (even, odd) {
        (Ok(even), Ok(odd)) => even.into_iter().chain(odd),
        (Err(failure), _) | (_, Err(failure)) => {
            panic!(
                "SEED={} broke {}: {}",
                failure.seed, failure.violation.number, failure.violation.what
            );
        }
    };
    report(name, &mut summaries, begin);
}

fn report(name: &str, summaries: &mut dyn Iterator<Item = Summary>, begin: Instant) {
    let (mut seeds, mut events, mut records, mut forks) = (0_u32, 0_u64, 0, 0);
    let mut faults: BTreeMap<&str, u32> = BTreeMap::new();
    for summary in summaries {
        seeds += 1;
        events += u64::from(summary.events);
        records += summary.records;
        forks += summary.forks;
        for (fault, count) in summary.faults {
            *faults.entry(fault).or_default() += count;
        }
    }
    println!(
        "{seeds} {name} seeds in {:.1} s: {} events per seed, {records} records, {forks} forks",
        begin.elapsed().as_secs_f64(),
        events / u64::from(seeds.max(1))
    );
    println!("{faults:?}");
}

/// What happened in a seed, line by line.
pub fn story_of(run: Run) -> String {
    let mut text = String::new();
    match World::new(run, true).live() {
        // The story of a seed that holds is what it came to.
        Ok(summary) => writeln!(text, "{summary:?}").expect("memory"),
        Err(failure) => {
            let skip = failure.story.len().saturating_sub(4_000);
            writeln!(text, "{}", failure.violation.what).expect("memory");
            for line in failure.story.iter().skip(skip) {
                writeln!(text, "{line}").expect("memory");
            }
        }
    }
    text
}
