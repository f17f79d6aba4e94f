//! The workbook for BKN of a whole regency: a hundred thousand posts, most of them rated.

use crate::Options;
use crate::measure::Report;
use crate::sending::pc::Pc;
use crate::sending::site::{Kind, Site};
use anyhow::{Context as _, anyhow};
use central::Centre;
use corpus::{Line, WEEK};
use domain::Period;
use futures_util::stream::{self, StreamExt as _, TryStreamExt as _};
use std::sync::Arc;
use std::time::{Duration, Instant};
use sync::batch::Zstd;
use sync::message::EnrolmentOutcome;

const ROWS: usize = 100_000;
const QUICK_ROWS: usize = 10_000;
/// A browser should not wait longer for its download to begin.
const LIMIT: Duration = Duration::from_secs(120);
/// What the export may take of a small server's memory, with everything that the process holds.
const MEMORY_LIMIT: u64 = 300 * 1024 * 1024;
/// Offices that are filled at the same time.
const AT_ONCE: usize = 8;
/// Of so many people, one is not rated.
const UNRATED: usize = 10;

/// What is the same in every office.
struct Filling {
    lines: Vec<Line>,
    period: Period,
}

pub(super) async fn measure(options: &Options, report: &mut Report) -> anyhow::Result<()> {
    let rows = if options.quick { QUICK_ROWS } else { ROWS };
    let filling = Arc::new(filling()?);
    let offices = rows.div_ceil(filling.lines.len());
    let site = Site::new(Kind::Sqlite).await?;
    stream::iter(0..u32::try_from(offices)?)
        .map(|number| tokio::spawn(fill(site.centre.clone(), number, Arc::clone(&filling))))
        .buffer_unordered(AT_ONCE)
        .map(|filled| filled.context("it broke off")?)
        .try_collect::<Vec<()>>()
        .await?;
    let file = site.folder.path().join("bkn.xlsx");
    forget_peak();
    let begun = Instant::now();
    let exported = site.centre.export_bkn(filling.period, &file).await?;
    let taken = begun.elapsed();
    anyhow::ensure!(exported.rows as usize >= rows, "{exported:?}");
    let what = format!("workbook of {} rows from the centre", exported.rows);
    report.time(&what, taken, LIMIT);
    report.beside(
        "its rows in a second",
        format!("{:.0}", f64::from(exported.rows) / taken.as_secs_f64()),
    );
    match peak() {
        Some(bytes) => report.figure(
            "peak memory of the whole process meanwhile",
            format!("{} MB", bytes / 1024 / 1024),
            &format!("≤ {} MB", MEMORY_LIMIT / 1024 / 1024),
            bytes <= MEMORY_LIMIT,
        ),
        None => report.beside("its peak memory", "not measured".to_owned()),
    }
    Ok(())
}

fn filling() -> anyhow::Result<Filling> {
    let lines = corpus::lines(WEEK)?;
    let mut pc = Pc::new(0)?;
    let posts = pc.import(&lines)?;
    let (line, post) = lines.first().zip(posts.first()).context("no line")?;
    let period = line.evaluation(post)?.period;
    Ok(Filling { lines, period })
}

async fn fill(centre: Centre, number: u32, filling: Arc<Filling>) -> anyhow::Result<()> {
    let mut pc = Pc::new(number)?;
    let code = centre.new_code(&format!("Dinas {number}")).await?.code;
    let outcome = centre.enrol(pc.request(&code.parse()?)).await?;
    let EnrolmentOutcome::Enrolled(answer) = outcome else {
        anyhow::bail!("office {number} may not join");
    };
    pc.office = answer.office();
    let posts = pc.import(&filling.lines)?;
    let rated = filling.lines.len() - filling.lines.len() / UNRATED;
    pc.rate(&filling.lines[..rated], &posts)?;
    for batch in pc.batches(&Zstd)? {
        let receipt = centre.ingest(pc.office, batch.into_bytes()).await?;
        receipt.map_err(|refusal| anyhow!("refused: {refusal}"))?;
    }
    Ok(())
}

/// Lets the system forget how much memory the process once had.
fn forget_peak() {
    // Where that is not possible, the peak of before is told too.
    let _refused = std::fs::write("/proc/self/clear_refs", "5");
}

/// The most memory since then.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kilobytes = line.split_whitespace().nth(1)?.parse::<u64>().ok()?;
    Some(kilobytes * 1024)
}
