//! A regency on one morning: an office greets every 60 ms and sends its week, while other offices
//! hold connections open on which next to nothing moves. One server, the real program, on this
//! machine together with whoever makes the load.

mod load;
mod prepare;
mod slow;

use crate::Options;
use crate::measure::{Report, percentile, show};
use journeys::network::centre::Centre;
use load::Arrived;
use prepare::{Size, prepare};
use slow::Slow;
use std::process::Command;
use std::time::Duration;

/// Ten thousand in ten minutes.
const PACE: Duration = Duration::from_millis(60);
const OFFICES: u32 = 10_000;
const SLOW: u32 = 2_000;
const HELLO: Duration = Duration::from_millis(200);
/// Files and connections that a process here must be able to have open.
const OPEN_FILES: u32 = 8_192;

pub(crate) fn run(options: &Options, report: &mut Report) -> anyhow::Result<()> {
    let offices = if options.quick { OFFICES / 10 } else { OFFICES };
    allow_open_files();
    let mut centre = Centre::start()?;
    let address = centre.address()?;
    centre.kill()?;
    let runtime = tokio::runtime::Runtime::new()?;
    let (week, few) = runtime.block_on(async {
        let week = prepare(centre.data(), (0..offices, Size::Week)).await?;
        let few = prepare(centre.data(), (OFFICES..OFFICES + SLOW, Size::Few)).await?;
        anyhow::Ok((week, few))
    })?;
    centre.serve()?;
    anyhow::ensure!(centre.address()? == address, "it serves elsewhere");
    let url = format!("https://{address}");
    let (arrived, open, left) = runtime.block_on(async {
        let slow = Slow::open(few, &url).await?;
        let open = slow.open_now();
        let arrived = load::pace(week, (&url, PACE)).await;
        anyhow::Ok((arrived, open, slow.finish().await))
    })?;
    tell(&arrived, (open, &left), report);
    Ok(())
}

fn tell(arrived: &Arrived, (open, left): (usize, &[anyhow::Error]), report: &mut Report) {
    let offices = arrived.greeted.len() + arrived.errors.len();
    let errors: Vec<_> = arrived.errors.iter().chain(left).collect();
    report.figure(
        &format!("{offices} offices, one every {}: errors", show(PACE)),
        errors.len().to_string(),
        "= 0",
        errors.is_empty(),
    );
    if let Some(first) = errors.first() {
        report.beside("the first error", format!("{first:#}"));
    }
    report.beside(
        "hello, connection and handshake included: p50",
        show(percentile(arrived.greeted.clone(), 50)),
    );
    report.time(
        "hello, connection and handshake included: p99",
        percentile(arrived.greeted.clone(), 99),
        HELLO,
    );
    report.beside(
        "from the greeting to the receipt of the week: p99",
        show(percentile(arrived.received.clone(), 99)),
    );
    report.figure(
        "slow connections open at once beside them",
        open.to_string(),
        &format!("≥ {SLOW}"),
        open >= SLOW as usize,
    );
}

/// Asks for as many open files as that takes. Where this is refused, the figures say so.
fn allow_open_files() {
    let _refused = Command::new("prlimit")
        .arg("--pid")
        .arg(std::process::id().to_string())
        .arg(format!("--nofile={OPEN_FILES}:"))
        .status();
}
