//! `cargo xtask bench`: what the program costs, beside a peer or a floor measured in the same run.
//!
//! Nothing here fails because a machine is slow: it prints figures and the limits that they are held
//! against. A peer that cannot be had is a row "not measured".

mod export;
mod grid;
mod import;
mod measure;
mod office;
mod search;
mod sending;
mod window;

use measure::Report;

/// One measurement by name.
type Bench = (
    &'static str,
    fn(&Options, &mut Report) -> anyhow::Result<()>,
);

const BENCHES: &[Bench] = &[
    // First, because the peak of memory that it reads is the whole process's.
    ("export", export::run),
    ("import", import::run),
    ("search", search::run),
    ("grid", grid::run),
    ("window", window::run),
    ("sync-bytes", sending::bytes::run),
    ("sync-week", sending::week::run),
    ("sync-ingest", sending::ingest::run),
    ("sync-regency", sending::regency::run),
    ("sync-pages", sending::pages::run),
];

/// How thorough.
struct Options {
    quick: bool,
}

fn main() -> anyhow::Result<()> {
    let mut name = None;
    let mut options = Options { quick: false };
    for argument in std::env::args().skip(1) {
        match argument.as_str() {
            "--quick" => options.quick = true,
            other => name = Some(other.to_owned()),
        }
    }
    let mut report = Report::default();
    for (bench, run) in BENCHES {
        if name.as_deref().is_none_or(|name| is_meant(bench, name))
            && let Err(error) = run(&options, &mut report)
        {
            report.not_measured(bench, &error);
        }
    }
    report.print()
}

/// `sync` means all that begin with `sync-`.
fn is_meant(bench: &str, name: &str) -> bool {
    let rest = bench.strip_prefix(name);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}
